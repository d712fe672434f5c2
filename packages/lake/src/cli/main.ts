import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {openProgress} from './progress.ts'
import {run} from './run.ts'

// Whoever read the output is gone, as in `lake start | head -1`: no reason for a lake to end.
process.stdout.on('error', (error: Error & {code?: string}) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  progress: (label) => openProgress(label),
  line: firstLine,
})

/** A function, so that a command that needs no input leaves it alone. */
async function firstLine(): Promise<string> {
  const lines = createInterface({input: process.stdin})
  const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')])
  lines.close()
  return typeof line === 'string' ? line : ''
}
