import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {join} from 'node:path'
import {projectRoot, readProcessEnv} from '../env.ts'
import {fillNewLake, fillWhenEmpty} from '../fill.ts'
import {siteTokens, startDeskLake} from '../lake.ts'
import {requireFreePorts, requireRoom} from '../preflight.ts'
import {people} from '../roles.ts'
import {openSecrets} from '../secrets.ts'
import {siteEnvironment} from '../site.ts'

/** `npm run dev`: the lake, the Studio and the site in watch mode, on the ports of `npm start`. */
const say = (line: string): void => console.log(line)

function watch(folder: string, command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(join(projectRoot, 'node_modules/.bin', command), args, {
    cwd: join(projectRoot, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ...env},
  })
}

/** The script of previews is a file beside the site, which `next dev` does not build. */
function buildOverlays(): void {
  const vite = join(projectRoot, 'node_modules/.bin/vite')
  const cwd = join(projectRoot, 'apps/web')
  const {status} = spawnSync(vite, ['build', '--logLevel', 'error'], {cwd, stdio: 'inherit'})
  if (status !== 0)
    throw new Error('The script of previews could not be built; what went wrong stands above.')
}

async function dev(): Promise<void> {
  const env = readProcessEnv()
  if (env.backend !== 'own-lake')
    throw new Error('`npm run dev` works on the lake of this machine; unset SANITY_*.')
  requireRoom(env.dataDir)
  const ports = [env.ports.site, env.ports.desk, env.ports.lake]
  await requireFreePorts(ports.map((port) => ({port, use: 'development', setting: 'LANTERN_*_PORT'})))
  buildOverlays()
  const secrets = openSecrets(env.dataDir)
  await fillNewLake(env, secrets, say)
  const lake = await startDeskLake(env, secrets)
  await fillWhenEmpty(lake, env, say)
  const site = siteEnvironment(env, {
    ...(await siteTokens(lake, secrets)),
    webhookSecret: secrets.get('webhook'),
  })
  const children = [
    watch('apps/web', 'next', ['dev', '-p', String(env.ports.site), '-H', 'localhost'], site),
    watch('sanity-studio', 'sanity', ['dev', '--port', String(env.ports.desk)], {}),
  ]
  const studioUrl = `http://localhost:${env.ports.desk}`
  for (const {id, name} of people) say(`One-time login for ${name}: ${lake.issueLoginLink(id, studioUrl)}`)
  const stop = (): void => {
    for (const child of children) child.kill('SIGTERM')
    void lake.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

dev().catch((error: unknown) => {
  console.error(`\nLantern cannot go on: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
