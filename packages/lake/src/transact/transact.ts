import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import type {Store} from '../store/store.ts'
import {actionName, actionSchema, applyAction} from './actions.ts'
import {withArrayKeys} from './array-keys.ts'
import {applyMutation, mutationSchema} from './mutate.ts'
import {openRecord} from './record.ts'
import {requireWithinLimits} from './limits.ts'
import {findReferences} from './references.ts'
import type {Cause, Change, Commit, MutationResult, WriteRules} from './types.ts'
import {openWorkingSet, type WorkingSet} from './working-set.ts'

export type {Commit} from './types.ts'

const maxMutations = 1000
const transactionIdPattern = /^[a-zA-Z0-9._-]{1,160}$/
const envelope = z.looseObject({transactionId: z.string().regex(transactionIdPattern).optional()})

export type MutateOptions = {dryRun?: boolean; returnDocuments?: boolean; autoGenerateArrayKeys?: boolean}
type MutateInput = {dataset: string; body: unknown; identity: Identity; options: MutateOptions}
type ActInput = {dataset: string; body: unknown; identity: Identity; dryRun?: boolean}

export type Writer = {
  mutate(input: MutateInput): {transactionId: string; results: MutationResult[]}
  act(input: ActInput): {transactionId: string}
  /** Calls the listener after each commit, in their order; gives a function that ends it. */
  onCommit(listener: (commit: Commit) => void): () => void
}

export type WriterOptions = {
  store: Store
  clock: Clock
  rules: WriteRules
  selectIds(dataset: string, query: string, params: Record<string, unknown>, identity: Identity): string[]
  /** Called before COMMIT, inside the transaction. */
  beforeCommit?(changes: Change[]): void
}

/** What one transaction does, without what every transaction needs. */
type Work = {
  dataset: string
  identity: Identity
  transactionId: string
  cause: Cause
  dryRun: boolean
  mutations: unknown[]
  apply(documents: WorkingSet, timestamp: string): void
}

/** The one way by which documents change: one transaction after the other, all or nothing, durable before the answer. */
export function createWriter(options: WriterOptions): Writer {
  const {store, clock, rules} = options
  const record = openRecord(store)
  const listeners = new Set<(commit: Commit) => void>()
  const untold: Commit[] = []
  let isTelling = false

  /** A listener that writes itself is told of its commit after everyone has heard of this one. */
  const tell = (commit: Commit): void => {
    untold.push(commit)
    if (isTelling) return
    isTelling = true
    for (let next = untold.shift(); next; next = untold.shift()) {
      for (const listener of listeners) tellOne(listener, next)
    }
    isTelling = false
  }

  const checkRules = (documents: WorkingSet, work: Work): void => {
    for (const {id, before, after} of documents.touched()) {
      if (after) requireWithinLimits(after)
      const reason = rules.permit(work.identity, work.dataset, before, after)
      if (reason)
        throw new LakeError('forbidden', reason, {details: {type: 'insufficientPermissionsError', id}})
      const refusals =
        rules.guard?.({before, after, identity: work.identity, cause: work.cause}, documents.get) ?? []
      if (refusals.length > 0)
        throw new LakeError('forbidden', refusals.map(({message}) => message).join(' '), {
          details: {type: 'guardError', id},
        })
    }
  }

  const transact = (work: Work): void => {
    const timestamp = new Date(clock.now()).toISOString()
    const documents = openWorkingSet(store, work.dataset, {transactionId: work.transactionId, timestamp})
    let commit: Commit | null = null
    store.db.exec('BEGIN IMMEDIATE')
    try {
      if (record.has(work.dataset, work.transactionId)) {
        throw new LakeError('conflict', `Transaction "${work.transactionId}" was used before`, {
          details: {type: 'transactionAlreadyExistsError'},
        })
      }
      work.apply(documents, timestamp)
      checkRules(documents, work)
      checkReferences(documents, store, work.dataset)
      if (!work.dryRun) {
        commit = record.write({...work, timestamp, touched: documents.touched()})
        options.beforeCommit?.(commit.changes)
      }
      store.db.exec(work.dryRun ? 'ROLLBACK' : 'COMMIT')
      if (work.dryRun) record.undone()
    } catch (error) {
      if (store.db.isTransaction) store.db.exec('ROLLBACK')
      record.undone()
      throw storageError(error)
    }
    if (commit) tell(commit)
  }

  return {
    mutate: ({
      dataset,
      body,
      identity,
      options: {dryRun = false, returnDocuments, autoGenerateArrayKeys},
    }) => {
      const {items, transactionId} = readBody(body, 'mutations')
      const results: MutationResult[] = []
      const apply = (documents: WorkingSet, timestamp: string): void => {
        const context = {
          documents,
          timestamp,
          selectIds: (query: string, params: Record<string, unknown>) =>
            record.showing(dataset, documents.touched(), () =>
              options.selectIds(dataset, query, params, identity),
            ),
        }
        eachItem(items, 'mutationFailed', (item) => {
          const mutation = mutationSchema.safeParse(item)
          if (!mutation.success)
            throw new LakeError(
              'invalidRequest',
              `expected one of create, createIfNotExists, createOrReplace, delete, patch with what it needs: ${z.prettifyError(mutation.error)}`,
            )
          results.push(...applyMutation(mutation.data, context))
        })
        if (autoGenerateArrayKeys) {
          for (const {after} of documents.touched()) if (after) documents.put(withArrayKeys(after))
        }
        if (!returnDocuments) return
        for (const result of results) {
          const document = documents.get(result.id)
          if (document) result.document = document
        }
      }
      transact({dataset, identity, transactionId, cause: 'mutate', dryRun, mutations: items, apply})
      return {transactionId, results}
    },
    act: ({dataset, body, identity, dryRun = false}) => {
      const {items, transactionId} = readBody(body, 'actions')
      const apply = (documents: WorkingSet, timestamp: string): void =>
        eachItem(items, 'actionFailed', (item) => {
          const action = actionSchema.safeParse(item)
          if (!action.success)
            throw new LakeError(
              'invalidRequest',
              `the action ${actionName(item)} is not offered as asked: ${z.prettifyError(action.error)}`,
            )
          applyAction(action.data, documents, timestamp)
        })
      transact({dataset, identity, transactionId, cause: 'action', dryRun, mutations: items, apply})
      return {transactionId}
    },
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The write is durable by now: a listener's trouble must not look like a failed write. */
function tellOne(listener: (commit: Commit) => void, commit: Commit): void {
  try {
    listener(commit)
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

function readBody(body: unknown, field: 'mutations' | 'actions'): {items: unknown[]; transactionId: string} {
  const parsed = envelope.safeParse(body)
  const items: unknown = parsed.success ? parsed.data[field] : undefined
  if (!parsed.success || !Array.isArray(items) || items.length === 0) {
    throw new LakeError('invalidRequest', `expected a JSON object with a list “${field}” of at least one`)
  }
  if (items.length > maxMutations) {
    throw new LakeError(
      'tooLarge',
      `expected at most ${maxMutations} ${field} in one transaction, found ${items.length}`,
    )
  }
  return {items, transactionId: parsed.data.transactionId ?? randomUUID()}
}

/** Runs each item; an error carries the item's position, as the clients expect it. */
function eachItem(
  items: unknown[],
  code: 'mutationFailed' | 'actionFailed',
  run: (item: unknown) => void,
): void {
  for (const [index, item] of items.entries()) {
    try {
      run(item)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      const {type = code === 'mutationFailed' ? 'mutationError' : 'actionError', ...more} = error.details
      const failed = {error: {...more, type: String(type), description: error.message}, index}
      throw new LakeError(error.code === 'conflict' ? code : error.code, error.message, {
        items: [failed],
        // The hosted service answers every conflict of a mutation with 409, a missing document included.
        details: error.code === 'conflict' && code === 'mutationFailed' ? {status: 409} : {},
        cause: error,
      })
    }
  }
}

/** A strong reference must have its target, and a target with strong references stays. */
function checkReferences(documents: WorkingSet, store: Store, dataset: string): void {
  for (const {id, after} of documents.touched()) {
    if (after) requireTargets(id, after, documents)
    else requireUnreferenced(id, documents, store, dataset)
  }
}

function requireTargets(id: string, after: Record<string, unknown>, documents: WorkingSet): void {
  for (const {target, weak, isForeign} of findReferences(after)) {
    if (weak || isForeign || documents.get(target)) continue
    const description = `Document "${id}" references non-existent document "${target}"`
    throw failure('documentReferenceDoesNotExistError', description, {id: target, referencingID: id})
  }
}

function requireUnreferenced(id: string, documents: WorkingSet, store: Store, dataset: string): void {
  const holding = store
    .referrers(dataset, id)
    .filter(({weak}) => !weak)
    .map((referrer) => referrer.id)
    .filter((referrer) =>
      findReferences(documents.get(referrer)).some(
        ({target, weak, isForeign}) => target === id && !weak && !isForeign,
      ),
    )
  if (holding.length === 0) return
  const description = `Document "${id}" cannot be deleted as there are references to it from "${holding[0]}"`
  throw failure('documentHasExistingReferencesError', description, {id, referencingIDs: holding})
}

function failure(type: string, description: string, more: Record<string, unknown>): LakeError {
  return new LakeError('mutationFailed', description, {
    items: [{error: {...more, type, description}, index: 0}],
    details: {status: 409},
  })
}

/** SQLite's own errors in the lake's words; a full disk is passing, not the caller's fault. */
function storageError(error: unknown): unknown {
  const full = error instanceof Error && /disk is full|SQLITE_FULL|database or disk/u.test(error.message)
  return full
    ? new LakeError('storageFull', 'The disk of the lake is full; nothing was written.', {cause: error})
    : error
}
