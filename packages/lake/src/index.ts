import {checkConfig, type LakeConfig} from './config.ts'
import {openContext, type LakeContext} from './context.ts'
import {belowFloor} from './public.ts'
import {startServer} from './server.ts'

export type {LakeConfig} from './config.ts'
export type {LakeContext} from './context.ts'

export type Lake = {
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string
  port: number
  context: LakeContext
  /** A full URL that logs this user in at `returnTo` once, within 15 minutes. Throws for an unknown user or origin. */
  issueLoginLink(userId: string, returnTo: string): string
  /** A bearer token of 90 days for a program; shown once, stored as a digest. Throws for an unknown role. */
  issueToken(label: string, role: string): string
  /** Ends streams, lets answers finish, closes the store. */
  stop(): Promise<void>
}

/** Starts a lake on the loopback addresses. Throws an Error that says what is in the way. */
export async function startLake(config: LakeConfig): Promise<Lake> {
  const named = config.publicUrl ?? config.public?.proxyUrl
  const address = {url: named?.replace(/\/$/, '') ?? `http://localhost:${config.port}`}
  const {context, close} = await openContext(checkConfig(config), () => address.url)
  try {
    const server = await startServer(context, (port) => {
      if (!named) address.url = `http://localhost:${port}`
    })
    context.log.info('lake started', {port: server.port})
    const hole = belowFloor(process.versions.node)
    if (hole) context.log.warn(`${hole}: keep this lake on this machine`)
    return {
      url: `http://localhost:${server.port}`,
      port: server.port,
      context,
      issueLoginLink: (userId, returnTo) => loginLink(context, userId, returnTo),
      issueToken: context.access.tokens.issueToken,
      stop: async () => {
        await server.stop()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The Studio reads `#sid=` at its start and asks the lake for the token; a fragment is never sent to a server's log. */
function loginLink({config, access}: LakeContext, userId: string, returnTo: string): string {
  const target = new URL(returnTo)
  if (!config.allowedOrigins.includes(target.origin))
    throw new Error(`No login at the unknown origin ${target.origin}`)
  target.hash = `sid=${access.tokens.issueLoginCode(userId)}`
  return target.href
}
