import type {AnyDocument} from '@lantern/content/read'
import {standingAlone} from './words.ts'

const folders = {
  article: 'articles',
  condition: 'conditions',
  biomarker: 'biomarkers',
  treatmentClass: 'treatments',
} as const
export type PageType = keyof typeof folders

export type PageDocument = Extract<AnyDocument, {_type: PageType}>

export function isPageDocument(document: AnyDocument): document is PageDocument {
  return Object.hasOwn(folders, document._type)
}

/** The address of a document's own page on the site, or `null` for a type without one. */
export function pathOf(document: AnyDocument): string | null {
  return isPageDocument(document) ? `/${folders[document._type]}/${document.slug.current}` : null
}

/** What readers call a document. */
export function titleOf(document: PageDocument): string {
  if (document._type === 'article') return document.title
  return document._type === 'biomarker' ? standingAlone(document.plainName) : document.name
}
