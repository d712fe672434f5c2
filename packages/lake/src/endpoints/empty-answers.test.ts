import {afterAll, beforeAll, expect, it} from 'vitest'
import {z} from 'zod'
import {startTestLake} from '../http/test-lake.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
})
afterAll(() => test.end())

const limits = z.object({
  data: z.object({
    orgActiveReleaseCount: z.literal(0),
    orgMeteredActiveReleaseCount: z.literal(0),
    datasetReleaseLimit: z.number().min(1_000_000),
    orgActiveReleaseLimit: z.null(),
  }),
})

it('sets no limit to the number of releases, in the shape that the Studio reads it', async () => {
  const answer: unknown = await test
    .client('administrator')
    .request({url: '/projects/lantern/new-content-release-allowed'})
  expect(limits.safeParse(answer).error).toBeUndefined()
})

it('has no plan that forgets releases after some days', async () => {
  const answer: unknown = await test.client('administrator').request({url: '/subscriptions/project/lantern'})
  expect(answer).toBeNull()
})
