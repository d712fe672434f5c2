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
})
