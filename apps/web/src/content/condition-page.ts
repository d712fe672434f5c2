import {referencesOf, type Condition} from '@lantern/content/read'
import {cache} from 'react'
import {optionReferences} from './article-page.ts'
import {citationsOf, sourcesMarkedIn, type Citations} from './citations.ts'
import {gather, type Gathered} from './gather.ts'
import {siteLoader} from './site-loader.ts'

export type ConditionPage = {condition: Condition; gathered: Gathered; citations: Citations}

/** Everything a condition's page shows, or `null` when there is no condition at the slug. */
export const loadConditionPage = cache(async (slug: string): Promise<ConditionPage | null> => {
  const loader = await siteLoader()
  const condition = await loader.root('condition', slug)
  if (!condition) return null
  const gathered = await gather(loader, [
    ...referencesOf(condition),
    ...optionReferences(condition.treatmentOptions),
  ])
  return {condition, gathered, citations: citationsOf(citedIn(condition), gathered)}
})

function citedIn({sections, treatmentOptions}: Condition): string[] {
  const {whatItIs, whatTheNameMeans, spread, treatments, support, next} = sections
  return [
    ...[whatItIs, whatTheNameMeans, spread, treatments].flatMap(sourcesMarkedIn),
    ...treatmentOptions.flatMap(({sources}) => sources.map(({_ref}) => _ref)),
    ...[support, next].flatMap(sourcesMarkedIn),
  ]
}
