import {mkdtempSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {nodeWarning, requireFreePorts, requireRoom} from './preflight.ts'

function listen(): Promise<{port: number; close: () => void}> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      done({port: typeof address === 'object' && address ? address.port : 0, close: () => server.close()})
    })
  })
}

describe('before anything starts', () => {
  it('a taken port is named with its use and the setting that moves it', async () => {
    const other = await listen()
    const wanted = [{port: other.port, use: 'site', setting: 'LANTERN_SITE_PORT'}]
    await expect(requireFreePorts(wanted)).rejects.toThrow(
      `${other.port} (site; another port: LANTERN_SITE_PORT=…)`,
    )
    other.close()
  })

  it('a free port is left free', async () => {
    const other = await listen()
    other.close()
    const wanted = [{port: other.port, use: 'site', setting: 'LANTERN_SITE_PORT'}]
    await expect(requireFreePorts(wanted)).resolves.toBeUndefined()
  })

  it('too little room is said with the folder and both figures', () => {
    const directory = mkdtempSync(join(tmpdir(), 'lantern-room-'))
    expect(() => requireRoom(directory, Number.MAX_SAFE_INTEGER)).toThrow(directory)
    expect(() => requireRoom(directory, 1)).not.toThrow()
  })

  it.each([
    ['24.21.0', true],
    ['24.22.0', true],
    ['24.22.1', false],
    ['24.23.0', false],
    ['26.12.1', false],
    ['25.1.0', true],
  ])('Node %s is warned about: %s', (version, warned) => {
    expect(nodeWarning(version) !== null).toBe(warned)
  })
})
