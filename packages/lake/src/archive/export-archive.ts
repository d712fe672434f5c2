import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {pipeline} from 'node:stream/promises'
import {createGzip} from 'node:zlib'
import {pack, type Pack} from 'tar-stream'
import {z} from 'zod'
import {listAssets} from '../store/verify-assets.ts'

const assetTypes = new Set<unknown>(['sanity.imageAsset', 'sanity.fileAsset'])
/** What the bytes and the importing lake say by themselves. */
const derived = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  'assetId',
  'extension',
  'mimeType',
  'path',
  'uploadId',
  'url',
])
const field = z.looseObject({asset: z.looseObject({_ref: z.string()})})

export type ExportOptions = {
  /** One state of the store. */
  db: DatabaseSync
  data: string
  dataset: string
  onProgress?(done: number): void
}

/** Every document as it is, drafts included, one JSON object a line. */
export function* rawLines({db, dataset}: Pick<ExportOptions, 'db' | 'dataset'>): Generator<string> {
  for (const {json} of db
    .prepare('SELECT json FROM documents WHERE dataset = ? ORDER BY id')
    .iterate(dataset))
    yield `${String(json)}\n`
}

/** A value with each asset replaced by the name of its file in the archive, as Sanity's own exports do. */
export function withFileNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFileNames)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, inside]) => [name, withFileNames(inside)] as const)
  const found = field.safeParse(value)
  const [, kind, name, extension] = found.success
    ? (/^(image|file)-([a-f0-9]{40}(?:-\d+x\d+)?)-([a-z0-9]+)$/.exec(found.data.asset._ref) ?? [])
    : []
  if (!kind) return Object.fromEntries(fields)
  const rest = fields.filter(([key]) => key !== 'asset')
  return {_sanityAsset: `${kind}@file://./${kind}s/${name}.${extension}`, ...Object.fromEntries(rest)}
}

/**
 * Writes an archive in the form of Sanity's exports: `data.ndjson`, the files, and `assets.json`. It gets its name when
 * it is whole. Gives what it holds.
 */
export async function exportTo(
  path: string,
  options: ExportOptions,
): Promise<{documents: number; assets: number}> {
  const {db, data, dataset} = options
  const folder = mkdtempSync(join(dirname(path), '.lake-export-'))
  try {
    const documents = writeDocuments(join(folder, 'data.ndjson'), options)
    const archive = pack()
    const writing = pipeline(archive, createGzip(), createWriteStream(join(folder, 'archive'), {mode: 0o600}))
    const root = basename(path).replace(/\.t(ar\.)?gz$/, '')
    await add(archive, `${root}/data.ndjson`, join(folder, 'data.ndjson'))
    let assets = 0
    const metadata: Record<string, unknown> = {}
    for (const {id, kind, name, place, sha1} of listAssets(db, data)) {
      const row = db.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?').get(dataset, id)
      if (!row) continue
      const known: unknown = JSON.parse(String(row['json']))
      metadata[`${kind === 'images' ? 'image' : 'file'}-${sha1}`] = Object.fromEntries(
        Object.entries(known ?? {}).filter(([key]) => !derived.has(key)),
      )
      await add(archive, `${root}/${kind}/${name}`, place)
      assets += 1
    }
    archive.entry({name: `${root}/assets.json`}, JSON.stringify(metadata))
    archive.finalize()
    await writing
    renameSync(join(folder, 'archive'), path)
    return {documents, assets}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function writeDocuments(path: string, {db, dataset, onProgress}: ExportOptions): number {
  const file = openSync(path, 'wx', 0o600)
  let count = 0
  try {
    for (const line of rawLines({db, dataset})) {
      const document: unknown = JSON.parse(line)
      if (typeof document === 'object' && document !== null && assetTypes.has(Reflect.get(document, '_type')))
        continue
      writeSync(file, `${JSON.stringify(withFileNames(document))}\n`)
      count += 1
      onProgress?.(count)
    }
  } finally {
    closeSync(file)
  }
  return count
}

const smallBytes = 1_000_000

async function add(archive: Pack, name: string, from: string): Promise<void> {
  const {size} = statSync(from)
  if (size <= smallBytes) {
    archive.entry({name, size}, readFileSync(from))
    return
  }
  await pipeline(createReadStream(from), archive.entry({name, size}))
}
