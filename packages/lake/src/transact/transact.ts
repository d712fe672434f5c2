import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import {withinDeadline} from '../deadline.ts'
import {openLog} from '../history/log.ts'
import type {Identity} from '../identity.ts'
import {LakeError} from '../lake-error.ts'
import {hasDataset} from '../project/datasets.ts'
import {openReleaseVersions} from '../releases/versions.ts'
import {sqlite, sqliteCode} from '../store/database.ts'
import type {Store} from '../store/store.ts'
import type {ActionContext} from './action.ts'
import {actionName, actionSchema, applyAction, causeOf} from './actions.ts'
import {withArrayKeys} from './array-keys.ts'
import {createTeller} from './commits.ts'
import {applyMutation, mutationSchema} from './mutate.ts'
import {openRecord} from './record.ts'
import {eachItem, readBody} from './request.ts'
import {requireAllowed, requireGuarded, requireOpen, requireReferences, requireSound} from './rules.ts'
import type {Cause, Change, Commit, MutationResult, WriteRules} from './types.ts'
import {openWorkingSet, type WorkingSet} from './working-set.ts'

export type {Commit} from './types.ts'

/** A mutation's query runs on the writer's thread, while everybody else waits. */
const selectionMs = 1000

export type MutateOptions = {dryRun?: boolean; returnDocuments?: boolean; autoGenerateArrayKeys?: boolean}
type MutateInput = {
  dataset: string
  body: unknown
  identity: Identity
  options: MutateOptions
  /** The road by which the mutations came, when it was not `/data/mutate`. */
  cause?: 'mutate' | 'import' | 'asset'
}
type ActInput = {dataset: string; body: unknown; identity: Identity; dryRun?: boolean}
type PerformInput = {
  dataset: string
  identity: Identity
  cause: Cause
  /** Set for what the lake does of itself: no role allows it, though the guard is still asked. */
  isOwn?: boolean
  /** What the log says was done. */
  mutations: unknown[]
  apply(context: ActionContext): void
}

export type Writer = {
  mutate(input: MutateInput): {transactionId: string; results: MutationResult[]}
  act(input: ActInput): {transactionId: string}
  /** A transaction of the lake's own parts, under the same rules as any other. */
  perform(input: PerformInput): {transactionId: string}
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
  isOwn?: boolean
  mutations: unknown[]
  apply(documents: WorkingSet, timestamp: string): void
}

/** The one way by which documents change: one transaction after the other, all or nothing, durable before the answer. */
export function createWriter(options: WriterOptions): Writer {
  const {store, clock, rules} = options
  const record = openRecord(store)
  const versionsIn = openReleaseVersions(store)
  const log = openLog(store)
  const {tell, onCommit} = createTeller()

  const transact = (work: Work): void => {
    const {dataset, transactionId, cause, identity} = work
    requireSoundStore(store)
    if (!hasDataset(store, dataset)) throw new LakeError('notFound', `Dataset "${dataset}" not found`)
    const timestamp = new Date(clock.now()).toISOString()
    const documents = openWorkingSet({
      read: (id) => store.get(dataset, id),
      stamp: {transactionId, timestamp},
      cause,
      admit: requireOpen,
    })
    let commit: Commit | null = null
    try {
      store.db.exec('BEGIN IMMEDIATE')
      requireUnused(record.has(dataset, transactionId), transactionId)
      work.apply(documents, timestamp)
      requireSound(documents)
      if (work.isOwn) requireGuarded(documents, {rules, identity, dataset})
      else requireAllowed(documents, {rules, identity, dataset})
      requireReferences(documents, store, dataset)
      if (!work.dryRun) {
        const touched = documents.touched()
        const action = [...documents.causes()].join(',') || cause
        commit = record.write({...work, timestamp, action, touched})
        options.beforeCommit?.(commit.changes)
      }
      store.db.exec(work.dryRun ? 'ROLLBACK' : 'COMMIT')
      if (work.dryRun) record.undone()
    } catch (error) {
      record.undone()
      throw storageError(error, store)
    }
    if (commit) tell(commit)
  }

  const contextOf = (
    {dataset, identity}: Pick<Work, 'dataset' | 'identity'>,
    documents: WorkingSet,
    timestamp: string,
  ): ActionContext => ({
    documents,
    timestamp,
    identity,
    versionsIn: (releaseId) => versionsIn(dataset, releaseId, documents),
    last: (id) => log.last(dataset, id),
    requireAllowed: (tried) => requireAllowed(tried, {rules, identity, dataset}),
  })

  const mutate: Writer['mutate'] = ({dataset, body, identity, options: wanted, cause = 'mutate'}) => {
    const {items, transactionId} = readBody(body, 'mutations')
    const results: MutationResult[] = []
    const apply = (documents: WorkingSet, timestamp: string): void => {
      const selectIds = (query: string, params: Record<string, unknown>): string[] =>
        record.showing(dataset, documents.touched(), () =>
          withinDeadline(() => options.selectIds(dataset, query, params, identity), selectionMs),
        )
      eachItem(items, 'mutationFailed', (item, index) => {
        documents.begin(index, cause)
        results.push(...applyMutation(readMutation(item), {documents, timestamp, selectIds}))
      })
      if (wanted.autoGenerateArrayKeys) addArrayKeys(documents)
      if (!wanted.returnDocuments) return
      for (const result of results) {
        const document = documents.get(result.id)
        if (document) result.document = document
      }
    }
    transact({
      dataset,
      identity,
      transactionId,
      cause,
      dryRun: wanted.dryRun ?? false,
      mutations: items,
      apply,
    })
    return {transactionId, results}
  }

  const act: Writer['act'] = ({dataset, body, identity, dryRun = false}) => {
    const {items, transactionId} = readBody(body, 'actions')
    const apply = (documents: WorkingSet, timestamp: string): void => {
      const context = contextOf({dataset, identity}, documents, timestamp)
      eachItem(items, 'actionFailed', (item, index) => {
        const action = readAction(item)
        documents.begin(index, causeOf(action))
        applyAction(action, context)
      })
    }
    transact({dataset, identity, transactionId, cause: 'document.edit', dryRun, mutations: items, apply})
    return {transactionId}
  }

  const perform: Writer['perform'] = (input) => {
    const transactionId = randomUUID()
    const apply = (documents: WorkingSet, timestamp: string): void =>
      input.apply(contextOf(input, documents, timestamp))
    transact({...input, transactionId, dryRun: false, apply})
    return {transactionId}
  }

  return {mutate, act, perform, onCommit}
}

function readMutation(item: unknown) {
  const mutation = mutationSchema.safeParse(item)
  if (mutation.success) return mutation.data
  throw new LakeError(
    'invalidRequest',
    `expected one of create, createIfNotExists, createOrReplace, delete, patch with what it needs: ${z.prettifyError(mutation.error)}`,
  )
}

function readAction(item: unknown) {
  const action = actionSchema.safeParse(item)
  if (action.success) return action.data
  throw new LakeError(
    'invalidRequest',
    `the action ${actionName(item)} is not offered as asked: ${z.prettifyError(action.error)}`,
  )
}

function addArrayKeys(documents: WorkingSet): void {
  for (const {after, item, cause} of documents.touched()) {
    documents.begin(item, cause)
    if (after) documents.put(withArrayKeys(after))
  }
}

function requireUnused(isUsed: boolean, transactionId: string): void {
  if (!isUsed) return
  throw new LakeError('conflict', `Transaction "${transactionId}" was used before`, {
    details: {type: 'transactionAlreadyExistsError'},
  })
}

/** A store that could not be reopened is tried again with the next write; until then it takes none. */
function requireSoundStore(store: Store): void {
  if (store.isSound()) return
  try {
    store.recover()
  } catch (cause) {
    throw new LakeError('unavailable', 'The store cannot be written; nothing was changed.', {cause})
  }
}

/**
 * Takes a failed transaction back, and says SQLite's own errors in the lake's words. After a failed write or sync the
 * kernel may hold what the disk does not, so the file is opened again and checked before anything else is written.
 */
function storageError(error: unknown, store: Store): unknown {
  const code = sqliteCode(error)
  try {
    if (store.db.isOpen && store.db.isTransaction) store.db.exec('ROLLBACK')
    if (code === sqlite.ioError || code === sqlite.corrupt) store.recover()
  } catch (cause) {
    process.emitWarning(`The store could not be opened again: ${String(cause)}`)
  }
  if (code === sqlite.full)
    return new LakeError('storageFull', 'The disk of the lake is full; nothing was written.', {cause: error})
  if (code === sqlite.ioError || code === sqlite.corrupt)
    return new LakeError('unavailable', 'The store cannot be written; nothing was changed.', {cause: error})
  return error
}
