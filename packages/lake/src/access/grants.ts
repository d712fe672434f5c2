import type {LakeConfig, Permission} from '../config.ts'
import type {LakeDocument} from '../document.ts'
import {evaluateSync} from '../query/evaluate.ts'
import type {Identity} from '../identity.ts'
import type {WriteRules} from '../transact/types.ts'

function holds(filter: string, document: LakeDocument, identity: Identity): boolean {
  if (filter === 'true') return true
  const found = evaluateSync(`count(*[${filter}])`, {}, {dataset: [document], identity: identity.userId})
  return found === 1
}

type Permits = (
  identity: Identity | null,
  dataset: string,
  document: LakeDocument,
  permission: Permission,
) => boolean

/** The roles' grants as questions. A role that the configuration does not know may do nothing. */
export function createGrants(config: LakeConfig): {
  permits: Permits
  readFilters(identity: Identity | null, dataset: string): string[]
  permit: WriteRules['permit']
} {
  const filtersFor = (identity: Identity | null, permission: Permission): string[] => {
    const role = identity && Object.hasOwn(config.roles, identity.role) ? config.roles[identity.role] : null
    return (role?.grants ?? [])
      .filter((grant) => grant.permissions.includes(permission))
      .map((grant) => grant.filter)
  }
  const permits: Permits = (identity, _dataset, document, permission) =>
    identity !== null && filtersFor(identity, permission).some((filter) => holds(filter, document, identity))

  /** A change needs the right before and after it, so nobody can move a document out of or into a closed type. */
  const permit: WriteRules['permit'] = (identity, dataset, before, after) => {
    const need = before ? 'update' : 'create'
    const sides = [before, after].filter((side) => side !== null)
    const refused = sides.find((side) => !permits(identity, dataset, side, need))
    return refused ? `Insufficient permissions; permission "${need}" required` : null
  }
  return {permits, readFilters: (identity) => [...new Set(filtersFor(identity, 'read'))], permit}
}
