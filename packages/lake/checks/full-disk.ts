import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startTestLake, ask} from '../src/http/test-lake.ts'

type Lake = Awaited<ReturnType<typeof startTestLake>>['lake']

export type FullDiskResult = {
  acknowledged: number
  stored: number
  refusal: number
  refusalIsJson: boolean
  readsMeanwhile: number
  resumedAfterMs: number
}

function write(lake: Lake, token: string, id: string): ReturnType<typeof ask> {
  const body = JSON.stringify({mutations: [{create: {_id: id, _type: 'note', text: 'x'.repeat(20_000)}}]})
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    host: `127.0.0.1:${lake.port}`,
  }
  return ask(lake, '/v1/data/mutate/production', {method: 'POST', headers, body})
}

async function isReadable(lake: Lake, token: string, id: string): Promise<boolean> {
  const headers = {authorization: `Bearer ${token}`, host: `127.0.0.1:${lake.port}`}
  const query = encodeURIComponent(`*[_id == "${id}"]._id`)
  const {status, body} = await ask(lake, `/v2025-02-19/data/query/production?query=${query}`, {headers})
  return status === 200 && body.includes(`["${id}"]`)
}

/** Writes until the disk is full, reads meanwhile, and writes again once there is room, without a restart. */
async function fillAndFree(lake: Lake, makeRoom: () => void): Promise<FullDiskResult> {
  const token = lake.issueToken('filler', 'administrator')
  const acknowledged: string[] = []
  let refused = await write(lake, token, 'note-first')
  acknowledged.push('note-first')
  for (let number = 0; refused.status === 200; number++) {
    if (number > 20_000) throw new Error('The disk never became full')
    refused = await write(lake, token, `note-${number}`)
    if (refused.status === 200) acknowledged.push(`note-${number}`)
    // 25 mutations a second for one token: the check is about the disk, not about the pace.
    else if (refused.status === 429) refused = {...refused, status: 200}
  }
  let readsMeanwhile = 0
  for (let read = 0; read < 10; read++) if (await isReadable(lake, token, 'note-first')) readsMeanwhile += 1
  makeRoom()
  const from = performance.now()
  while ((await write(lake, token, 'note-after')).status !== 200) {
    if (performance.now() - from > 10_000) throw new Error('Writing did not resume')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  acknowledged.push('note-after')
  const {n} =
    lake.context.store.db.prepare("SELECT count(*) AS n FROM documents WHERE type = 'note'").get() ?? {}
  return {
    acknowledged: acknowledged.length,
    stored: Number(n),
    refusal: refused.status,
    refusalIsJson:
      refused.body.startsWith('{') && refused.headers['content-type']?.includes('application/json') === true,
    readsMeanwhile,
    resumedAfterMs: Math.round(performance.now() - from),
  }
}

/** F4 without a disk of its own: SQLite reports its own limit of pages exactly as it reports a full disk. */
export async function fillByPageLimit(): Promise<FullDiskResult> {
  const {lake, end} = await startTestLake()
  try {
    lake.context.store.db.exec('PRAGMA max_page_count = 400')
    return await fillAndFree(lake, () => lake.context.store.db.exec('PRAGMA max_page_count = 1073741823'))
  } finally {
    await end()
  }
}

/** F4 on a file system of 8 MB of its own; null where this user may not mount one. */
export async function fillRealDisk(): Promise<FullDiskResult | null> {
  const disk = mkdtempSync(join(tmpdir(), 'lake-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk])
  if (mounted.status !== 0) {
    rmSync(disk, {recursive: true})
    return null
  }
  try {
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(2_000_000))
    const {lake, end} = await startTestLake({directory: join(disk, 'data')})
    try {
      return await fillAndFree(lake, () => rmSync(ballast))
    } finally {
      await end()
    }
  } finally {
    spawnSync('umount', [disk])
    rmSync(disk, {recursive: true, force: true})
  }
}
