import {z} from 'zod'
import {publishedIdOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'
import {attributesSchema, made, named, type ActionContext} from '../transact/action.ts'
import {applyPatch} from '../transact/apply-patch.ts'
import {alreadyExists, notFound, refusal} from '../transact/refusal.ts'
import {publishVersions} from './publish.ts'
import {releaseDocumentId, releaseType, stateOf, type ReleaseState} from './release.ts'

const releaseId = z
  .string()
  .regex(/^[a-zA-Z0-9_-]{1,100}$/u, 'expected a release id of letters, digits, _ -')
  .refine((id) => id !== 'drafts' && id !== 'published', 'expected an id that is no perspective’s name')
const time = z.iso.datetime({offset: true, error: 'expected a time such as 2026-01-31T12:00:00Z'})
const metadata = z.looseObject({
  releaseType: z.enum(['asap', 'scheduled', 'undecided']).default('undecided'),
  intendedPublishAt: time.optional(),
})
const fields = {releaseId}
const ifExists = z.enum(['fail', 'ignore', 'replace']).default('fail')

export const releaseActions = [
  z.looseObject({actionType: named('release.create'), ...fields, metadata: metadata.optional()}),
  z.looseObject({
    actionType: named('release.edit'),
    ...fields,
    patch: z.record(z.string(), z.unknown()),
  }),
  z.looseObject({actionType: named('release.publish'), ...fields}),
  z.looseObject({actionType: named('release.schedule'), ...fields, publishAt: time}),
  z.looseObject({actionType: named('release.unschedule'), ...fields}),
  z.looseObject({actionType: named('release.archive'), ...fields}),
  z.looseObject({actionType: named('release.unarchive'), ...fields}),
  z.looseObject({actionType: named('release.delete'), ...fields}),
  z.looseObject({
    actionType: named('release.import'),
    ...fields,
    attributes: attributesSchema.optional(),
    document: attributesSchema.optional(),
    ifExists,
  }),
] as const
export type ReleaseAction = z.infer<(typeof releaseActions)[number]>
type Of<Name extends string> = Extract<ReleaseAction, {actionType: `sanity.action.release.${Name}`}>

/** Which states an action on a release starts from. Rescheduling is scheduling what is scheduled. */
const startsFrom = {
  edit: ['active', 'scheduled'],
  publish: ['active'],
  schedule: ['active', 'scheduled'],
  unschedule: ['scheduled'],
  archive: ['active'],
  unarchive: ['archived'],
  delete: ['archived', 'published'],
} as const satisfies Record<string, readonly ReleaseState[]>

/** Applies an action on a release. Throws a LakeError that says what state would have been needed. */
export function applyReleaseAction(action: ReleaseAction, context: ActionContext): void {
  const {documents, timestamp} = context
  switch (action.actionType) {
    case 'sanity.action.release.create':
      return create(action, context)
    case 'sanity.action.release.edit':
      return edit(action, context)
    case 'sanity.action.release.publish':
      return publishRelease(requireRelease(action.releaseId, 'publish', context), context)
    case 'sanity.action.release.schedule':
      return schedule(action, context)
    case 'sanity.action.release.unschedule': {
      const {publishAt: _due, ...release} = requireRelease(action.releaseId, 'unschedule', context)
      return documents.put({...withoutScheduler(release), state: 'active'})
    }
    case 'sanity.action.release.archive': {
      const release = requireRelease(action.releaseId, 'archive', context)
      const versions = context.versionsIn(action.releaseId)
      for (const {_id} of versions) documents.remove(_id)
      return documents.put({...withoutError(release), ...ended('archived', versions), archivedAt: timestamp})
    }
    case 'sanity.action.release.unarchive':
      return unarchive(action, context)
    case 'sanity.action.release.delete': {
      const release = requireRelease(action.releaseId, 'delete', context)
      for (const {_id} of context.versionsIn(action.releaseId)) documents.remove(_id)
      return documents.remove(release._id)
    }
    case 'sanity.action.release.import':
      return importRelease(action, context)
  }
}

/** Publishes every version of a release at once; the scheduler calls it for a scheduled one. */
export function publishRelease(release: LakeDocument, context: ActionContext): void {
  const {documents, timestamp, versionsIn} = context
  const versions = versionsIn(String(release['name']))
  publishVersions(versions, documents)
  documents.put({
    ...withoutScheduler(withoutError(release)),
    ...ended('published', versions),
    publishedAt: timestamp,
  })
}

function requireRelease(id: string, step: keyof typeof startsFrom, context: ActionContext): LakeDocument {
  const documentId = releaseDocumentId(id)
  const release = context.documents.get(documentId)
  if (!release) throw notFound(documentId)
  const [state, needed] = [stateOf(release), startsFrom[step]]
  if (needed.some((each) => each === state)) return release
  const description = `Release "${id}" is ${state}; to ${step} it, it must be ${needed.join(' or ')}`
  throw refusal('releaseStateError', description, {id: documentId, state, expectedStates: needed})
}

function create({releaseId: id, metadata: given}: Of<'create'>, {documents, timestamp}: ActionContext): void {
  const _id = releaseDocumentId(id)
  if (documents.get(_id)) throw alreadyExists(_id)
  const known = given ?? metadata.parse({})
  documents.put(made({_id, _type: releaseType, name: id, state: 'active', metadata: known}, timestamp))
}

function edit(action: Of<'edit'>, context: ActionContext): void {
  const release = requireRelease(action.releaseId, 'edit', context)
  const after = applyPatch(release, action.patch)
  const {metadata: _was, ...before} = release
  const {metadata: next, ...rest} = after
  if (JSON.stringify(before) !== JSON.stringify(rest))
    throw new LakeError('invalidRequest', 'An edit of a release changes its metadata alone')
  context.documents.put({...release, metadata: metadata.parse(next)})
}

/** What publishing would be refused for is told now, while someone is there to hear it, and asked again when it is due. */
function schedule(action: Of<'schedule'>, context: ActionContext): void {
  const release = requireRelease(action.releaseId, 'schedule', context)
  const trial = context.documents.fork()
  publishRelease(release, {...context, documents: trial})
  context.requireAllowed(trial)
  const publishAt = new Date(action.publishAt).toISOString()
  const {userId: id, role} = context.identity
  const scheduled = {state: 'scheduled', publishAt, scheduledBy: {id, role}}
  context.documents.put({...withoutError(release), ...scheduled})
}

function unarchive({releaseId: id}: Of<'unarchive'>, context: ActionContext): void {
  const release = requireRelease(id, 'unarchive', context)
  const {finalDocumentStates, archivedAt: _archivedAt, ...kept} = release
  const states = z.array(z.looseObject({id: z.string()})).safeParse(finalDocumentStates).data ?? []
  for (const each of states) {
    const version = context.last(each.id)
    if (version) context.documents.put(version)
  }
  context.documents.put({...kept, state: 'active'})
}

/** A release out of an export. One that was scheduled there waits here for somebody to schedule it: nobody here did. */
function importRelease(action: Of<'import'>, {documents, timestamp}: ActionContext): void {
  const given = action.attributes ?? action.document
  const _id = releaseDocumentId(action.releaseId)
  if (!given || given._id !== _id || given._type !== releaseType)
    throw new LakeError('invalidRequest', `expected attributes of a ${releaseType} with the _id "${_id}"`)
  const existing = documents.get(_id)
  if (existing && action.ifExists === 'ignore') return
  if (existing && action.ifExists === 'fail') throw alreadyExists(_id)
  const createdAt = z.string().safeParse(given['_createdAt']).data
  const document = made({...given, name: action.releaseId}, timestamp, existing?._createdAt ?? createdAt)
  const state = stateOf(document)
  const {publishAt: _due, scheduledBy: _by, ...rest} = document
  documents.put(
    state === 'archived' || state === 'published' ? {...document, state} : {...rest, state: 'active'},
  )
}

function ended(state: 'published' | 'archived', versions: readonly LakeDocument[]) {
  const finalDocumentStates = versions.map(({_id}) => ({_key: publishedIdOf(_id), id: _id}))
  return {state, finalDocumentStates}
}

function withoutError({error: _error, ...release}: LakeDocument): LakeDocument {
  return release
}

function withoutScheduler({scheduledBy: _by, ...release}: LakeDocument): LakeDocument {
  return release
}
