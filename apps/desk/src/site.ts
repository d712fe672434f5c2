import {spawn, type ChildProcess} from 'node:child_process'
import {join} from 'node:path'
import {projectRoot, type DeskEnv} from './env.ts'

export type Site = {url: string; processId: number; stop: () => Promise<void>}

const startTimeoutMs = 60_000
const stopTimeoutMs = 10_000

type SiteSecrets = {readToken: string; previewToken: string; webhookSecret: string}

/** The environment in which the site finds its backend, its secrets and its own address. */
export function siteEnvironment(env: DeskEnv, secrets: SiteSecrets): Record<string, string> {
  return {
    PORT: String(env.ports.site),
    SANITY_API_HOST: env.apiHost ?? '',
    SANITY_PROJECT_ID: env.projectId,
    SANITY_DATASET: env.dataset,
    SANITY_READ_TOKEN: secrets.readToken,
    SANITY_PREVIEW_TOKEN: secrets.previewToken,
    SANITY_WEBHOOK_SECRET: secrets.webhookSecret,
    SITE_URL: `http://localhost:${env.ports.site}`,
    STUDIO_URL: `http://localhost:${env.ports.desk}`,
    LANTERN_DATA_DIR: env.dataDir,
  }
}

/** Starts the built site as a process of its own and waits until it answers. Throws an Error when it does not. */
export async function startSite(env: DeskEnv, secrets: SiteSecrets): Promise<Site> {
  const url = `http://localhost:${env.ports.site}`
  const child = spawn(process.execPath, [join(projectRoot, 'apps/web/server.ts')], {
    cwd: join(projectRoot, 'apps/web'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ...siteEnvironment(env, secrets), NODE_ENV: 'production'},
  })
  await answers(child, `${url}/healthz`)
  return {url, processId: child.pid ?? 0, stop: () => stopSite(child)}
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The site ended with code ${code} before it answered.`)))
  })
  const deadline = Date.now() + startTimeoutMs
  const answered = async (): Promise<void> => {
    for (;;) {
      const ok = await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
      if (ok) return
      if (Date.now() > deadline)
        throw new Error(`The site did not answer at ${url} within ${startTimeoutMs / 1000} s.`)
      await new Promise((next) => setTimeout(next, 100))
    }
  }
  await Promise.race([answered(), ended])
}

function stopSite(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    const force = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
    child.once('exit', () => {
      clearTimeout(force)
      done()
    })
    child.kill('SIGTERM')
  })
}
