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
import {howTaken} from '../../../components/treatment-options/treatment-options.tsx'
import {loadFrame} from '../../../content/frame.ts'
import {medicalWebPage} from '../../../content/medical-web-page.ts'
import {metadataOf} from '../../../content/metadata.ts'
import {loadTreatmentPage, type TreatmentPage} from '../../../content/treatment-page.ts'
import {listInWords, standingAlone} from '../../../content/words.ts'

type Props = {params: Promise<{slug: string}>}

export const generateStaticParams = () => []

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const page = await loadTreatmentPage((await params).slug)
  if (!page) return {}
  const {name, summary, slug, seo} = page.treatment
  return metadataOf({path: `/treatments/${slug.current}`, title: name, description: summary, seo})
}

export default async function TreatmentRoute({params}: Props) {
  const page = await loadTreatmentPage((await params).slug)
  if (!page) notFound()
  const {treatment, conditions, gathered, citations} = page
  const around = {gathered, citations}
  return (
    <SiteFrame frame={await loadFrame()}>
      <JsonLd thing={structured(page)} />
      <article className="article">
        <PageHeading crumbs={crumbs} kicker="Treatment" title={treatment.name} lead={treatment.summary}>
          <ReviewLine updatedAt={treatment._updatedAt} />
        </PageHeading>
        <div className="column prose">
          <TreatmentFacts page={page} />
          <h2 id="how-it-works">How it works</h2>
          <Prose value={treatment.howItWorks} {...around} />
          <h2 id="common-effects">Common side effects</h2>
          <ul>
            {treatment.commonEffects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          <h2 id="serious-effects">Serious side effects</h2>
          <Prose value={treatment.seriousEffects} {...around} />
          <h2 id="monitoring">Checks during treatment</h2>
          <Prose value={treatment.monitoring} {...around} />
          <ConditionLinks conditions={conditions} title="Conditions it is used for" />
          <Codes codes={treatment.codes} />
          <SourceList citations={citations} />
        </div>
      </article>
    </SiteFrame>
  )
}

const crumbs = [
  {href: '/', label: 'Home'},
  {href: '/treatments', label: 'Treatments'},
]

function TreatmentFacts({page: {treatment, gathered}}: {page: TreatmentPage}) {
  const biomarkers = gathered.all('biomarker', treatment.biomarkers)
  const links = biomarkers.map(({_id, plainName, slug}, index) => (
    <span key={_id}>
      {index > 0 && ', '}
      <a href={`/biomarkers/${slug.current}`}>{plainName}</a>
    </span>
  ))
  return (
    <Facts
      facts={[
        ['In plain words', standingAlone(treatment.plainName)],
        ['How it is taken', howTaken(treatment)],
        ['Example medicines', listInWords(treatment.exampleMedicines ?? [])],
        ['Tests that matter', links.length > 0 ? links : null],
      ]}
    />
  )
}

function structured({treatment, citations}: TreatmentPage) {
  return medicalWebPage({
    path: `/treatments/${treatment.slug.current}`,
    title: treatment.name,
    description: treatment.summary,
    updatedAt: treatment._updatedAt,
    about: {name: treatment.name, kind: 'MedicalTherapy', codes: treatment.codes},
    sources: citations.sources,
  })
}
