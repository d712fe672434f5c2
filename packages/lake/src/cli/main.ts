import {openProgress} from './progress.ts'
import {run} from './run.ts'

process.exitCode = await run(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  progress: (label) => openProgress(label),
})
