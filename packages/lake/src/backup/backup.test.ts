import {appendFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startTestLake} from '../http/test-lake.ts'
import {openStore} from '../store/store.ts'
import {logOf, newestSnapshot, snapshotNames} from './places.ts'
import {restoreBackup} from './restore.ts'

let root: string
let to: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lake-backup-'))
  to = join(root, 'backup')
})
afterEach(() => rmSync(root, {recursive: true}))

/** A lake whose first snapshot, of nothing, is taken. */
async function start(): ReturnType<typeof startTestLake> {
  const running = await startTestLake({backup: {directory: to, logEveryMs: 20}})
  await copied(running)
  return running
}
type Running = Awaited<ReturnType<typeof startTestLake>>

/** Resolves once a copy has begun after this moment and succeeded. */
async function copied({lake}: Running): Promise<void> {
  const from = Date.now()
  while ((lake.context.backups.lastCopiedAt() ?? 0) <= from)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

function titlesIn(name: string, until?: number): unknown[] {
  const directory = join(root, name)
  restoreBackup({from: to, to: directory, ...(until ? {until} : {})})
  const store = openStore({directory})
  const titles = store.getMany('production', ['a', 'b', 'c']).map((document) => document['title'])
  store.close()
  return titles
}

test('what was committed is on the second path a moment later, without the lake being stopped', async () => {
  const running = await start()
  const client = running.client('administrator')
  await client.create({_id: 'a', _type: 'note', title: 'first'})
  await copied(running)
  await client.create({_id: 'b', _type: 'note', title: 'second'})
  await client.delete('a')
  await copied(running)
  expect(snapshotNames(to)).toHaveLength(1)
  expect(titlesIn('now')).toEqual(['second'])
  expect(titlesIn('then', 1)).toEqual(['first'])
  await running.end()
})

test('a lake that stops has copied its last change, also when half a line was left by a crash', async () => {
  const running = await startTestLake({backup: {directory: to}})
  await running.client('administrator').create({_id: 'a', _type: 'note', title: 'last'})
  await running.lake.stop()
  appendFileSync(logOf(newestSnapshot(to)?.folder ?? ''), '{"seq": 2, "half')
  expect(titlesIn('restored')).toEqual(['last'])
  const directory = join(root, 'restored')
  const again = await startTestLake({directory, backup: {directory: to}})
  await again.client('administrator').create({_id: 'b', _type: 'note', title: 'after'})
  await again.lake.stop()
  expect(titlesIn('again')).toEqual(['last', 'after'])
  rmSync(running.lake.context.config.directory, {recursive: true})
})

test('the log of a lake that was put back to an earlier moment never mixes with what it had copied before', async () => {
  const running = await start()
  const client = running.client('administrator')
  for (const id of ['a', 'b']) await client.create({_id: id, _type: 'note', title: `first ${id}`})
  await copied(running)
  await running.end()
  restoreBackup({from: to, to: join(root, 'earlier'), until: 1})
  const earlier = await startTestLake({directory: join(root, 'earlier'), backup: {directory: to}})
  await earlier.client('administrator').create({_id: 'b', _type: 'note', title: 'second b'})
  await earlier.lake.stop()
  expect(titlesIn('restored')).toEqual(['first a', 'second b'])
})

test('a second path inside the first is refused', async () => {
  const directory = join(root, 'data')
  const backup = {directory: join(directory, 'backup')}
  await expect(startTestLake({directory, backup})).rejects.toThrow('must be a second path')
})
