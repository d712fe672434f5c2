import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {extract, type Header} from 'tar-stream'
import {z} from 'zod'
import {ArchiveError} from './archive-error.ts'
import {linesOf} from './lines.ts'
import {parseLine} from './parse-document.ts'
import type {Spool} from './spool.ts'

const maxInflatedBytes = 10_000_000_000
const maxRatio = 100
/** Small archives of nothing but repetition are no bombs. */
const ratioMatersFrom = 50_000_000
const maxMetadataBytes = 32_000_000

export type ArchivedLine = {
  id: string
  number: number
  place: {offset: number; length: number}
  targets: string[]
  assets: string[]
}
const metadataOf = z.record(z.string(), z.looseObject({originalFilename: z.string().optional()}))
export type Archive = {
  lines: ArchivedLine[]
  /** From `images/<name>` or `files/<name>` to where the bytes lie. */
  files: Map<string, string>
  /** From `image-<sha1>` to what was known about the asset beside its bytes. */
  metadata: z.infer<typeof metadataOf>
}

type Bytes = AsyncIterable<Uint8Array>
type Entry = AsyncIterable<unknown> & {header: Header; resume(): unknown}

/**
 * Reads NDJSON or a tar of it, gzipped or not, into the spool, and checks each line. Throws an ArchiveError that names the
 * line or the entry; no name of the archive is ever a path here.
 */
export async function readArchive(source: Bytes, spool: Spool): Promise<Archive> {
  const archive: Archive = {lines: [], files: new Map(), metadata: {}}
  const seen = new Map<string, number>()
  const {head, whole} = await peek(source, 2)
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  try {
    if (isGzip) await inflate(whole, (inflated) => readPlain(inflated, spool, archive, seen))
    else await readPlain(whole, spool, archive, seen)
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ArchiveError(`The archive is broken: ${reason}`, {cause: error})
  }
  return archive
}

/** The first bytes, and a stream that still has them. */
async function peek(source: Bytes, count: number): Promise<{head: Buffer; whole: Bytes}> {
  const chunks = source[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let isOver = false
  while (head.length < count && !isOver) {
    const next = await chunks.next()
    if (next.done) isOver = true
    else head = Buffer.concat([head, next.value])
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      if (isOver) return
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } finally {
      // Whoever stops reading in the middle closes the source with it.
      await chunks.return?.()
    }
  }
  return {head, whole: all()}
}

async function inflate(source: Bytes, read: (inflated: Bytes) => Promise<void>): Promise<void> {
  let packed = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      packed += chunk.byteLength
      yield chunk
    }
  }
  async function* limited(inflated: Bytes): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of inflated) {
      size += chunk.byteLength
      if (size > maxInflatedBytes)
        throw new ArchiveError(`The archive inflates to over ${maxInflatedBytes} bytes`)
      if (size > ratioMatersFrom && size / packed > maxRatio)
        throw new ArchiveError(`The archive inflates to over ${maxRatio} times its size`)
      yield chunk
    }
  }
  await pipeline(Readable.from(counted()), createGunzip(), (inflated: Bytes) => read(limited(inflated)))
}

async function readPlain(
  source: Bytes,
  spool: Spool,
  archive: Archive,
  seen: Map<string, number>,
): Promise<void> {
  const {head, whole} = await peek(source, 512)
  if (head.subarray(257, 262).toString('latin1') !== 'ustar') return readLines(whole, spool, archive, seen)
  const entries = extract()
  const reading = (async () => {
    for await (const entry of entries) await readEntry(entry, spool, archive, seen)
  })()
  await Promise.all([pipeline(Readable.from(whole), entries), reading])
}

async function readEntry(
  entry: Entry,
  spool: Spool,
  archive: Archive,
  seen: Map<string, number>,
): Promise<void> {
  const {name, type} = entry.header
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  const isFile = type === 'file' || type === 'contiguous-file'
  if (!isFile && type !== 'directory')
    throw new ArchiveError(`Entry ${name} is a ${String(type)}; expected plain files`)
  if (name.startsWith('/') || parts.includes('..') || /[\\\0:]/.test(name))
    throw new ArchiveError(`Entry ${JSON.stringify(name)} leads out of the archive`)
  const [folder = '', base = ''] = parts.slice(-2).length === 2 ? parts.slice(-2) : ['', parts[0] ?? '']
  const isAsset = isFile && (folder === 'images' || folder === 'files')
  if (isAsset) archive.files.set(`${folder}/${base}`, await spool.keepFile(name, bytesOf(entry)))
  else if (isFile && base.endsWith('.ndjson')) await readLines(bytesOf(entry), spool, archive, seen)
  else if (isFile && base === 'assets.json') archive.metadata = await readMetadata(bytesOf(entry))
  else entry.resume()
}

async function* bytesOf(entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk
}

async function readLines(
  source: Bytes,
  spool: Spool,
  archive: Archive,
  seen: Map<string, number>,
): Promise<void> {
  for await (const {number, bytes} of linesOf(source)) {
    const {document, targets, assets} = parseLine(number, bytes)
    const earlier = seen.get(document._id)
    if (earlier !== undefined)
      throw new ArchiveError(`Line ${number}: has the id “${document._id}” of line ${earlier}`)
    seen.set(document._id, number)
    archive.lines.push({
      id: document._id,
      number,
      place: spool.keep(JSON.stringify(document)),
      targets,
      assets,
    })
  }
}

async function readMetadata(source: Bytes): Promise<Archive['metadata']> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.byteLength
    if (size > maxMetadataBytes)
      throw new ArchiveError(`Entry assets.json is larger than ${maxMetadataBytes} bytes`)
    chunks.push(chunk)
  }
  const parsed = metadataOf.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
  if (!parsed.success) throw new ArchiveError('Entry assets.json: expected an object of objects')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ArchiveError('Entry assets.json is not JSON', {cause})
  }
}
