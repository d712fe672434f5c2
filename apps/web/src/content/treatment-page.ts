import {referencesOf, type Condition, type TreatmentClass} from '@lantern/content/read'
import {cache} from 'react'
import {citationsOf, sourcesMarkedIn, type Citations} from './citations.ts'
import {gather, type Gathered} from './gather.ts'
import {siteLoader} from './site-loader.ts'

export type TreatmentPage = {
  treatment: TreatmentClass
  conditions: Condition[]
  gathered: Gathered
  citations: Citations
}

/** Everything a treatment's page shows, or `null`; its conditions are those that list it, never typed twice. */
export const loadTreatmentPage = cache(async (slug: string): Promise<TreatmentPage | null> => {
  const loader = await siteLoader()
  const treatment = await loader.root('treatmentClass', slug)
  if (!treatment) return null
  const gathered = await gather(loader, referencesOf(treatment))
  const {howItWorks, seriousEffects, monitoring, sources} = treatment
  const marked = [howItWorks, seriousEffects, monitoring].flatMap(sourcesMarkedIn)
  const conditions = await loader.referrers('condition', treatment._id)
  return {
    treatment,
    conditions,
    gathered,
    citations: citationsOf([...marked, ...sources.map(({_ref}) => _ref)], gathered),
  }
})
