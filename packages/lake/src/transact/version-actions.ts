import {z} from 'zod'
import type {LakeDocument} from '../document.ts'
import {isVersionId} from '../document-id.ts'
import {LakeError} from '../lake-error.ts'
import {systemOf} from '../releases/publish.ts'
import {attributesSchema, idSchema, made, named, requireVariant, type ActionContext} from './action.ts'
import {alreadyExists, expectRevision, notFound} from './refusal.ts'

export const versionActions = [
  z.looseObject({
    actionType: named('document.version.create'),
    publishedId: idSchema,
    document: attributesSchema.optional(),
    baseId: idSchema.optional(),
    versionId: idSchema.optional(),
    ifBaseRevisionId: z.string().optional(),
  }),
  z.looseObject({actionType: named('document.version.replace'), document: attributesSchema}),
  z.looseObject({
    actionType: named('document.version.discard'),
    versionId: idSchema,
    purge: z.literal(false, 'the history of this lake cannot be purged').optional(),
  }),
  z.looseObject({
    actionType: named('document.version.unpublish'),
    versionId: idSchema,
    publishedId: idSchema,
  }),
] as const
export type VersionAction = z.infer<(typeof versionActions)[number]>
type Of<Name extends string> = Extract<VersionAction, {actionType: `sanity.action.document.version.${Name}`}>

/** Applies an action on a version of a document. Throws a LakeError that names the document and what was expected. */
export function applyVersionAction(action: VersionAction, context: ActionContext): void {
  switch (action.actionType) {
    case 'sanity.action.document.version.create':
      return create(action, context)
    case 'sanity.action.document.version.replace': {
      requireVariant(action.document._id)
      const existing = context.documents.get(action.document._id)
      if (!existing) throw notFound(action.document._id)
      return context.documents.put(made(action.document, context.timestamp, existing._createdAt))
    }
    case 'sanity.action.document.version.discard':
      requireVariant(action.versionId)
      return context.documents.remove(action.versionId)
    case 'sanity.action.document.version.unpublish':
      return markForUnpublishing(action, context)
  }
}

function create(action: Of<'create'>, {documents, timestamp}: ActionContext): void {
  const {document, baseId = action.publishedId} = action
  const base = document ? null : documents.get(baseId)
  if (!document && !base) throw notFound(baseId)
  if (base) expectRevision(base, action.ifBaseRevisionId, baseId)
  const versionId = action.versionId ?? document?._id
  const content = document ?? (base && basedOn(base))
  if (!content || !versionId) throw new LakeError('invalidRequest', 'expected a versionId or a document')
  requireVariant(versionId, action.publishedId)
  if (documents.get(versionId)) throw alreadyExists(versionId)
  documents.put(made({...content, _id: versionId}, timestamp))
}

/** The Studio reads off `_system.base` which draft a version was made of, and whether that one went on since. */
function basedOn(base: LakeDocument): LakeDocument {
  const {delete: _mark, ...system} = systemOf(base)
  return {...base, _system: {...system, base: {id: base._id, rev: base._rev}}}
}

/** A release unpublishes what is marked so; a document that has no version in it yet gets one. */
function markForUnpublishing(action: Of<'unpublish'>, {documents, timestamp}: ActionContext): void {
  requireVariant(action.versionId, action.publishedId)
  if (!isVersionId(action.versionId))
    throw new LakeError('invalidRequest', `“${action.versionId}” is no version in a release`)
  const published = documents.get(action.publishedId)
  if (!published) throw notFound(action.publishedId)
  const version =
    documents.get(action.versionId) ?? made({...basedOn(published), _id: action.versionId}, timestamp)
  documents.put({...version, _system: {...systemOf(version), delete: true}})
}
