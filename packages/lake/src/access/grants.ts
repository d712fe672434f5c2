import type {LakeConfig, Permission} from '../config.ts'
import type {LakeDocument} from '../document.ts'
import type {Identity} from '../identity.ts'
import type {WriteRules} from '../transact/types.ts'
import {compileFilter, type Filter} from './filter.ts'

type CompiledGrant = {
  filter: string
  holds: Filter
  permissions: ReadonlySet<Permission>
  dataset: string | null
}

export type Grants = {
  permits(identity: Identity | null, dataset: string, document: LakeDocument, permission: Permission): boolean
  /** GROQ filters of which one must hold; `['true']` sees everything, `[]` nothing. */
  readFilters(identity: Identity | null, dataset: string): string[]
  /** Whether the role has any grant of that kind in this dataset; without one it is as if it did not exist. */
  reaches(identity: Identity | null, dataset: string, permission: Permission): boolean
  /** Whether nothing in this dataset is closed to the caller. */
  seesAll(identity: Identity | null, dataset: string, permission: Permission): boolean
  permit: WriteRules['permit']
}

function compileRoles(config: LakeConfig): Map<string, CompiledGrant[]> {
  const compileGrants = (role: string): CompiledGrant[] =>
    (config.roles[role]?.grants ?? []).map(({filter, permissions, dataset = null}) => {
      try {
        return {filter, holds: compileFilter(filter), permissions: new Set(permissions), dataset}
      } catch (cause) {
        throw new Error(`Lake configuration: a filter of the role "${role}" is no GROQ: ${filter}`, {cause})
      }
    })
  return new Map(Object.keys(config.roles).map((role) => [role, compileGrants(role)]))
}

/** The roles' grants as questions. A role that the configuration does not know may do nothing. */
export function createGrants(config: LakeConfig): Grants {
  const roles = compileRoles(config)
  const grantsFor = (identity: Identity | null, dataset: string, permission: Permission): CompiledGrant[] =>
    (identity ? (roles.get(identity.role) ?? []) : []).filter(
      (grant) => grant.permissions.has(permission) && (grant.dataset === null || grant.dataset === dataset),
    )
  const permits: Grants['permits'] = (identity, dataset, document, permission) =>
    identity !== null &&
    grantsFor(identity, dataset, permission).some(({holds}) => holds(document, identity.userId))

  /** A change needs the right before and after it, so nobody can move a document out of or into a closed type. */
  const permit: WriteRules['permit'] = (identity, dataset, before, after) => {
    const need = before ? 'update' : 'create'
    const sides = [before, after].filter((side) => side !== null)
    const refused = sides.find((side) => !permits(identity, dataset, side, need))
    return refused ? `Insufficient permissions; permission "${need}" required` : null
  }
  return {
    permits,
    readFilters: (identity, dataset) => [
      ...new Set(grantsFor(identity, dataset, 'read').map(({filter}) => filter)),
    ],
    reaches: (identity, dataset, permission) => grantsFor(identity, dataset, permission).length > 0,
    seesAll: (identity, dataset, permission) =>
      grantsFor(identity, dataset, permission).some(({filter}) => filter === 'true'),
    permit,
  }
}
