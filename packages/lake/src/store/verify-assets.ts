import {createHash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'
import {assetPath} from '../assets/files.ts'

const kinds = {'sanity.imageAsset': 'images', 'sanity.fileAsset': 'files'} as const

/** Each asset that a document describes: its dataset, its file's name and place, and the SHA-1 that it must have. */
export function* listAssets(
  db: DatabaseSync,
  directory: string,
): Generator<{
  dataset: string
  id: string
  kind: 'images' | 'files'
  name: string
  place: string
  sha1: string
}> {
  const rows = db.prepare(
    `SELECT dataset, id, type, json_extract(json, '$.path') AS path, json_extract(json, '$.sha1hash') AS sha1
     FROM documents WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset') ORDER BY dataset, id`,
  )
  for (const row of rows.iterate()) {
    const [dataset, id] = [String(row['dataset']), String(row['id'])]
    const kind = row['type'] === 'sanity.imageAsset' ? kinds['sanity.imageAsset'] : kinds['sanity.fileAsset']
    const name = String(row['path']).split('/').at(-1) ?? ''
    const place = assetPath(directory, kind, dataset, name)
    if (place) yield {dataset, id, kind, name, place, sha1: String(row['sha1'])}
  }
}

/** Assets whose file is missing or is not what its name says. */
export function* findAssetFaults(db: DatabaseSync, directory: string): Generator<string> {
  for (const {dataset, id, place, sha1} of listAssets(db, directory)) {
    const found = sha1Of(place)
    if (found === null) yield `asset ${id} in ${dataset}: its file is missing`
    else if (found !== sha1) yield `asset ${id} in ${dataset}: its file is not what was uploaded`
  }
}

/** In pieces: a file may be 100 MB. Null when it cannot be read. */
function sha1Of(path: string): string | null {
  const digest = createHash('sha1')
  const piece = Buffer.alloc(1 << 16)
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      digest.update(piece.subarray(0, read))
    }
    return digest.digest('hex')
  } catch {
    // Missing or unreadable: the caller names the asset, which says more than the system's error.
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}
