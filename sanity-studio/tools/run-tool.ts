import type {SanityClient} from '@sanity/client'
import {toolClient} from './client.ts'

type Tool = {
  usage: string
  /** What to print; `null` when the words of the command line are not as expected. */
  work: (words: string[], client: SanityClient) => Promise<string | null>
}

/** Runs a command-line tool over this process: its words, its settings, its exit code. */
export async function runTool({usage, work}: Tool): Promise<void> {
  try {
    const said = await work(process.argv.slice(2), toolClient(process.env))
    if (said !== null) return console.log(said)
    console.error(`Usage: ${usage}`)
  } catch (error) {
    console.error(reasons(error).join(': '))
  }
  process.exitCode = 1
}

/** The message and those of its causes: “fetch failed” alone does not say which host did not answer. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [String(error)]
  return [error.message, ...reasons(error.cause)]
}
