import {createServer} from 'node:http'
import {expect, it} from 'vitest'
import {startTestLake} from './http/test-lake.ts'

it('says which port is taken', async () => {
  const first = await startTestLake()
  try {
    await expect(startTestLake({port: first.lake.port})).rejects.toThrow(`Port ${first.lake.port} is taken`)
  } finally {
    await first.end()
  }
})

it('gives its port back when it stops, also while somebody listens', async () => {
  const {lake, client, end} = await startTestLake()
  const welcomed = new Promise<void>((resolve) => {
    client('administrator')
      .listen('*', {}, {events: ['welcome']})
      .subscribe({next: () => resolve(), error: () => {}})
  })
  await welcomed
  await end()
  const next = createServer()
  await new Promise<void>((resolve) => void next.listen(lake.port, '127.0.0.1', resolve))
  expect(next.listening).toBe(true)
  next.close()
})
