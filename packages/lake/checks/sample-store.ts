import {openStore, type Store} from '../src/store/store.ts'
import {createWriter, type Writer} from '../src/transact/transact.ts'

export const identity = {userId: 'writer', role: 'robot'}
export const dataset = 'production'

/** A store with its writer and no server: the part that faults are about. */
export function openSample(directory: string): {store: Store; writer: Writer} {
  const store = openStore({directory})
  store.db
    .prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)')
    .run(dataset, '2026-01-01T00:00:00Z')
  const writer = createWriter({
    store,
    clock: {now: () => Date.now()},
    rules: {permit: () => null},
    selectIds: () => [],
  })
  return {store, writer}
}

/** One transaction of an editor's day: a page that is made, changed or deleted, with a reference. */
export function writeSample(writer: Writer, number: number, bytes = 900): void {
  const page = `page-${number % 25}`
  const text = `${number} `.repeat(bytes).slice(0, bytes)
  const mutations =
    number % 25 === 24
      ? [{delete: {id: page}}]
      : [
          {createIfNotExists: {_id: 'author', _type: 'person', name: 'Ada'}},
          {createOrReplace: {_id: page, _type: 'page', text, author: {_type: 'reference', _ref: 'author'}}},
        ]
  writer.mutate({dataset, body: {mutations}, identity, options: {}})
}
