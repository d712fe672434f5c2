import {compose} from '../compose.ts'
import {readProcessEnv} from '../env.ts'

/** `npm start`: everything on this machine, in production mode, until it is told to stop. */
const say = (line: string): void => console.log(line)

async function start(): Promise<void> {
  const lantern = await compose(readProcessEnv(), say)
  say('')
  say(`  Site    ${lantern.siteUrl}`)
  say(`  Studio  ${lantern.studioUrl}`)
  if (lantern.lakeUrl) say(`  Lake    ${lantern.lakeUrl}`)
  for (const {name, url} of lantern.loginLinks)
    say(`\n  One-time login for ${name}, good for 15 minutes:\n  ${url}`)
  say('\nStop with Ctrl-C.')
  process.send?.({ready: lantern.addresses})
  const stop = (): void => {
    say('Stopping …')
    lantern.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function fail(error: unknown): never {
  console.error(`\nLantern cannot go on: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

start().catch(fail)
