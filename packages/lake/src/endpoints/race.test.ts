import {afterAll, beforeAll, expect, it} from 'vitest'
import {ClientError} from '@sanity/client'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
})
afterAll(() => test.end())

const writers = 50
const patchesEach = 8

it('lets one writer win each revision, and counts exactly what was acknowledged', async () => {
  const client = test.client('administrator')
  const id = 'race'
  const first = await client.create({_id: id, _type: 'article', count: 0})
  const wins: {from: string; to: string}[] = []
  let lost = 0
  const write = async (): Promise<void> => {
    for (let n = 0; n < patchesEach; n++) {
      const seen = await client.getDocument(id)
      const from = seen?._rev ?? ''
      try {
        const {_rev} = await client.patch(id).ifRevisionId(from).inc({count: 1}).commit()
        wins.push({from, to: _rev})
      } catch (error) {
        if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
        lost += 1
      }
    }
  }
  await Promise.all(Array.from({length: writers}, write))
  process.stdout.write(`race: ${writers} writers, ${wins.length} won, ${lost} lost\n`)
  expect(wins.length + lost).toBe(writers * patchesEach)
  expect(lost).toBeGreaterThan(0)
  expect(await client.getDocument(id)).toMatchObject({count: wins.length})
  // Each revision was left by one writer at most, and the wins are one line from the first to the last.
  const next = new Map(wins.map(({from, to}) => [from, to]))
  expect(next.size).toBe(wins.length)
  let revision = first._rev
  for (let steps = 0; steps < wins.length; steps++) revision = next.get(revision) ?? 'broken'
  expect((await client.getDocument(id))?._rev).toBe(revision)
})
