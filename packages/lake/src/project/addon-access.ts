import type {Access} from '../access/access.ts'
import type {Grant, LakeConfig, Permission} from '../config.ts'
import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import type {Store} from '../store/store.ts'

/** What the Studio keeps beside the content: comments on it, and tasks about it. */
const kinds = new Set(['comment', 'tasks.task'])
const kindsFilter = `_type in [${[...kinds].map((kind) => JSON.stringify(kind)).join(', ')}]`

export type AddonAccess = Access & {
  /** Whether the identity takes part in what is said beside the content. */
  takesPart(identity: Identity | null): boolean
  /** The grants in an add-on dataset as the Studio reads them; null for a dataset that is none. */
  addonGrants(identity: Identity, dataset: string): Grant[] | null
}

/**
 * The roles speak of the content; what is said beside it has rules of its own. Whoever may write some of the content takes
 * part: reads everything that is said, says things under the own name, answers, resolves and reacts. Only the one who
 * said it changes or deletes a message; an administrator deletes any. Whoever only reads content – the site – reads none
 * of it.
 */
export function withAddonDatasets(
  access: Access,
  {config, store}: {config: LakeConfig; store: Store},
): AddonAccess {
  const addon = store.db.prepare('SELECT 1 FROM datasets WHERE name = ? AND addon_for IS NOT NULL')
  const isAddon = (dataset: string): boolean => addon.get(dataset) !== undefined
  const grantsOf = (identity: Identity | null): readonly Grant[] =>
    identity && Object.hasOwn(config.roles, identity.role) ? (config.roles[identity.role]?.grants ?? []) : []
  const takesPart = (identity: Identity | null): boolean =>
    grantsOf(identity).some(({permissions}) =>
      ['create', 'update'].some((each) => permissions.some((one) => one === each)),
    )
  const isAdministrator = (identity: Identity): boolean =>
    grantsOf(identity).some(({filter, permissions}) => filter === 'true' && permissions.includes('update'))

  const permits = (identity: Identity | null, document: LakeDocument): boolean =>
    takesPart(identity) && kinds.has(document._type)
  const permit = (
    identity: Identity,
    before: LakeDocument | null,
    after: LakeDocument | null,
  ): string | null => {
    if ([before, after].some((side) => side && !permits(identity, side)))
      return 'Insufficient permissions; this dataset holds comments and tasks of those who write the content'
    const isOwn = (side: LakeDocument | null): boolean => side?.['authorId'] === identity.userId
    if (!before) return isOwn(after) ? null : 'Insufficient permissions; a comment is made under the own name'
    if (!after)
      return isOwn(before) || isAdministrator(identity)
        ? null
        : 'Insufficient permissions; a comment is deleted by the one who made it'
    return isOwn(before) || saysTheSame(before, after)
      ? null
      : 'Insufficient permissions; a message is changed by the one who wrote it'
  }
  return {
    ...access,
    takesPart,
    addonGrants: (identity, dataset) => {
      if (!isAddon(dataset)) return null
      const permissions: Permission[] = ['read', 'create', 'update', 'history']
      return takesPart(identity) ? [{filter: kindsFilter, permissions}] : []
    },
    permits: (identity, dataset, document, permission) =>
      isAddon(dataset)
        ? permits(identity, document)
        : access.permits(identity, dataset, document, permission),
    mayRead: (identity, dataset, document) =>
      isAddon(dataset) ? permits(identity, document) : access.mayRead(identity, dataset, document),
    readFilters: (identity, dataset) => {
      if (!isAddon(dataset)) return access.readFilters(identity, dataset)
      return takesPart(identity) ? [kindsFilter] : []
    },
    permit: (identity, dataset, before, after) =>
      isAddon(dataset) ? permit(identity, before, after) : access.permit(identity, dataset, before, after),
  }
}

/** A task has no message: whoever takes part moves it on. */
function saysTheSame(before: LakeDocument, after: LakeDocument): boolean {
  return ['authorId', 'message'].every(
    (field) => JSON.stringify(before[field]) === JSON.stringify(after[field]),
  )
}
