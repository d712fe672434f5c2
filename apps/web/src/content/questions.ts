import {queries, type DocumentType} from '@lantern/content/read'
import type {Question} from './lake.ts'

/** What the site asks the backend; the queries themselves are those of `@lantern/content`. */
export function rootBySlug(type: DocumentType, slug: string): Question {
  return {query: queries.rootBySlug, params: {type, slug}}
}

export function documentsByIds(ids: readonly string[]): Question {
  return {query: queries.documentsByIds, params: {ids}}
}

export function documentsOfType(type: DocumentType): Question {
  return {query: queries.listOfType, params: {type}}
}

export function referrersOfType(type: DocumentType, id: string): Question {
  return {query: queries.referrersOfType, params: {type, id}}
}
