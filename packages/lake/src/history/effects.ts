import type {LakeDocument} from '../document.ts'
import {encodePatch, type MendozaPatch} from './mendoza.ts'

export type Effects = {apply: MendozaPatch; revert: MendozaPatch}

/** What a transaction did to one document, forwards and back. `_rev` is left out: the transaction's id says it. */
export function effectsOf(before: LakeDocument | null, after: LakeDocument | null): Effects {
  const from = withoutRevision(before)
  const to = withoutRevision(after)
  return {apply: encodePatch(from, to), revert: encodePatch(to, from)}
}

function withoutRevision(document: LakeDocument | null): Record<string, unknown> | null {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}
