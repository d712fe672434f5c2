import type {Access} from '../access/access.ts'
import type {Grant, LakeConfig, Permission} from '../config.ts'
import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import type {Store} from '../store/store.ts'

/** What the Studio keeps beside the content: comments on it, and tasks about it. */
const kinds = new Set(['comment', 'tasks.task'])
const kindsFilter = `_type in [${[...kinds].map((kind) => JSON.stringify(kind)).join(', ')}]`

export type AddonAccess = Access & {
  /** Whether the identity takes part in what is said in this dataset beside the content. */
  takesPart(identity: Identity | null, dataset: string): boolean
  /** The grants in an add-on dataset as the Studio reads them; null for a dataset that is none. */
  addonGrants(identity: Identity, dataset: string): Grant[] | null
}

/**
 * The roles speak of the content; what is said beside it has rules of its own, unless a role's grant names that dataset:
 * then the grants decide who takes part. Otherwise whoever may write some of the content takes
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
  const allGrants = Object.values(config.roles).flatMap(({grants}) => grants)
  const isGranted = (dataset: string): boolean => allGrants.some((grant) => grant.dataset === dataset)
  const hasOwnRules = (dataset: string): boolean => isAddon(dataset) && !isGranted(dataset)
  const grantsOf = (identity: Identity | null): readonly Grant[] =>
    identity && Object.hasOwn(config.roles, identity.role) ? (config.roles[identity.role]?.grants ?? []) : []
  const writesContent = (identity: Identity | null): boolean =>
    grantsOf(identity).some(({permissions}) =>
      ['create', 'update'].some((each) => permissions.some((one) => one === each)),
    )
  const takesPart = (identity: Identity | null, dataset: string): boolean =>
    isGranted(dataset) ? access.reaches(identity, dataset, 'create') : writesContent(identity)
  /** Whoever may write everything brings in what others said, as an import does. */
  const writesEverything = (identity: Identity): boolean =>
    grantsOf(identity).some(({filter, permissions}) => filter === 'true' && permissions.includes('update'))

  const permits: Access['permits'] = (identity, dataset, document, permission) =>
    hasOwnRules(dataset)
      ? writesContent(identity) && kinds.has(document._type)
      : access.permits(identity, dataset, document, permission)
  const permit: Access['permit'] = (identity, dataset, before, after) => {
    const need = before ? 'update' : 'create'
    if ([before, after].some((side) => side && !permits(identity, dataset, side, need)))
      return 'Insufficient permissions; this dataset holds comments and tasks of those who write the content'
    const isOwn = (side: LakeDocument | null): boolean => side?.['authorId'] === identity.userId
    if (writesEverything(identity)) return null
    if (!before) return isOwn(after) ? null : 'Insufficient permissions; a comment is made under the own name'
    if (!after)
      return isOwn(before) ? null : 'Insufficient permissions; a comment is deleted by the one who made it'
    return isOwn(before) || saysTheSame(before, after)
      ? null
      : 'Insufficient permissions; a message is changed by the one who wrote it'
  }
  return {
    ...access,
    takesPart,
    addonGrants: (identity, dataset) => {
      if (!hasOwnRules(dataset)) return null
      const permissions: Permission[] = ['read', 'create', 'update', 'history']
      return writesContent(identity) ? [{filter: kindsFilter, permissions}] : []
    },
    permits,
    mayRead: (identity, dataset, document) => permits(identity, dataset, document, 'read'),
    mayReadHistory: (identity, dataset, document) =>
      hasOwnRules(dataset)
        ? permits(identity, dataset, document, 'read')
        : access.mayReadHistory(identity, dataset, document),
    readFilters: (identity, dataset) => {
      if (!hasOwnRules(dataset)) return access.readFilters(identity, dataset)
      return writesContent(identity) ? [kindsFilter] : []
    },
    permit: (identity, dataset, before, after) =>
      isAddon(dataset)
        ? permit(identity, dataset, before, after)
        : access.permit(identity, dataset, before, after),
  }
}

/** A task has no message: whoever takes part moves it on. */
function saysTheSame(before: LakeDocument, after: LakeDocument): boolean {
  return ['authorId', 'message'].every(
    (field) => JSON.stringify(before[field]) === JSON.stringify(after[field]),
  )
}
