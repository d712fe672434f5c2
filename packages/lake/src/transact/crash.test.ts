import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openStore} from '../store/store.ts'

const kills = 20
const program = join(import.meta.dirname, 'crash-writer.fixture.ts')

/** Kills the writer in the middle of its work; gives the transactions that it acknowledged. */
async function killAfter(directory: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, directory, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  let isDoomed = false
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (isDoomed || output.split('\n').length <= 10 + round * 3) return
    isDoomed = true
    // A moment that differs, or every kill would fall right behind an answer.
    setTimeout(() => child.kill('SIGKILL'), round % 7)
  })
  await once(child, 'close')
  return output.split('\n').slice(0, -1)
}

test('no acknowledged transaction is lost or half there, however often the lake is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lake-crash-'))
  const acknowledged: string[] = []
  let sound = 0
  for (let round = 0; round < kills; round++) {
    acknowledged.push(...(await killAfter(directory, round)))
    const store = openStore({directory})
    if (store.db.prepare('PRAGMA integrity_check').get()?.['integrity_check'] === 'ok') sound += 1
    store.close()
  }
  const store = openStore({directory})
  const lost = acknowledged.filter((id) => store.getMany('test', [`${id}-one`, `${id}-two`]).length !== 2)
  const halves = store.db.prepare('SELECT rev FROM documents GROUP BY rev HAVING count(*) <> 2').all()
  store.close()
  rmSync(directory, {recursive: true})
  process.stdout.write(
    `${kills} kills, ${acknowledged.length} acknowledged, ${lost.length} lost, ${sound} of ${kills} sound\n`,
  )
  expect(acknowledged.length).toBeGreaterThan(kills * 10)
  expect([lost.length, halves.length, sound]).toEqual([0, 0, kills])
}, 60_000)
