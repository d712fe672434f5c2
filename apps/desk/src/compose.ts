import {join} from 'node:path'
import {buildApps} from './build.ts'
import {projectRoot, type DeskEnv} from './env.ts'
import {fillNewLake, fillWhenEmpty} from './fill.ts'
import {siteTokens, startDeskLake, type DeskLake} from './lake.ts'
import {people} from './roles.ts'
import {nodeWarning, requireFreePorts, requireRoom} from './preflight.ts'
import {openSecrets} from './secrets.ts'
import {startSite} from './site.ts'
import {startStudioServer} from './studio-server.ts'

export type Lantern = {
  siteUrl: string
  studioUrl: string
  lakeUrl: string | null
  /** One link for each person of a first start; empty with hosted Sanity, which has its own login. */
  loginLinks: {name: string; url: string}[]
  /** The same as plain data, for a program that started this one. */
  addresses: {
    site: string
    studio: string
    lake: string | null
    logins: Record<string, string>
    siteProcessId: number
  }
  stop(): Promise<void>
}

/**
 * Starts the parts in their order: lake with its content, Studio, site. Each part that started is stopped again when a
 * later one fails. Throws an Error whose message says what was missing.
 */
export async function compose(env: DeskEnv, say: (line: string) => void): Promise<Lantern> {
  const warning = nodeWarning(process.versions.node)
  if (warning) say(warning)
  requireRoom(env.dataDir)
  await requireFreePorts(wantedPorts(env))
  say('Building the Studio and the site where they changed …')
  await buildApps()
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.toReversed()) await end()
  }
  try {
    return await startParts(env, say, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

function wantedPorts(env: DeskEnv): {port: number; use: string; setting: string}[] {
  const lake =
    env.backend === 'own-lake'
      ? [env.ports.lake, ...env.ports.streams].map((port) => ({
          port,
          use: 'lake',
          setting: 'LANTERN_LAKE_PORT',
        }))
      : []
  return [
    {port: env.ports.site, use: 'site', setting: 'LANTERN_SITE_PORT'},
    {port: env.ports.desk, use: 'Studio', setting: 'LANTERN_DESK_PORT'},
    ...lake,
  ]
}

async function startParts(
  env: DeskEnv,
  say: (line: string) => void,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Lantern> {
  const secrets = openSecrets(env.dataDir)
  let lake: DeskLake | null = null
  if (env.backend === 'own-lake') {
    say('Starting the lake …')
    await fillNewLake(env, secrets, say)
    lake = await startDeskLake(env, secrets)
    stops.push(() => lake?.stop() ?? Promise.resolve())
    await fillWhenEmpty(lake, env, say)
  }
  const tokens = lake
    ? await siteTokens(lake, secrets)
    : {readToken: env.readToken ?? '', previewToken: env.previewToken ?? env.readToken ?? ''}
  const siteUrl = `http://localhost:${env.ports.site}`
  const studioUrl = `http://localhost:${env.ports.desk}`
  say('Starting the Studio …')
  const settings = {apiHost: env.apiHost, projectId: env.projectId, dataset: env.dataset, siteUrl}
  const directory = join(projectRoot, 'sanity-studio/dist')
  stops.push(
    await startStudioServer({directory, port: env.ports.desk, settings, streamPorts: env.ports.streams}),
  )
  say('Starting the site …')
  const site = await startSite(env, {...tokens, webhookSecret: env.webhookSecret ?? secrets.get('webhook')})
  stops.push(site.stop)
  const loginLinks = lake
    ? people.map(({id, name}) => ({id, name, url: lake.issueLoginLink(id, studioUrl)}))
    : []
  return {
    siteUrl,
    studioUrl,
    lakeUrl: lake ? env.apiHost : null,
    loginLinks,
    addresses: {
      site: siteUrl,
      studio: studioUrl,
      lake: lake ? env.apiHost : null,
      siteProcessId: site.processId,
      logins: Object.fromEntries(loginLinks.map(({id, url}) => [id, url])),
    },
    stop,
  }
}
