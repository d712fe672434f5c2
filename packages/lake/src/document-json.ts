import type {LakeDocument} from './document.ts'

const texts = new WeakMap<LakeDocument, string>()

/**
 * A document as the store keeps it. A document of a working set is never changed, only replaced, so its text is made
 * once: limits, history and state all need it, and at 5 kB it is a good part of what a mutation costs.
 */
export function jsonOfDocument(document: LakeDocument): string {
  const known = texts.get(document)
  if (known !== undefined) return known
  const made = JSON.stringify(document)
  texts.set(document, made)
  return made
}

/** Tells the text that a document was just parsed from. */
export function rememberJson(document: LakeDocument, text: string): void {
  texts.set(document, text)
}
