import {referencesOf, type Biomarker, type Condition} from '@lantern/content/read'
import {cache} from 'react'
import {citationsOf, sourcesMarkedIn, type Citations} from './citations.ts'
import {gather, type Gathered} from './gather.ts'
import {siteLoader} from './site-loader.ts'

export type BiomarkerPage = {
  biomarker: Biomarker
  conditions: Condition[]
  gathered: Gathered
  citations: Citations
}

/** Everything a biomarker's page shows, or `null` when there is no biomarker at the slug. */
export const loadBiomarkerPage = cache(async (slug: string): Promise<BiomarkerPage | null> => {
  const loader = await siteLoader()
  const biomarker = await loader.root('biomarker', slug)
  if (!biomarker) return null
  const gathered = await gather(loader, referencesOf(biomarker))
  const cited = [...sourcesMarkedIn(biomarker.about), ...biomarker.sources.map(({_ref}) => _ref)]
  const conditions = await loader.referrers('condition', biomarker._id)
  return {biomarker, conditions, gathered, citations: citationsOf(cited, gathered)}
})
