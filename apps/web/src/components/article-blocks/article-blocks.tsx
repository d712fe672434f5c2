import type {PortableTextComponents} from '@portabletext/react'
import {BiomarkerMeaning} from '../biomarker-meaning/biomarker-meaning.tsx'
import {Callout} from '../callout/callout.tsx'
import {Picture} from '../picture/picture.tsx'
import type {Surroundings} from '../prose/prose.tsx'
import {QuestionList} from '../question-list/question-list.tsx'
import {SupportResources} from '../support-resources/support-resources.tsx'
import {TreatmentOptions} from '../treatment-options/treatment-options.tsx'

/** The blocks of an article by their type names; one whose document is missing shows nothing. */
export function articleBlocks({gathered, citations}: Surroundings): PortableTextComponents['types'] {
  return {
    callout: ({value}) => <Callout callout={value} gathered={gathered} citations={citations} />,
    figure: ({value}) => <Picture figure={value} sizes="(min-width: 42rem) 38rem, 100vw" />,
    biomarkerMeaning: ({value}) => {
      const biomarker = gathered.one('biomarker', value.biomarker)
      return (
        biomarker && <BiomarkerMeaning biomarker={biomarker} result={value.result} heading={value.heading} />
      )
    },
    treatmentOptionList: ({value}) => {
      const condition = gathered.one('condition', value.condition)
      return (
        condition && (
          <TreatmentOptions
            condition={condition}
            title={value.title}
            gathered={gathered}
            citations={citations}
          />
        )
      )
    },
    questionList: ({value}) => (
      <QuestionList questions={gathered.all('question', value.questions)} title={value.title} />
    ),
    supportResourceList: ({value}) => (
      <SupportResources resources={gathered.all('supportResource', value.resources)} title={value.title} />
    ),
  }
}
