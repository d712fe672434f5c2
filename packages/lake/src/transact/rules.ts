import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import {LakeError, type FailedItem} from '../lake-error.ts'
import {isSystemId, releaseDocumentOf, stateOf} from '../releases/release.ts'
import type {Store} from '../store/store.ts'
import {requireWithinLimits} from './limits.ts'
import {findReferences} from './references.ts'
import {refusal} from './refusal.ts'
import type {Cause, Touched, WriteRules} from './types.ts'
import type {WorkingSet} from './working-set.ts'

/**
 * Refusing these loses words: the Studio throws an editor's typing away when it is answered with one of the final
 * statuses (400, 401, 402, 403, 404, 409, 410, 412, 413, 422), and keeps it, says so and tries again on any other. What
 * a rule of the caller refuses is therefore answered 423 Locked where it carries words, and 403 where it carries none.
 */
const carryWords: ReadonlySet<Cause> = new Set([
  'mutate',
  'document.create',
  'document.edit',
  'document.replaceDraft',
  'document.version.create',
  'document.version.replace',
  'release.create',
  'release.edit',
])

type Question = {rules: WriteRules; identity: Identity; dataset: string}

/** Throws what the caller's rules refuse of a working set: first who may, then what may be. */
export function requireAllowed(documents: WorkingSet, {rules, identity, dataset}: Question): void {
  const touched = documents.touched()
  const forbidden = touched.flatMap((each): FailedItem[] => {
    const reason = rules.permit(identity, dataset, each.before, each.after)
    return reason ? [itemOf(each, 'insufficientPermissionsError', reason)] : []
  })
  if (forbidden.length > 0) throw new LakeError('forbidden', texts(forbidden), {items: forbidden})
  requireGuarded(documents, {rules, identity, dataset})
}

/** Throws what the guard alone refuses. */
export function requireGuarded(documents: WorkingSet, {rules, identity, dataset}: Question): void {
  const touched = documents.touched()
  const refused = touched.flatMap((each): FailedItem[] => {
    const {before, after, cause} = each
    const refusals = rules.guard?.({dataset, before, after, identity, cause}, documents.get) ?? []
    return refusals.map(({message}) => itemOf(each, 'guardError', message))
  })
  if (refused.length === 0) return
  const status = [...documents.causes()].some((cause) => carryWords.has(cause)) ? 423 : 403
  throw new LakeError('forbidden', 'Refused by the publish guard', {items: refused, details: {status}})
}

const itemOf = ({id, item}: Touched, type: string, description: string): FailedItem => ({
  error: {type, description, id},
  index: item,
})

/** What is wrong with each item, in one line. */
export const texts = (items: readonly FailedItem[]): string =>
  items.map(({error}) => error.description).join(' ')

/** Throws for a document that no reader could be expected to take. */
export function requireSound(documents: WorkingSet): void {
  for (const {after} of documents.touched()) if (after) requireWithinLimits(after)
}

/**
 * Throws for a document that only the lake itself may touch, and for a version whose release is closed: what was checked
 * when a release was scheduled is what will be published.
 */
export function requireOpen(id: string, cause: Cause, read: (id: string) => LakeDocument | null): void {
  if (cause.startsWith('release.')) return
  if (isSystemId(id)) {
    const message = `"${id}" belongs to the lake; only its own actions change it`
    throw refusal('systemDocumentError', message, {id, status: 400})
  }
  const releaseId = releaseDocumentOf(id)
  const release = releaseId === null ? null : read(releaseId)
  if (!release || stateOf(release) === 'active') return
  const message = `"${id}" cannot change: its release is ${stateOf(release)}`
  throw refusal('releaseStateError', message, {id, status: carryWords.has(cause) ? 423 : 409})
}

/** A strong reference must have its target, and a target with strong references stays. */
export function requireReferences(documents: WorkingSet, store: Store, dataset: string): void {
  for (const each of documents.touched()) {
    if (each.after) requireTargets(each, each.after, documents)
    else requireUnreferenced(each, documents, store, dataset)
  }
}

function requireTargets({id, item}: Touched, after: LakeDocument, documents: WorkingSet): void {
  for (const {target, weak, isForeign} of findReferences(after)) {
    if (weak || isForeign || documents.get(target)) continue
    const description = `Document "${id}" references non-existent document "${target}"`
    throw broken(item, {
      type: 'documentReferenceDoesNotExistError',
      description,
      id: target,
      referencingID: id,
    })
  }
}

function requireUnreferenced(
  {id, item}: Touched,
  documents: WorkingSet,
  store: Store,
  dataset: string,
): void {
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
  throw broken(item, {
    type: 'documentHasExistingReferencesError',
    description,
    id,
    referencingIDs: holding,
  })
}

function broken(index: number, error: FailedItem['error']): LakeError {
  return new LakeError('mutationFailed', error.description, {items: [{error, index}], details: {status: 409}})
}
