import {hash} from 'node:crypto'

const digest = (parts: readonly (string | null)[]): string =>
  // No part holds a raw line break: ids have none, and JSON writes it as \n.
  hash('sha256', parts.map((part) => part ?? '').join('\n'))

export type EffectRow = {
  documentId: string
  previousRev: string | null
  resultRev: string | null
  beforeJson: string | null
  afterJson: string | null
}

/** The content hash of one revision: what a document was and became. */
export function hashOfEffect({documentId, previousRev, resultRev, beforeJson, afterJson}: EffectRow): string {
  return digest([documentId, previousRev, resultRev, beforeJson, afterJson])
}

export type TransactionRow = {
  dataset: string
  id: string
  author: string
  timestamp: string
  documentIds: string
  mutations: string
  action: string | null
}

/** Hash of a transaction over its predecessor's: a line that was changed, dropped or put in breaks all that follow. */
export function hashOfTransaction(
  previous: string | null,
  row: TransactionRow,
  effectHashes: readonly string[],
): string {
  const {dataset, id, author, timestamp, documentIds, mutations, action} = row
  const own = [dataset, id, author, timestamp, documentIds, mutations, action]
  return digest([previous, ...own, ...effectHashes])
}
