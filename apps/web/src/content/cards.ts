import type {Card} from '../components/card-list/card-list.tsx'
import {pathOf, titleOf, type PageDocument} from './paths.ts'
import {articleKinds, biomarkerKinds, stages} from './words.ts'

/** The card that leads to a document's page. */
export function cardOf(document: PageDocument): Card {
  return {
    key: document._id,
    href: pathOf(document) ?? '/',
    title: titleOf(document),
    text: document._type === 'article' ? document.dek : document.summary,
    kicker: kickerOf(document),
    figure: document._type === 'article' ? document.hero : undefined,
  }
}

function kickerOf(document: PageDocument): string | undefined {
  if (document._type === 'article') return articleKinds[document.kind]
  if (document._type === 'condition') return stages[document.stage]
  return document._type === 'biomarker' ? `${document.symbol} · ${biomarkerKinds[document.kind]}` : undefined
}
