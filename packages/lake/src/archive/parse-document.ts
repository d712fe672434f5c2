import {z} from 'zod'
import {isDocumentId} from '../document-id.ts'
import {requireWithinLimits} from '../transact/limits.ts'
import {findReferences} from '../transact/references.ts'
import {ArchiveError} from './archive-error.ts'

const shape = z.looseObject({
  _id: z.string().refine(isDocumentId, 'letters, digits, . _ -'),
  _type: z.string().min(1),
})
export type ArchivedDocument = z.infer<typeof shape>
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
const assetPattern = /^(image|file)@file:\/\/\.\/((?:images|files)\/[\w.-]{1,200})$/

/** An archived document with what it asks for: targets that must be there, and files of the archive. */
export type ParsedLine = {document: ArchivedDocument; targets: string[]; assets: string[]}

/** Reads one line. Throws an ArchiveError that names the line and what was expected. */
export function parseLine(number: number, bytes: Buffer): ParsedLine {
  try {
    const document = shape.parse(JSON.parse(decoder.decode(bytes)))
    // First of all: what follows walks the document, and nothing may be deeper than the lake takes.
    requireWithinLimits({_rev: '', _createdAt: '', _updatedAt: '', ...document})
    const strong = findReferences(document).filter(({weak}) => !weak)
    return {document, targets: strong.map(({target}) => target), assets: assetsIn(document)}
  } catch (error) {
    throw new ArchiveError(`Line ${number}: ${reasonOf(error, bytes)}`, {cause: error})
  }
}

function reasonOf(error: unknown, bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'begins with a byte-order mark'
  if (error instanceof z.ZodError) return `is no document: ${z.prettifyError(error)}`
  if (error instanceof ArchiveError) return error.message
  // The parser's own message quotes the line, and a line may be a draft.
  if (error instanceof SyntaxError) return 'is not JSON'
  if (error instanceof TypeError) return 'is not UTF-8'
  return error instanceof Error ? error.message : String(error)
}

/** The files that a document names; the name of anything else is refused, because an import fetches nothing. */
function assetsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(assetsIn)
  const named: unknown = Array.isArray(value) ? undefined : Reflect.get(value, '_sanityAsset')
  if (named === undefined) return inside
  const path = typeof named === 'string' ? assetPattern.exec(named)?.[2] : undefined
  if (!path)
    throw new ArchiveError(
      'names an asset outside the archive; expected image@file://./images/… or file@file://./files/…',
    )
  return [path, ...inside]
}

/** The same document with each named file replaced by a reference to the asset that it became. */
export function withAssets(value: unknown, idOf: (path: string) => string): unknown {
  if (Array.isArray(value)) return value.map((member) => withAssets(member, idOf))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
    if (name !== '_sanityAsset') return [[name, withAssets(field, idOf)]]
    const path = assetPattern.exec(String(field))?.[2] ?? ''
    return [['asset', {_type: 'reference', _ref: idOf(path)}]]
  })
  return Object.fromEntries(fields)
}
