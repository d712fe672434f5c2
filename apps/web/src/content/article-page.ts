import {referencesOf, type AnyDocument, type Article} from '@lantern/content/read'
import {cache} from 'react'
import {citationsOf, sourcesMarkedIn, type Citations} from './citations.ts'
import {gather, type Gathered} from './gather.ts'
import {siteLoader} from './site-loader.ts'

export type ArticlePage = {article: Article; gathered: Gathered; citations: Citations}

/** Everything an article's page shows, or `null` when there is no article at the slug. */
export const loadArticlePage = cache(async (slug: string): Promise<ArticlePage | null> => {
  const loader = await siteLoader()
  const article = await loader.root('article', slug)
  if (!article) return null
  const listed = new Set(
    article.body.flatMap((block) => (block._type === 'treatmentOptionList' ? [block.condition._ref] : [])),
  )
  const gathered = await gather(loader, referencesOf(article), (document) => shownOf(document, listed))
  return {article, gathered, citations: citationsOf(citedIn(article, gathered), gathered)}
})

function shownOf(document: AnyDocument, listedConditions: ReadonlySet<string>): string[] {
  if (document._type !== 'condition' || !listedConditions.has(document._id)) return []
  return optionReferences(document.treatmentOptions)
}

type Option = {
  treatmentClass: {_ref: string}
  biomarkerRule?: {biomarker: {_ref: string}} | undefined
  sources: readonly {_ref: string}[]
}

/** What a list of treatment options shows of other documents. */
export function optionReferences(options: readonly Option[]): string[] {
  return options.flatMap(({treatmentClass, biomarkerRule, sources}) => [
    treatmentClass._ref,
    ...(biomarkerRule ? [biomarkerRule.biomarker._ref] : []),
    ...sources.map(({_ref}) => _ref),
  ])
}

function citedIn(article: Article, gathered: Gathered): string[] {
  return article.body.flatMap((block) => {
    if (block._type !== 'treatmentOptionList') return sourcesMarkedIn([block])
    const condition = gathered.one('condition', block.condition)
    return (condition?.treatmentOptions ?? []).flatMap(({sources}) => sources.map(({_ref}) => _ref))
  })
}
