import {parseArgs} from 'node:util'
import {rolesFor, type Role} from '../src/roles.ts'
import {checkPolicy} from './policy-check.ts'
import {samples} from './policy-lake.ts'
import {expected} from './policy-table.ts'

/** Breaks the policy in every single place, and counts how often the comparison with the table notices (A1). */
type Mutant = {role: string; what: string; grants: Role['grants']}
type Grant = Role['grants'][number]

function brokenFilters(filter: string): [what: string, filter: string][] {
  const types = [...filter.matchAll(/"[\w.]+"(?=[,\]])/g)].map(([type]) => type)
  return [
    ['everything', 'true'],
    ['the opposite', `!(${filter})`],
    ...types.map((type): [string, string] => [`without ${type}`, filter.replace(type, '"none"')]),
    ['drafts and published', filter.replace(/\(_id in path.*?\)\) && /, '')],
    ['any id', filter.replace('_id in path("*") && ', '')],
    ['any language', filter.replace(/language == "\w+"/, 'true')],
  ]
}

function brokenGrants(grant: Grant): [what: string, grant: Grant | null][] {
  const filters = brokenFilters(grant.filter)
    .filter(([, filter]) => filter !== grant.filter)
    .map(([what, filter]): [string, Grant] => [what, {...grant, filter}])
  const permissions = grant.permissions.map((gone): [string, Grant] => [
    `no ${gone}`,
    {...grant, permissions: grant.permissions.filter((each) => each !== gone)},
  ])
  return [['no grant', null], ...filters, ...permissions]
}

function mutantsOf(name: string, {grants}: Role): Mutant[] {
  return grants.flatMap((grant, at) =>
    brokenGrants(grant).map(([what, broken]) => ({
      role: name,
      what: `grant ${at}: ${what}`,
      grants: grants.flatMap((each, index) => (index === at ? (broken ?? []) : each)),
    })),
  )
}

const {values} = parseArgs({options: {role: {type: 'string'}}})
const roles = rolesFor('production')
const mutants = Object.entries(roles)
  .filter(([name]) => expected.has(name) && (values.role === undefined || values.role === name))
  .flatMap(([name, role]) => mutantsOf(name, role))
const documents = samples(true)
const missed: string[] = []
for (const {role, what, grants} of mutants) {
  const broken = {...roles, [role]: {title: role, grants}}
  const {mismatches} = await checkPolicy({roles: broken, documents, only: [role], isHunt: true})
  if (mismatches.length === 0) missed.push(`${role}, ${what}`)
}
for (const each of missed) console.log(`not noticed: ${each}`)
const noticed = mutants.length - missed.length
const score = (noticed / mutants.length) * 100
console.log(`mutants ${mutants.length}, noticed ${noticed}, score ${score.toFixed(1)} %`)
process.exit(score >= 90 ? 0 : 1)
