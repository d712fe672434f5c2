import {z} from 'zod'
import {reference} from './values/parse.ts'

/** The id under which readers see a document: without `drafts.` or `versions.<release>.`. */
export function publishedId(id: string): string {
  return id.replace(/^(drafts\.|versions\.[^.]+\.)/, '')
}

/** The published ids of all documents that a document refers to, each once; pictures are not documents. */
export function referencesOf(document: unknown): string[] {
  return [...new Set(found(document))]
}

function found(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(found)
  if (typeof value !== 'object' || value === null) return []
  if ('_ref' in value && typeof value._ref === 'string') return [publishedId(value._ref)]
  return Object.entries(value).flatMap(([name, member]) => (name === 'asset' ? [] : found(member)))
}

/** Every place of a parser where a reference can stand, as GROQ paths like `body[].markDefs[].source`. */
export function referencePaths(parser: unknown, path = ''): string[] {
  if (parser === reference) return path.endsWith('asset') ? [] : [path]
  if (parser instanceof z.ZodOptional) return referencePaths(parser.unwrap(), path)
  if (parser instanceof z.ZodArray) return referencePaths(parser.element, `${path}[]`)
  if (parser instanceof z.ZodUnion)
    return unique(parser.options.map((option) => referencePaths(option, path)))
  if (!(parser instanceof z.ZodObject)) return []
  const fields = Object.entries(parser.shape)
  return unique(fields.map(([name, field]) => referencePaths(field, path === '' ? name : `${path}.${name}`)))
}

function unique(lists: string[][]): string[] {
  return [...new Set(lists.flat())]
}
