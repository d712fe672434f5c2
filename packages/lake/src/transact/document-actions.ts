import {z} from 'zod'
import {draftIdOf} from '../document-id.ts'
import {isMarkedForUnpublishing, publishOver, unpublishToDraft} from '../releases/publish.ts'
import {attributesSchema, idSchema, made, named, requireVariant, type ActionContext} from './action.ts'
import {applyPatch} from './apply-patch.ts'
import {alreadyExists, expectRevision, notFound, refusal} from './refusal.ts'

const revision = z.string().optional()
/** History is append-only: what promises to purge it is refused rather than half kept. */
const purge = z.literal(false, 'the history of this lake cannot be purged').optional()

export const documentActions = [
  z.looseObject({
    actionType: named('document.create'),
    publishedId: idSchema,
    attributes: attributesSchema,
    ifExists: z.enum(['fail', 'ignore']).optional(),
  }),
  z.looseObject({
    actionType: named('document.edit'),
    draftId: idSchema,
    publishedId: idSchema,
    patch: z.record(z.string(), z.unknown()),
  }),
  z.looseObject({
    actionType: named('document.publish'),
    draftId: idSchema,
    publishedId: idSchema,
    ifDraftRevisionId: revision,
    ifPublishedRevisionId: revision,
  }),
  z.looseObject({actionType: named('document.unpublish'), draftId: idSchema, publishedId: idSchema}),
  z.looseObject({actionType: named('document.discard'), draftId: idSchema, purge}),
  z.looseObject({
    actionType: named('document.delete'),
    publishedId: idSchema,
    includeDrafts: z.array(idSchema).optional(),
    purge,
  }),
  z.looseObject({
    actionType: named('document.replaceDraft'),
    publishedId: idSchema,
    attributes: attributesSchema,
  }),
] as const
type Schema = (typeof documentActions)[number]
export type DocumentAction = z.infer<Schema>
type Of<Name extends string> = Extract<DocumentAction, {actionType: `sanity.action.document.${Name}`}>

/** Applies an action on a document and its draft. Throws a LakeError that names the document and what was expected. */
export function applyDocumentAction(action: DocumentAction, context: ActionContext): void {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return create(action, context)
    case 'sanity.action.document.edit':
      return edit(action, context)
    case 'sanity.action.document.publish':
      return publish(action, context)
    case 'sanity.action.document.unpublish':
      return unpublish(action, context)
    case 'sanity.action.document.discard':
      requireVariant(action.draftId)
      return context.documents.remove(action.draftId)
    case 'sanity.action.document.delete':
      return deleteAll(action, context)
    case 'sanity.action.document.replaceDraft': {
      requireVariant(action.attributes._id, action.publishedId)
      const existing = context.documents.get(action.attributes._id)
      return context.documents.put(made(action.attributes, context.timestamp, existing?._createdAt))
    }
  }
}

function create(action: Of<'create'>, {documents, timestamp}: ActionContext): void {
  requireVariant(action.attributes._id, action.publishedId)
  const existing = documents.get(action.attributes._id) ?? documents.get(action.publishedId)
  if (existing && action.ifExists === 'ignore') return
  if (existing) throw alreadyExists(existing._id)
  documents.put(made(action.attributes, timestamp))
}

function edit(action: Of<'edit'>, {documents}: ActionContext): void {
  requireVariant(action.draftId, action.publishedId)
  const base = documents.get(action.draftId) ?? documents.get(action.publishedId)
  if (!base) throw notFound(action.draftId)
  documents.put({...applyPatch(base, action.patch), _id: action.draftId})
}

function publish(action: Of<'publish'>, {documents}: ActionContext): void {
  requireVariant(action.draftId, action.publishedId)
  const draft = documents.get(action.draftId)
  if (!draft) throw notFound(action.draftId)
  expectRevision(draft, action.ifDraftRevisionId, action.draftId)
  expectRevision(documents.get(action.publishedId), action.ifPublishedRevisionId, action.publishedId)
  if (isMarkedForUnpublishing(draft)) {
    const description = `"${draft._id}" is marked to be unpublished with its release; it cannot be published`
    throw refusal('documentMarkedForUnpublishingError', description, {id: draft._id})
  }
  publishOver(draft, documents)
}

function unpublish(action: Of<'unpublish'>, {documents}: ActionContext): void {
  requireVariant(action.draftId, action.publishedId)
  if (!documents.get(action.publishedId)) throw notFound(action.publishedId)
  unpublishToDraft(action.publishedId, action.draftId, documents)
}

function deleteAll(action: Of<'delete'>, {documents}: ActionContext): void {
  const variants = [draftIdOf(action.publishedId), ...(action.includeDrafts ?? [])]
  for (const each of variants) requireVariant(each, action.publishedId)
  for (const each of [action.publishedId, ...variants]) documents.remove(each)
}
