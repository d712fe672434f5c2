import {z} from 'zod'
import {parsers, type AnyDocument, type DocumentType} from './parsers.ts'

/** Why a document is refused; the path is written like `sections.whatItIs[0].children`. */
export type Problem = {documentId: string; type: string; path: string; message: string}
export type ParsedDocument = {ok: true; document: AnyDocument} | {ok: false; problems: Problem[]}

const identified = z.object({_id: z.string()})

/**
 * Parses a document as the backend gave it. Fields without a value may be absent or `null`, as GROQ gives them;
 * unknown fields are dropped. What must not be published is refused; limits of length alone are the Studio’s business,
 * because a correction in one word too many is better than the old text.
 */
export function parseDocument(type: DocumentType, value: unknown): ParsedDocument {
  const id = identified.safeParse(value)
  const documentId = id.success ? id.data._id : 'unknown'
  if (!Object.hasOwn(parsers, type)) {
    return {ok: false, problems: [{documentId, type, path: '_type', message: 'Expected a known type'}]}
  }
  const parsed = parsers[type].safeParse(withoutNulls(value))
  if (parsed.success) return {ok: true, document: parsed.data}
  const problems = parsed.error.issues.map(({path, message}) => ({
    documentId,
    type,
    path: written(path),
    message,
  }))
  return {ok: false, problems}
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(present.map(([name, member]) => [name, withoutNulls(member)]))
}

function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`
    return before === '' ? String(step) : `${before}.${String(step)}`
  }, '')
}
