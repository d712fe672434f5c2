import {randomInt} from 'node:crypto'
import {once} from 'node:events'
import {createServer} from 'node:net'

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** The first of a row of `count` free ports, below those that the system hands out, so that two checkouts can test at once. */
export async function freePorts(count: number): Promise<number> {
  for (let first = randomInt(12_000, 30_000); ; first += count) {
    const free = await Promise.all(Array.from({length: count}, (_, index) => isFree(first + index)))
    if (!free.includes(false)) return first
  }
}
