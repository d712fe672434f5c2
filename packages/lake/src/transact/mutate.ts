import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import type {LakeDocument} from '../document.ts'
import {isDocumentId} from '../document-id.ts'
import {LakeError} from '../lake-error.ts'
import {applyPatch} from './apply-patch.ts'
import {alreadyExists, expectRevision, notFound} from './refusal.ts'
import type {MutationResult} from './types.ts'
import type {WorkingSet} from './working-set.ts'

const attributes = z.looseObject({_id: z.string().optional(), _type: z.string().min(1)})
const selection = z.union([
  z.looseObject({id: z.string().min(1)}),
  z.looseObject({query: z.string().min(1), params: z.record(z.string(), z.unknown()).optional()}),
])

/** One mutation, as a tagged union with one key. */
export const mutationSchema = z.union([
  z.strictObject({create: attributes}),
  z.strictObject({createIfNotExists: attributes}),
  z.strictObject({createOrReplace: attributes}),
  z.strictObject({delete: selection}),
  z.strictObject({patch: selection}),
])
export type MutationInput = z.infer<typeof mutationSchema>

export type MutationContext = {
  documents: WorkingSet
  timestamp: string
  selectIds(query: string, params: Record<string, unknown>): string[]
}

function newDocument(given: z.infer<typeof attributes>, timestamp: string, createdAt?: string): LakeDocument {
  const asked = given._id ?? ''
  const id = asked === '' || asked.endsWith('.') ? `${asked}${randomUUID()}` : asked
  if (!isDocumentId(id))
    throw new LakeError('invalidRequest', `“${id}” is no document id: expected letters, digits, . _ -`)
  return {
    ...given,
    _id: id,
    _createdAt: createdAt ?? stated(given['_createdAt']) ?? timestamp,
    _updatedAt: timestamp,
    _rev: '',
  }
}

const stated = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Applies one mutation to the working set and says what became of each document that it names. */
export function applyMutation(mutation: MutationInput, context: MutationContext): MutationResult[] {
  const {documents, timestamp} = context
  if ('create' in mutation) return [create(newDocument(mutation.create, timestamp), documents)]
  if ('createIfNotExists' in mutation) {
    const document = newDocument(mutation.createIfNotExists, timestamp)
    return documents.get(document._id)
      ? [{id: document._id, operation: 'none'}]
      : [create(document, documents)]
  }
  if ('createOrReplace' in mutation) {
    const existing = documents.get(mutation.createOrReplace._id ?? '')
    const document = newDocument(mutation.createOrReplace, timestamp, existing?._createdAt)
    documents.put(document)
    return [{id: document._id, operation: existing ? 'update' : 'create'}]
  }
  if ('delete' in mutation) {
    return idsOf(mutation.delete, context).map((id) => {
      const existed = documents.get(id) !== null
      documents.remove(id)
      return {id, operation: existed ? 'delete' : 'none'}
    })
  }
  return idsOf(mutation.patch, context).map((id) => patch(id, mutation.patch, documents))
}

function create(document: LakeDocument, documents: WorkingSet): MutationResult {
  if (documents.get(document._id)) throw alreadyExists(document._id)
  documents.put(document)
  return {id: document._id, operation: 'create'}
}

function idsOf(chosen: z.infer<typeof selection>, {selectIds}: MutationContext): string[] {
  if ('id' in chosen && typeof chosen.id === 'string') return [chosen.id]
  const params = z.record(z.string(), z.unknown()).safeParse(chosen['params'])
  return selectIds(String(chosen['query']), params.success ? params.data : {})
}

function patch(id: string, input: Record<string, unknown>, documents: WorkingSet): MutationResult {
  const existing = documents.get(id)
  if (!existing) throw notFound(id)
  expectRevision(existing, input['ifRevisionID'] ?? input['ifRevisionId'], id)
  documents.put(applyPatch(existing, input))
  return {id, operation: 'update'}
}
