import {expect, test} from 'vitest'
import {importBadArchives} from './bad-imports.ts'

const seed = Date.now() % 1_000_000

test('no broken or hostile archive is imported by half, or leaves a file anywhere', async () => {
  const result = await importBadArchives({rounds: 300, seed})
  process.stdout.write(`B8 seed ${seed}: ${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({halfImports: 0, filesOutside: 0, otherErrors: []})
  expect(result.named).toBe(result.tried)
}, 60_000)
