import {mkdirSync, statfsSync} from 'node:fs'
import {createServer} from 'node:net'

const minFreeBytes = 512 * 1024 ** 2
/** hardening.md section 2: below these, a server may only be reached from its own machine. */
const nodeFloors: Record<number, readonly [number, number]> = {22: [23, 4], 24: [22, 1], 26: [12, 1]}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      answer(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    probe.listen({port, host, exclusive: true}, () => probe.close(() => answer(true)))
  })
}

async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

/** Throws an Error that names every taken port, what wanted it, and the variable that moves it. */
export async function requireFreePorts(
  wanted: readonly {port: number; use: string; setting: string}[],
): Promise<void> {
  const taken: string[] = []
  for (const {port, use, setting} of wanted) {
    if (!(await isFree(port))) taken.push(`  ${port} (${use}; another port: ${setting}=…)`)
  }
  if (taken.length > 0) {
    throw new Error(
      `These ports are taken by another program, or by a Lantern that still runs:\n${taken.join('\n')}`,
    )
  }
}

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2)} MB`

/** Makes the data directory and throws an Error when there is too little room for it. */
export function requireRoom(directory: string, neededBytes: number = minFreeBytes): void {
  mkdirSync(directory, {recursive: true, mode: 0o700})
  const {bavail, bsize} = statfsSync(directory)
  const freeBytes = Number(bavail) * Number(bsize)
  if (freeBytes < neededBytes) {
    throw new Error(
      `${directory} has ${inMegabytes(freeBytes)} of free space, and at least ${inMegabytes(neededBytes)} are needed.`,
    )
  }
}

/** A sentence when this Node is below the security floor, null when it is not. Reachable only from here, it may run. */
export function nodeWarning(version: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const floor = nodeFloors[major]
  if (floor && (minor > floor[0] || (minor === floor[0] && patch >= floor[1]))) return null
  const expected = floor
    ? `${major}.${floor.join('.')}`
    : Object.entries(nodeFloors)
        .map(([m, f]) => `${m}.${f.join('.')}`)
        .join(', ')
  return `Node ${version} is below the security floor (${expected}). On this machine alone it may run; do not open it to a network.`
}
