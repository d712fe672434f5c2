import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {ended, startProcess} from '../../checks/lake-process.ts'
import {run} from './run.ts'

const root = mkdtempSync(join(tmpdir(), 'lake-cli-'))
const data = join(root, 'data')
const documents = join(root, 'documents.ndjson')

/** The command in this process: what it prints, what it says and its exit code. */
async function lake(...typed: string[]): Promise<{code: number; out: string; err: string}> {
  const [out, err]: [string[], string[]] = [[], []]
  const progress = {at: () => {}, end: () => {}}
  const terminal = {
    print: (line: string) => void out.push(line),
    note: (line: string) => void err.push(line),
    progress: () => progress,
  }
  const code = await run(typed, terminal)
  return {code, out: out.join('\n'), err: err.join('\n')}
}

beforeAll(async () => {
  const first = await startProcess(data)
  first.child.kill('SIGTERM')
  await ended(first)
  const lines = ['one', 'two'].map((id) => JSON.stringify({_id: id, _type: 'note', to: {_ref: 'one'}}))
  writeFileSync(documents, lines.join('\n'))
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

test('every command has its help', async () => {
  const overview = await lake('--help')
  expect(overview.code).toBe(0)
  for (const name of ['start', 'import', 'export', 'backup', 'restore', 'verify', 'token', 'user']) {
    expect(overview.out).toContain(`  ${name} `)
    const {code, out} = await lake(name, '--help')
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining(`Usage: lake ${name}`)])
    expect(out).toContain('--data DIR')
  }
})

test.each([
  [['strat'], 'Unknown command “strat”'],
  [['start', '--data', data, '--prot', '1'], "Unknown option '--prot'"],
  [['start'], '--data DIR is needed'],
  [['start', '--data', data, '--port', 'x'], '--port: expected a whole number'],
  [['token', 'print', '--data', data], 'expected issue, list or revoke'],
  [['import', '--data', data], 'expected a file'],
  [['export', 'out.zip', '--data', data], 'expected FILE.tar.gz'],
])('%j is not understood, and the message names why', async (args, message) => {
  const {code, err} = await lake(...args)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

test('a folder without a lake is named, and none is made of it', async () => {
  for (const name of ['verify', 'backup', 'token']) {
    const more = {verify: [], backup: ['--to', join(root, 'b')], token: ['list']}[name] ?? []
    const {code, err} = await lake(name, ...more, '--data', join(root, 'nowhere'))
    expect([code, err]).toEqual([1, `There is no lake in ${join(root, 'nowhere')}.`])
  }
})

test('import, export, backup, restore and verify hand the same documents on', async () => {
  expect((await lake('import', documents, '--data', data)).out).toBe(
    '2 documents in 1 transactions, 0 assets',
  )
  expect(await lake('import', documents, '--data', data)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Line 1: .*already exists/u),
  })
  expect((await lake('import', documents, '--data', data, '--missing')).code).toBe(0)
  const before = (await lake('export', '-', '--data', data)).out
  expect(before.split('\n')).toHaveLength(2)
  const [backup, restored] = [join(root, 'backup'), join(root, 'restored')]
  expect((await lake('backup', '--data', data, '--to', backup)).code).toBe(0)
  const restoring = await lake('restore', '--from', backup, '--data', restored)
  expect([restoring.code, restoring.out]).toEqual([0, expect.stringMatching(/0 faults$/u)])
  expect((await lake('export', '-', '--data', restored)).out).toBe(before)
  expect(await lake('verify', '--data', restored)).toMatchObject({
    code: 0,
    out: '2 documents, 2 transactions, 0 faults',
  })
  expect(await lake('restore', '--from', backup, '--data', restored)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is not empty'),
  })
})

test('an import leaves no token behind', async () => {
  expect((await lake('token', 'list', '--data', data)).out).toBe('')
})

test('tokens are issued once, listed without themselves and revoked', async () => {
  const token = (await lake('token', 'issue', '--data', data, '--role', 'editor', '--label', 'the site')).out
  expect(token).toMatch(/^editor-[\w-]{43}$/u)
  const listed = (await lake('token', 'list', '--data', data)).out
  expect(listed).toMatch(/^[a-f0-9]{12} {2}editor {2}the site {2}made/u)
  expect(listed).not.toContain(token)
  const id = listed.slice(0, 12)
  expect((await lake('token', 'revoke', id, '--data', data)).code).toBe(0)
  expect((await lake('token', 'revoke', id, '--data', data)).code).toBe(1)
  expect((await lake('token', 'list', '--data', data)).out).toBe('')
})

test('people are added, listed, given a login link and removed', async () => {
  expect(
    (await lake('user', 'add', 'ada', '--data', data, '--role', 'owner', '--email', 'a@b.example')).code,
  ).toBe(2)
  expect(
    (await lake('user', 'add', 'ada', '--data', data, '--role', 'editor', '--email', 'a@b.example')).code,
  ).toBe(0)
  expect((await lake('user', 'list', '--data', data)).out).toContain('ada  editor  a@b.example  ada')
  const link = (await lake('user', 'login', 'ada', '--data', data, '--studio', 'http://localhost:4000')).out
  expect(link).toMatch(/^http:\/\/localhost:4000\/#sid=[\w-]{43}$/u)
  expect((await lake('user', 'remove', 'ada', '--data', data)).code).toBe(0)
  expect((await lake('user', 'login', 'ada', '--data', data)).code).toBe(1)
})

test('a lake that runs keeps others from writing its folder, and is backed up and verified meanwhile', async () => {
  const running = await startProcess(data)
  try {
    expect(await lake('token', 'list', '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('in use by another lake'),
    })
    expect((await lake('verify', '--data', data)).code).toBe(0)
    expect((await lake('backup', '--data', data, '--to', join(root, 'online'))).code).toBe(0)
  } finally {
    running.child.kill('SIGTERM')
    await ended(running)
  }
})

test('a lake is public only with a proxy, a token of an administrator and a Node without known holes', async () => {
  const at = ['start', '--data', data, '--port', '0']
  expect(await lake(...at, '--address', '0.0.0.0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('only with --public'),
  })
  expect(await lake(...at, '--public')).toMatchObject({code: 1, err: expect.stringContaining('TLS proxy')})
  expect(await lake(...at, '--public', '--proxy', 'https://lake.example')).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not become public'),
  })
})

test('a dataset that was started as guarded never again starts without its guard', async () => {
  const own = join(root, 'guarded')
  const guard = join(root, 'guard.mjs')
  writeFileSync(
    guard,
    `export const guard = ({after}) => (after?.locked ? [{message: 'It is locked.'}] : [])`,
  )
  const first = await startProcess(own, ['--guarded', 'production', '--guard', guard])
  first.child.kill('SIGTERM')
  await ended(first)
  await expect(startProcess(own)).rejects.toThrow('The dataset "production" is guarded')
  expect(await lake('import', documents, '--data', own)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is guarded'),
  })
  const locked = join(root, 'locked.ndjson')
  writeFileSync(locked, '{"_id":"a","_type":"note"}\n{"_id":"b","_type":"note","locked":true}')
  expect(await lake('import', locked, '--data', own, '--guard', guard)).toMatchObject({
    code: 1,
    err: 'Line 2: It is locked.',
  })
  expect((await lake('export', '-', '--data', own)).out).toBe('')
  expect(await lake('start', '--data', own, '--guard', `${guard}#rule`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('exports no function “rule”'),
  })
})

test('the launcher hands over to the command and gives its exit code', () => {
  const launcher = join(import.meta.dirname, '../../bin/lake.mjs')
  const {status, stderr} = spawnSync(process.execPath, [launcher, 'start'], {encoding: 'utf8'})
  expect([status, stderr]).toEqual([2, expect.stringContaining('--data DIR is needed')])
})
