import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../document.ts'
import {referenceRows} from './reference-rows.ts'
import {fieldsOf, variantOf, type FieldValue} from './fields.ts'

/** Keeps `field_values` in step with the documents; the caller holds the SQLite transaction. */
export type FieldIndex = {
  change(dataset: string, before: LakeDocument | null, after: LakeDocument | null): void
  /** Call after a rollback: what was known of the paths may be gone. */
  forget(): void
}

const isSame = (one: FieldValue, other: FieldValue | undefined): boolean =>
  one.rank === other?.rank && Object.is(one.value, other.value)

export function openFieldIndex(db: DatabaseSync): FieldIndex {
  const findPath = db.prepare(
    'SELECT path_id FROM field_paths WHERE dataset = ? AND path = ? AND type = ? AND variant = ?',
  )
  const addPath = db.prepare('INSERT INTO field_paths (dataset, path, type, variant) VALUES (?, ?, ?, ?)')
  const count = db.prepare('UPDATE field_paths SET documents = documents + ? WHERE path_id = ?')
  const add = db.prepare('INSERT INTO field_values (path_id, rank, value, id) VALUES (?, ?, ?, ?)')
  const drop = db.prepare('DELETE FROM field_values WHERE path_id = ? AND rank = ? AND value = ? AND id = ?')
  const known = new Map<string, number>()

  const pathId = (dataset: string, path: string, {_id, _type}: LakeDocument): number => {
    const variant = variantOf(_id)
    const key = `${dataset}\n${variant}\n${_type}\n${path}`
    const found = known.get(key) ?? findPath.get(dataset, path, _type, variant)?.['path_id']
    const id = Number(found ?? addPath.run(dataset, path, _type, variant).lastInsertRowid)
    known.set(key, id)
    return id
  }
  return {
    forget: () => known.clear(),
    change: (dataset, before, after) => {
      const old = before ? fieldsOf(before) : new Map<string, FieldValue>()
      const fresh = after ? fieldsOf(after) : new Map<string, FieldValue>()
      const isSameKind = before?._type === after?._type
      for (const [path, entry] of old) {
        if (!before || (isSameKind && isSame(entry, fresh.get(path)))) continue
        const id = pathId(dataset, path, before)
        drop.run(id, entry.rank, entry.value, before._id)
        if (!isSameKind || !fresh.has(path)) count.run(-1, id)
      }
      for (const [path, entry] of fresh) {
        if (!after || (isSameKind && isSame(entry, old.get(path)))) continue
        const id = pathId(dataset, path, after)
        add.run(id, entry.rank, entry.value, after._id)
        if (!isSameKind || !old.has(path)) count.run(1, id)
      }
    },
  }
}

/** The form of the indexes that this code writes; a store with another one builds them again. */
const form = 1

/** Builds the indexes of fields and references anew when the store holds none or some of another form. */
export function ensureDerivedIndexes(db: DatabaseSync): void {
  const known = db.prepare("SELECT form FROM derived_indexes WHERE name = 'fields'").get()
  if (known?.['form'] === form) return
  db.exec(
    'BEGIN IMMEDIATE; DELETE FROM field_values; DELETE FROM field_paths; DELETE FROM document_references',
  )
  try {
    const index = openFieldIndex(db)
    const refer = db.prepare(
      'INSERT INTO document_references (dataset, source_id, target_id, weak) VALUES (?, ?, ?, ?)',
    )
    for (const row of db.prepare('SELECT dataset, json FROM documents').iterate()) {
      const dataset = String(row['dataset'])
      const document: LakeDocument = JSON.parse(String(row['json']))
      index.change(dataset, null, document)
      for (const {target, bits} of referenceRows(document)) refer.run(dataset, document._id, target, bits)
    }
    db.prepare("INSERT OR REPLACE INTO derived_indexes (name, form, seq) VALUES ('fields', ?, 0)").run(form)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
