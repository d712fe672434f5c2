import type {Biomarker} from '@lantern/content/read'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {Codes} from '../../../components/codes/codes.tsx'
import {ConditionLinks} from '../../../components/condition-links/condition-links.tsx'
import {Facts} from '../../../components/facts/facts.tsx'
import {JsonLd} from '../../../components/json-ld/json-ld.tsx'
import {PageHeading, ReviewLine} from '../../../components/page-heading/page-heading.tsx'
import {Prose} from '../../../components/prose/prose.tsx'
import {SiteFrame} from '../../../components/site-frame/site-frame.tsx'
import {SourceList} from '../../../components/source-list/source-list.tsx'
import {loadBiomarkerPage, type BiomarkerPage} from '../../../content/biomarker-page.ts'
import {loadFrame} from '../../../content/frame.ts'
import type {Gathered} from '../../../content/gather.ts'
import {medicalWebPage} from '../../../content/medical-web-page.ts'
import {metadataOf} from '../../../content/metadata.ts'
import {titleOf} from '../../../content/paths.ts'
import {biomarkerKinds, listInWords, waysTested} from '../../../content/words.ts'

type Props = {params: Promise<{slug: string}>}

export const generateStaticParams = () => []

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const page = await loadBiomarkerPage((await params).slug)
  if (!page) return {}
  const {summary, slug, seo} = page.biomarker
  return metadataOf({
    path: `/biomarkers/${slug.current}`,
    title: titleOf(page.biomarker),
    description: summary,
    seo,
  })
}

export default async function BiomarkerRoute({params}: Props) {
  const page = await loadBiomarkerPage((await params).slug)
  if (!page) notFound()
  const {biomarker, conditions, gathered, citations} = page
  return (
    <SiteFrame frame={await loadFrame()}>
      <JsonLd thing={structured(page)} />
      <article className="article">
        <PageHeading
          crumbs={crumbs}
          kicker={`Biomarker · ${biomarkerKinds[biomarker.kind]}`}
          title={titleOf(biomarker)}
          lead={biomarker.summary}
        >
          <ReviewLine updatedAt={biomarker._updatedAt} />
        </PageHeading>
        <div className="column prose">
          <Facts
            facts={[
              ['On your report', biomarker.symbol],
              ['Full name', biomarker.name],
              ['How it is tested', howTested(biomarker)],
              ['When to test', biomarker.whenToTest],
            ]}
          />
          <h2 id="results">What a result means</h2>
          <Results biomarker={biomarker} gathered={gathered} />
          {biomarker.about && biomarker.about.length > 0 && <h2 id="about">About {biomarker.plainName}</h2>}
          <Prose value={biomarker.about} gathered={gathered} citations={citations} />
          <ConditionLinks conditions={conditions} title="Conditions where it matters" />
          <Codes codes={biomarker.codes} />
          <SourceList citations={citations} />
        </div>
      </article>
    </SiteFrame>
  )
}

const crumbs = [
  {href: '/', label: 'Home'},
  {href: '/biomarkers', label: 'Biomarkers'},
]

function Results({biomarker, gathered}: {biomarker: Biomarker; gathered: Gathered}) {
  return (
    <dl className="results">
      {biomarker.results.map(({_key, value, meaning, treatmentClasses}) => {
        const treatments = gathered.all('treatmentClass', treatmentClasses)
        return (
          <div key={_key}>
            <dt>{value}</dt>
            <dd>{meaning}</dd>
            {treatments.length > 0 && (
              <dd className="results-treatments">
                Treatments that may follow:{' '}
                {treatments.map(({_id, name, slug}, index) => (
                  <span key={_id}>
                    {index > 0 && ', '}
                    <a href={`/treatments/${slug.current}`}>{name}</a>
                  </span>
                ))}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function howTested({howTested: ways, howTestedNote}: Biomarker): string {
  const words = listInWords(ways.map((way) => waysTested[way]))
  return howTestedNote ? `${words}. ${howTestedNote}` : words
}

function structured({biomarker, citations}: BiomarkerPage) {
  return medicalWebPage({
    path: `/biomarkers/${biomarker.slug.current}`,
    title: titleOf(biomarker),
    description: biomarker.summary,
    updatedAt: biomarker._updatedAt,
    about: {name: biomarker.name, kind: 'MedicalTest', codes: biomarker.codes},
    sources: citations.sources,
  })
}
