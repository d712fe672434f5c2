import {parsers} from '@lantern/content/read'
import {expect, it} from 'vitest'
import {rolesFor, typeGroups} from '../src/roles.ts'
import {checkPolicy} from './policy-check.ts'
import {samples} from './policy-lake.ts'
import {expected, groups} from './policy-table.ts'

it('does for each role, at every endpoint and in every state of a document, what the table says', async () => {
  const report = await checkPolicy({
    roles: rolesFor('production'),
    documents: samples(process.env['EVERY_TYPE'] === '1'),
  })
  console.log(
    `roles ${expected.size} and anonymous, endpoints ${report.byEndpoint.size}, cells ${report.cells}, mismatches ${report.mismatches.length}`,
  )
  expect(report.mismatches).toEqual([])
}, 60_000)

it('knows every role of the table, and no other', () => {
  expect(Object.keys(rolesFor('production')).toSorted()).toEqual([...expected.keys()].toSorted())
})

it('has each document type of the Studio in exactly one group', () => {
  const grouped: string[] = Object.values(typeGroups).flat()
  expect(grouped.toSorted()).toEqual([...new Set(grouped)].toSorted())
  for (const type of Object.keys(parsers)) expect(grouped).toContain(type)
  const tried: string[] = Object.values(groups).flatMap(({types}) => [...types])
  for (const type of Object.keys(parsers)) expect(tried).toContain(type)
})
