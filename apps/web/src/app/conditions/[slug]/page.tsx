import type {Condition} from '@lantern/content/read'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {BiomarkerMeaning} from '../../../components/biomarker-meaning/biomarker-meaning.tsx'
import {CallToAction} from '../../../components/call-to-action/call-to-action.tsx'
import {Codes} from '../../../components/codes/codes.tsx'
import {Contents} from '../../../components/contents/contents.tsx'
import {Facts} from '../../../components/facts/facts.tsx'
import {JsonLd} from '../../../components/json-ld/json-ld.tsx'
import {PageHeading, ReviewLine} from '../../../components/page-heading/page-heading.tsx'
import {Prose} from '../../../components/prose/prose.tsx'
import {QuestionList} from '../../../components/question-list/question-list.tsx'
import {SiteFrame} from '../../../components/site-frame/site-frame.tsx'
import {SourceList} from '../../../components/source-list/source-list.tsx'
import {SupportResources} from '../../../components/support-resources/support-resources.tsx'
import {TreatmentOptions} from '../../../components/treatment-options/treatment-options.tsx'
import {loadConditionPage, type ConditionPage} from '../../../content/condition-page.ts'
import {loadFrame} from '../../../content/frame.ts'
import {invitationFor} from '../../../content/invitation.ts'
import {medicalWebPage} from '../../../content/medical-web-page.ts'
import {metadataOf} from '../../../content/metadata.ts'
import {titleOf} from '../../../content/paths.ts'
import {listInWords, stages, standingAlone} from '../../../content/words.ts'

type Props = {params: Promise<{slug: string}>}
type Section = {
  id: string
  text: string
  body: Condition['sections']['whatItIs'] | undefined
  kind?: 'biomarkers' | 'options' | 'support' | 'questions'
}

export const generateStaticParams = () => []

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const page = await loadConditionPage((await params).slug)
  if (!page) return {}
  const {name, summary, slug, seo} = page.condition
  return metadataOf({path: `/conditions/${slug.current}`, title: name, description: summary, seo})
}

export default async function ConditionRoute({params}: Props) {
  const page = await loadConditionPage((await params).slug)
  if (!page) notFound()
  const {condition, citations, gathered} = page
  const invitation = await invitationFor({id: condition._id, type: 'condition'})
  const parent = gathered.one('condition', condition.parentCondition)
  const sections = sectionsOf(page)
  return (
    <SiteFrame frame={await loadFrame()}>
      <JsonLd thing={structured(page)} />
      <article className="article">
        <PageHeading crumbs={crumbs} kicker="Condition" title={condition.name} lead={condition.summary}>
          <ReviewLine updatedAt={condition._updatedAt} />
        </PageHeading>
        <div className="with-contents">
          <Contents
            headings={sections.map(({id, text}) => ({id, text, level: 2}))}
            hasSources={citations.sources.length > 0}
          />
          <div className="column prose">
            <Facts
              facts={[
                ['In plain words', standingAlone(condition.plainName)],
                ['Also called', listInWords(condition.alsoCalled ?? [])],
                ['Stage', stages[condition.stage]],
                ['Part of', parent && <a href={`/conditions/${parent.slug.current}`}>{parent.name}</a>],
              ]}
            />
            {sections.map((section) => (
              <ConditionSection key={section.id} section={section} page={page} />
            ))}
            <Codes codes={condition.codes} />
            <SourceList citations={citations} />
          </div>
        </div>
      </article>
      {invitation && <CallToAction content={invitation.callToAction} publicId={invitation.publicId} />}
    </SiteFrame>
  )
}

const crumbs = [
  {href: '/', label: 'Home'},
  {href: '/conditions', label: 'Conditions'},
]

function sectionsOf({condition, gathered}: ConditionPage): Section[] {
  const {whatItIs, whatTheNameMeans, spread, treatments, support, next} = condition.sections
  const questions = gathered.all('question', condition.questions)
  const all: (Section & {shown: boolean})[] = [
    {id: 'what-it-is', text: 'What it is', body: whatItIs, shown: true},
    {id: 'the-name', text: 'What the name means', body: whatTheNameMeans, kind: 'biomarkers', shown: true},
    {id: 'spread', text: 'Where it can spread', body: spread, shown: Boolean(spread?.length)},
    {id: 'treatments', text: 'Treatment options', body: treatments, kind: 'options', shown: true},
    {
      id: 'support',
      text: 'Support',
      body: support,
      kind: 'support',
      shown: Boolean(support?.length || condition.supportResources?.length),
    },
    {id: 'next', text: 'What to do next', body: next, shown: Boolean(next?.length)},
    {
      id: 'questions',
      text: 'Questions for your care team',
      body: undefined,
      kind: 'questions',
      shown: questions.length > 0,
    },
  ]
  return all.filter(({shown}) => shown)
}

function ConditionSection({section: {id, text, body, kind}, page}: {section: Section; page: ConditionPage}) {
  const {condition, gathered, citations} = page
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{text}</h2>
      <Prose value={body} gathered={gathered} citations={citations} />
      {kind === 'biomarkers' &&
        gathered
          .all('biomarker', condition.biomarkers)
          .map((biomarker) => (
            <BiomarkerMeaning key={biomarker._id} biomarker={biomarker} heading={titleOf(biomarker)} />
          ))}
      {kind === 'options' && (
        <TreatmentOptions condition={condition} gathered={gathered} citations={citations} />
      )}
      {kind === 'support' && (
        <SupportResources resources={gathered.all('supportResource', condition.supportResources)} />
      )}
      {kind === 'questions' && <QuestionList questions={gathered.all('question', condition.questions)} />}
    </section>
  )
}

function structured({condition, citations}: ConditionPage) {
  return medicalWebPage({
    path: `/conditions/${condition.slug.current}`,
    title: condition.name,
    description: condition.summary,
    updatedAt: condition._updatedAt,
    about: {name: condition.name, kind: 'MedicalCondition', codes: condition.codes},
    sources: citations.sources,
  })
}
