import {documentTag, parseDocument, referrersTag, slugTag, typeTag} from '@lantern/content/read'
import type {AnyDocument, DocumentType} from '@lantern/content/read'
import {z} from 'zod'
import {LakeUnavailable, type Question} from './lake.ts'
import type {LastGood} from './last-good.ts'
import {documentsByIds, documentsOfType, referrersOfType, rootBySlug} from './questions.ts'

export type DocumentOf<T extends DocumentType> = Extract<AnyDocument, {_type: T}>

/** Why a document is not there: positively gone, refused by its parser, or not to be had while the lake is down. */
export type Absence = 'gone' | 'refused' | 'unreachable'
export type Shelf = {documents: Map<string, AnyDocument>; absent: Map<string, Absence>}

/** Keeps the outcome of `make` under a key until one of its tags is purged; a throw is never kept. */
export type Cached = <T>(
  key: readonly string[],
  tags: readonly string[],
  make: () => Promise<T>,
) => Promise<T>

export type LoaderParts = {
  ask: (question: Question) => Promise<unknown>
  cached: Cached
  /** `null` in preview, where a draft must never become what readers get while the lake is down. */
  lastGood: LastGood | null
  /** What a page is made from, given a document that its parser accepted: the same, but for the marks of a preview. */
  shown: (document: AnyDocument) => AnyDocument
  log: (message: string) => void
  /** Called when a page is made from what was last good, so that it can be made again soon. */
  onOutage: () => Promise<void>
}

export type Loader = {
  /** The document of a type at a slug; `null` only when the backend said so. Throws LakeUnavailable when unknown. */
  root<T extends DocumentType>(type: T, slug: string): Promise<DocumentOf<T> | null>
  documents(ids: readonly string[]): Promise<Shelf>
  list<T extends DocumentType>(type: T): Promise<DocumentOf<T>[]>
  /** Documents of a type that hold a reference to `id`. */
  referrers<T extends DocumentType>(type: T, id: string): Promise<DocumentOf<T>[]>
}

type Row = {_id: string; _type: string}
const rows = z.array(z.looseObject({_id: z.string(), _type: z.string()}))
const root = z.looseObject({_id: z.string()}).nullable()
const ids = z.array(z.string())

/** Next keeps at most 128 tags with one entry and drops the rest without a word. */
const maxTagsPerEntry = 100

export function createLoader(parts: LoaderParts): Loader {
  const {ask, cached, lastGood} = parts

  async function orLastGood<T>(make: () => Promise<T>, recall: (cause: LakeUnavailable) => T): Promise<T> {
    try {
      return await make()
    } catch (cause) {
      if (!(cause instanceof LakeUnavailable) || !lastGood) throw cause
      parts.log(`The content backend is unavailable: ${cause.message}`)
      await parts.onOutage()
      return recall(cause)
    }
  }

  function accept(row: Row): AnyDocument | null {
    const parsed = parseDocument(row._type as DocumentType, row)
    if (parsed.ok) {
      lastGood?.keep(documentTag(row._id), row)
      return parts.shown(parsed.document)
    }
    for (const {path, message} of parsed.problems)
      parts.log(`Document ${row._id} is refused at ${path}: ${message}`)
    return recalled(row._id)
  }

  function recalled(id: string): AnyDocument | null {
    const kept = rows.safeParse([lastGood?.recall(documentTag(id))])
    const row = kept.success ? kept.data[0] : undefined
    if (!row) return null
    const parsed = parseDocument(row._type as DocumentType, row)
    return parsed.ok ? parsed.document : null
  }

  async function fill(shelf: Shelf, wanted: readonly string[]): Promise<void> {
    const found = await orLastGood(
      () =>
        cached(['documents', ...wanted], wanted.map(documentTag), async () =>
          read(rows, await ask(documentsByIds(wanted))),
        ),
      () => null,
    )
    const byId = new Map(found?.map((row) => [row._id, row]))
    for (const id of wanted) place(shelf, id, found ? (byId.get(id) ?? 'gone') : 'unreachable')
  }

  function place(shelf: Shelf, id: string, row: Row | 'gone' | 'unreachable'): void {
    if (row === 'gone') {
      lastGood?.forget(documentTag(id))
      shelf.absent.set(id, 'gone')
      return
    }
    const document = row === 'unreachable' ? recalled(id) : accept(row)
    if (document) shelf.documents.set(id, document)
    else shelf.absent.set(id, row === 'unreachable' ? 'unreachable' : 'refused')
  }

  async function documents(wanted: readonly string[]): Promise<Shelf> {
    const shelf: Shelf = {documents: new Map(), absent: new Map()}
    const sorted = [...new Set(wanted)].sort()
    for (let start = 0; start < sorted.length; start += maxTagsPerEntry) {
      await fill(shelf, sorted.slice(start, start + maxTagsPerEntry))
    }
    return shelf
  }

  async function many<T extends DocumentType>(
    type: T,
    tag: string,
    question: Question,
  ): Promise<DocumentOf<T>[]> {
    const key = `${type} ${tag}`
    const accepted = await orLastGood(
      async () => {
        const found = await cached(['list', key], [tag], async () => read(rows, await ask(question)))
        lastGood?.keep(
          key,
          found.map(({_id}) => _id),
        )
        return found.map(accept)
      },
      (cause) => {
        const kept = ids.safeParse(lastGood?.recall(key))
        if (!kept.success) throw cause
        return kept.data.map(recalled)
      },
    )
    return accepted.filter((document): document is DocumentOf<T> => document?._type === type)
  }

  async function idAt(type: DocumentType, slug: string): Promise<string | null> {
    const tag = slugTag(type, slug)
    return orLastGood(
      async () => {
        const found = await cached(['root', tag], [tag], async () =>
          read(root, await ask(rootBySlug(type, slug))),
        )
        const id = found?._id ?? null
        if (id === null) lastGood?.forget(tag)
        else lastGood?.keep(tag, id)
        return id
      },
      (cause) => {
        const kept = lastGood?.recall(tag)
        if (typeof kept !== 'string') throw cause
        return kept
      },
    )
  }

  return {
    documents,
    list: (type) => many(type, typeTag(type), documentsOfType(type)),
    referrers: (type, id) => many(type, referrersTag(id), referrersOfType(type, id)),
    async root<T extends DocumentType>(type: T, slug: string) {
      const id = await idAt(type, slug)
      if (id === null) return null
      const shelf = await documents([id])
      const document = shelf.documents.get(id)
      if (document) return document._type === type ? (document as DocumentOf<T>) : null
      if (shelf.absent.get(id) === 'gone') return null
      throw new LakeUnavailable('unreadable', `Nothing good is known of the ${type} at “${slug}”.`)
    },
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new LakeUnavailable('unreadable', 'The answer to a query has another shape.', parsed.error)
  return parsed.data
}
