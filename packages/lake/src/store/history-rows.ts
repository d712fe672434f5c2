import {z} from 'zod'
import type {EffectRow, TransactionRow} from './hashes.ts'

const text = z.string()
const effect = z.looseObject({
  document_id: text,
  previous_rev: text.nullable(),
  result_rev: text.nullable(),
  before_json: text.nullable(),
  after_json: text.nullable(),
})
const transaction = z.looseObject({
  dataset: text,
  id: text,
  author: text,
  timestamp: text,
  document_ids: text,
  mutations: text,
  action: text.nullable(),
})

/** A row of `effects` in our names. Throws for a row that the store cannot have written. */
export function effectOf(row: unknown): EffectRow {
  const found = effect.parse(row)
  return {
    documentId: found.document_id,
    previousRev: found.previous_rev,
    resultRev: found.result_rev,
    beforeJson: found.before_json,
    afterJson: found.after_json,
  }
}

/** A row of `transactions` in our names. Throws for a row that the store cannot have written. */
export function transactionOf(row: unknown): TransactionRow {
  const {
    document_ids: documentIds,
    dataset,
    id,
    author,
    timestamp,
    mutations,
    action,
  } = transaction.parse(row)
  return {dataset, id, author, timestamp, documentIds, mutations, action}
}
