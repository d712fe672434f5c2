import {ArchiveError} from './archive-error.ts'
import {inOrderOfReference} from './order.ts'
import {withAssets} from './parse-document.ts'
import {readArchive, type Archive, type ArchivedLine} from './read-archive.ts'
import {openSpool, type Spool} from './spool.ts'

export type ImportMode = 'create' | 'createIfNotExists' | 'createOrReplace'

/** Where an import goes: a lake of this process, or one that is asked over HTTP. */
export type ImportTarget = {
  /** Which of these documents are there already. */
  existing(ids: readonly string[]): Promise<Set<string>>
  /** Uploads one file; gives the id of its asset. */
  upload(path: string, bytesAt: string, filename: string | undefined): Promise<string>
  /** One transaction. Throws a RefusedBatch when nothing of it was taken. */
  commit(mutations: object[]): Promise<void>
  maxBatchBytes: number
}

/** A batch that the lake did not take; `index` is the mutation at fault, when it said which. */
export class RefusedBatch extends Error {
  override readonly name = 'RefusedBatch'
  readonly index: number | null

  constructor(message: string, index: number | null, cause?: unknown) {
    super(message, {cause})
    this.index = index
  }
}

export type ImportOptions = {
  source: AsyncIterable<Uint8Array>
  target: ImportTarget
  mode: ImportMode
  /** Where the archive lies while it is checked; the system's folder for such files when left out. */
  spoolIn?: string
  onProgress?(done: number, total: number): void
}

const maxDocuments = 200
const maxInOneTransaction = 1000

/**
 * Imports an archive. All of it is read and checked before anything is written; then each batch is one transaction, in
 * the order of references. Throws an ArchiveError that names the line; what was committed before it stays.
 */
export async function importInto({
  source,
  target,
  mode,
  spoolIn,
  onProgress,
}: ImportOptions): Promise<{documents: number; assets: number; batches: number}> {
  const spool = openSpool(spoolIn)
  try {
    const archive = await readArchive(source, spool)
    await requireTargets(archive, target)
    const batches = [...batchesOf(archive.lines, target.maxBatchBytes)]
    const assets = await uploadAll(archive, target)
    let done = 0
    for (const batch of batches) {
      await commit(batch, {spool, target, mode, assets})
      done += batch.length
      onProgress?.(done, archive.lines.length)
    }
    return {documents: done, assets: assets.size, batches: batches.length}
  } finally {
    spool.close()
  }
}

async function requireTargets({lines, files}: Archive, target: ImportTarget): Promise<void> {
  const own = new Set(lines.map(({id}) => id))
  const outside = new Set(lines.flatMap(({targets}) => targets.filter((id) => !own.has(id))))
  const existing = outside.size > 0 ? await target.existing([...outside]) : outside
  for (const {number, targets, assets} of lines) {
    const missing = targets.find((id) => !own.has(id) && !existing.has(id))
    if (missing !== undefined)
      throw new ArchiveError(
        `Line ${number}: refers to “${missing}”, which is neither in the archive nor in the lake`,
      )
    const absent = assets.find((path) => !files.has(path))
    if (absent !== undefined)
      throw new ArchiveError(`Line ${number}: names ${absent}, which is not in the archive`)
  }
}

/** Groups that refer to each other stay in one transaction. */
function* batchesOf(lines: readonly ArchivedLine[], maxBytes: number): Generator<ArchivedLine[]> {
  let batch: ArchivedLine[] = []
  let bytes = 0
  for (const group of inOrderOfReference(lines)) {
    const size = group.reduce((sum, {place}) => sum + place.length + 40, 0)
    if (group.length > maxInOneTransaction)
      throw new ArchiveError(
        `Line ${group[0]?.number}: ${group.length} documents refer to each other in a circle; one transaction takes ${maxInOneTransaction}`,
      )
    if (batch.length > 0 && (batch.length + group.length > maxDocuments || bytes + size > maxBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(...group)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

async function uploadAll({files, metadata}: Archive, target: ImportTarget): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [path, bytesAt] of files) {
    const [, kind = '', sha1 = ''] = /^(image|file)s\/([a-f0-9]{40})/.exec(path) ?? []
    const known = metadata[`${kind}-${sha1}`]
    try {
      ids.set(path, await target.upload(path, bytesAt, known?.originalFilename))
    } catch (error) {
      throw new ArchiveError(`Entry ${path}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  return ids
}

type Commit = {spool: Spool; target: ImportTarget; mode: ImportMode; assets: Map<string, string>}

async function commit(batch: readonly ArchivedLine[], {spool, target, mode, assets}: Commit): Promise<void> {
  const idOf = (path: string): string => assets.get(path) ?? ''
  const mutations = batch.map(({place, assets: named}) => {
    const document: unknown = JSON.parse(spool.read(place))
    return {[mode]: named.length > 0 ? withAssets(document, idOf) : document}
  })
  try {
    await target.commit(mutations)
  } catch (error) {
    if (!(error instanceof RefusedBatch)) throw error
    const line = error.index === null ? undefined : batch[error.index]
    const numbers = batch.map(({number}) => number)
    const place = line ? `Line ${line.number}` : `Lines ${Math.min(...numbers)} to ${Math.max(...numbers)}`
    throw new ArchiveError(`${place}: ${error.message}`, {cause: error})
  }
}
