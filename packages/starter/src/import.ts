import type {SanityClient} from '@sanity/client'
import {readFile} from 'node:fs/promises'
import {isDeepStrictEqual} from 'node:util'
import type {StarterDocument} from './document.ts'
import {library} from './library.ts'
import {starterPictures, type StarterPicture} from './pictures.ts'

export type ImportOptions = {client: SanityClient; onProgress?: (line: string) => void}
export type Imported = {pictures: number; documents: number}

/**
 * Brings the starter library to the dataset of a client and tells how much was written. Only what is missing or differs is
 * written, all documents in one transaction, so a second import writes nothing. It replaces what editors changed in
 * its documents; drafts stay as they are.
 */
export async function importStarter({client, onProgress = () => {}}: ImportOptions): Promise<Imported> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const pictures = await uploadMissing(raw, onProgress)
  const documents = await writeDiffering(raw, onProgress)
  return {pictures, documents}
}

async function uploadMissing(client: SanityClient, say: (line: string) => void): Promise<number> {
  const present = await client.fetch<string[]>('*[_id in $ids]._id', {
    ids: starterPictures.map(({assetId}) => assetId),
  })
  const missing = starterPictures.filter(({assetId}) => !present.includes(assetId))
  for (const [index, picture] of missing.entries()) {
    await upload(client, picture)
    say(`Picture ${index + 1} of ${missing.length}: ${picture.id}`)
  }
  return missing.length
}

async function upload(client: SanityClient, {id, path, assetId}: StarterPicture): Promise<void> {
  const stored = await client.assets.upload('image', await readFile(path), {
    filename: `${id}.jpg`,
    contentType: 'image/jpeg',
  })
  if (stored._id === assetId) return
  throw new Error(`Import of the picture "${id}": the API named it ${stored._id}, expected ${assetId}`)
}

async function writeDiffering(client: SanityClient, say: (line: string) => void): Promise<number> {
  const stored = await client.fetch<{_id: string}[]>('*[_id in $ids]', {ids: library.map(({_id}) => _id)})
  const byId = new Map(stored.map((document) => [document._id, document]))
  const differing = library.filter((document) => !isSame(document, byId.get(document._id)))
  if (differing.length === 0) {
    say('The starter library is already there')
    return 0
  }
  const transaction = differing.reduce(
    (open, document) => open.createOrReplace<Record<string, unknown>>(document),
    client.transaction(),
  )
  await transaction.commit({visibility: 'sync'})
  say(`Wrote ${differing.length} documents`)
  return differing.length
}

const writtenByLake = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])

/** Whether a stored document says what ours says; what only the lake writes is left aside, and so is key order. */
function isSame(ours: StarterDocument, stored: object | undefined): boolean {
  if (!stored) return false
  const told = Object.entries(stored).filter(([field]) => !writtenByLake.has(field))
  return isDeepStrictEqual(Object.fromEntries(told), JSON.parse(JSON.stringify(ours)))
}
