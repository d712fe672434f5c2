import {z} from 'zod'
import type {LakeDocument} from '../document.ts'
import {draftIdOf, isDocumentId, isPublishedId, publishedIdOf} from '../document-id.ts'
import {LakeError} from '../lake-error.ts'
import {applyPatch} from './apply-patch.ts'
import {refusal} from './mutate.ts'
import {strengthen} from './references.ts'
import type {WorkingSet} from './working-set.ts'

const id = z.string().refine(isDocumentId, 'expected letters, digits, . _ -')
const attributes = z.looseObject({_id: id, _type: z.string().min(1)})
const prefix = 'sanity.action.'
const named = <Name extends string>(name: Name) => z.literal(`sanity.action.${name}` as const)

/** The actions that the Studio edits by; lake-api's table in one union. */
export const actionSchema = z.discriminatedUnion('actionType', [
  z.looseObject({
    actionType: named('document.create'),
    publishedId: id,
    attributes,
    ifExists: z.enum(['fail', 'ignore']).optional(),
  }),
  z.looseObject({
    actionType: named('document.edit'),
    draftId: id,
    publishedId: id,
    patch: z.record(z.string(), z.unknown()),
  }),
  z.looseObject({
    actionType: named('document.publish'),
    draftId: id,
    publishedId: id,
    ifDraftRevisionId: z.string().optional(),
    ifPublishedRevisionId: z.string().optional(),
  }),
  z.looseObject({actionType: named('document.unpublish'), draftId: id, publishedId: id}),
  z.looseObject({actionType: named('document.discard'), draftId: id}),
  z.looseObject({actionType: named('document.version.discard'), versionId: id}),
  z.looseObject({
    actionType: named('document.version.create'),
    publishedId: id,
    document: attributes.optional(),
    baseId: id.optional(),
    versionId: id.optional(),
    ifBaseRevisionId: z.string().optional(),
  }),
  z.looseObject({actionType: named('document.version.replace'), document: attributes}),
  z.looseObject({
    actionType: named('document.delete'),
    publishedId: id,
    includeDrafts: z.array(id).optional(),
  }),
  z.looseObject({actionType: named('document.replaceDraft'), publishedId: id, attributes}),
])
export type ActionInput = z.infer<typeof actionSchema>

/** The name of an action without its prefix, for messages; “nothing” when there is none. */
export function actionName(value: unknown): string {
  const type: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'actionType') : undefined
  return typeof type === 'string' ? type.replace(prefix, '') : 'nothing'
}

function expectRevision(
  document: LakeDocument | null,
  expected: string | undefined,
  documentId: string,
): void {
  if (expected === undefined || document?._rev === expected) return
  throw refusal(
    'documentRevisionIDDoesNotMatchError',
    `Document "${documentId}" has unexpected revision ID`,
    {
      id: documentId,
      currentRevisionID: document?._rev ?? null,
      expectedRevisionID: expected,
    },
  )
}

function notFound(documentId: string): LakeError {
  return refusal('documentNotFoundError', `The document with the ID "${documentId}" was not found`, {
    id: documentId,
  })
}

/** An action on a draft must not reach the published document, nor another one's draft. */
function requireVariant(documentId: string, publishedId = publishedIdOf(documentId)): void {
  if (!isPublishedId(documentId) && isPublishedId(publishedId) && publishedIdOf(documentId) === publishedId)
    return
  throw new LakeError('invalidRequest', `“${documentId}” is no draft or version of "${publishedId}"`)
}

function discard(documentId: string, documents: WorkingSet): void {
  requireVariant(documentId)
  documents.remove(documentId)
}

function made(given: z.infer<typeof attributes>, timestamp: string, createdAt = timestamp): LakeDocument {
  return {...given, _createdAt: createdAt, _updatedAt: timestamp, _rev: ''}
}

/** Applies one action to the working set. Throws a LakeError that names the document and what was expected. */
export function applyAction(action: ActionInput, documents: WorkingSet, timestamp: string): void {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return createDraft(action, documents, timestamp)
    case 'sanity.action.document.edit':
      return edit(action, documents)
    case 'sanity.action.document.publish':
      return publish(action, documents, timestamp)
    case 'sanity.action.document.unpublish':
      return unpublish(action, documents)
    case 'sanity.action.document.discard':
      return discard(action.draftId, documents)
    case 'sanity.action.document.version.discard':
      return discard(action.versionId, documents)
    case 'sanity.action.document.version.create':
      return createVersion(action, documents, timestamp)
    case 'sanity.action.document.version.replace': {
      requireVariant(action.document._id)
      const existing = documents.get(action.document._id)
      if (!existing) throw notFound(action.document._id)
      return documents.put(made(action.document, timestamp, existing._createdAt))
    }
    case 'sanity.action.document.delete':
      return deleteAll(action, documents)
    case 'sanity.action.document.replaceDraft': {
      requireVariant(action.attributes._id, action.publishedId)
      const existing = documents.get(action.attributes._id)
      return documents.put(made(action.attributes, timestamp, existing?._createdAt))
    }
  }
}

type Of<Name extends string> = Extract<ActionInput, {actionType: `sanity.action.${Name}`}>

function createDraft(action: Of<'document.create'>, documents: WorkingSet, timestamp: string): void {
  requireVariant(action.attributes._id, action.publishedId)
  const existing = documents.get(action.attributes._id) ?? documents.get(action.publishedId)
  if (existing && action.ifExists === 'ignore') return
  if (existing) {
    throw refusal('documentAlreadyExistsError', `Document by ID "${existing._id}" already exists`, {
      id: existing._id,
    })
  }
  documents.put(made(action.attributes, timestamp))
}

function deleteAll(action: Of<'document.delete'>, documents: WorkingSet): void {
  const variants = [draftIdOf(action.publishedId), ...(action.includeDrafts ?? [])]
  for (const each of variants) requireVariant(each, action.publishedId)
  for (const each of [action.publishedId, ...variants]) documents.remove(each)
}

function createVersion(
  action: Of<'document.version.create'>,
  documents: WorkingSet,
  timestamp: string,
): void {
  const {document, baseId = action.publishedId} = action
  const base = document ? null : documents.get(baseId)
  if (!document && !base) throw notFound(baseId)
  if (base) expectRevision(base, action.ifBaseRevisionId, baseId)
  const versionId = action.versionId ?? document?._id
  const content = document ?? base
  if (!content || !versionId) throw new LakeError('invalidRequest', 'expected a versionId or a document')
  requireVariant(versionId, action.publishedId)
  if (documents.get(versionId)) {
    throw refusal('documentAlreadyExistsError', `Document by ID "${versionId}" already exists`, {
      id: versionId,
    })
  }
  documents.put(made({...content, _id: versionId}, timestamp))
}

function edit(action: Of<'document.edit'>, documents: WorkingSet): void {
  requireVariant(action.draftId, action.publishedId)
  const draft = documents.get(action.draftId)
  const base = draft ?? documents.get(action.publishedId)
  if (!base) throw notFound(action.draftId)
  documents.put({...applyPatch(base, action.patch), _id: action.draftId})
}

function publish(action: Of<'document.publish'>, documents: WorkingSet, timestamp: string): void {
  requireVariant(action.draftId, action.publishedId)
  const draft = documents.get(action.draftId)
  if (!draft) throw notFound(action.draftId)
  const published = documents.get(action.publishedId)
  expectRevision(draft, action.ifDraftRevisionId, action.draftId)
  expectRevision(published, action.ifPublishedRevisionId, action.publishedId)
  const createdAt = published?._createdAt ?? draft._createdAt
  documents.put(strengthen({...draft, _id: action.publishedId, _createdAt: createdAt, _updatedAt: timestamp}))
  documents.remove(action.draftId)
}

function unpublish(action: Of<'document.unpublish'>, documents: WorkingSet): void {
  requireVariant(action.draftId, action.publishedId)
  const published = documents.get(action.publishedId)
  if (!published) throw notFound(action.publishedId)
  if (!documents.get(action.draftId)) documents.put({...published, _id: action.draftId})
  documents.remove(action.publishedId)
}
