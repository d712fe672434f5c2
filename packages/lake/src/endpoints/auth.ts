import type {Context} from 'hono'
import {z} from 'zod'
import {readLimited} from '../http/body.ts'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {loginPage} from '../access/login-page.ts'

const bearer = (c: Context<LakeEnv>): string => (c.req.header('authorization') ?? '').replace(/^Bearer /i, '')

export const authProviders = (ctx: LakeContext) => (c: Context<LakeEnv>) =>
  c.json({
    providers: [{name: 'lake', title: 'One-time code', url: `${ctx.publicUrl()}/v1/auth/login`}],
    thirdPartyLogin: false,
  })

export const authId = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  if (!c.var.identity)
    throw new LakeError('unauthorized', 'Unauthorized', {details: {errorCode: 'SIO-401-ANF'}})
  return c.json({id: c.var.identity.userId, expiry: ctx.access.tokens.expiry(bearer(c))})
}

/** The Studio changes the one-time code of a login link into its session token here. */
export const authFetch = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const token = ctx.access.tokens.redeem(c.req.query('sid') ?? '')
  if (!token) throw new LakeError('unauthorized', 'The login link is used, expired or unknown')
  return c.json({token, label: 'session'})
}

export const authLogout = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  ctx.access.tokens.revoke(bearer(c))
  return c.body(null, 204)
}

/** Only pages that may call the lake may be returned to, so that a code never goes elsewhere. */
function returnTarget(ctx: LakeContext, wanted: string | null | undefined): URL {
  const target = URL.parse(wanted ?? '')
  if (!target || !ctx.config.allowedOrigins.includes(target.origin)) {
    throw new LakeError('invalidRequest', 'The page to return to is not one of this lake')
  }
  return target
}

export const authLogin = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const target = returnTarget(ctx, c.req.query('origin'))
  return loginPage(c, {origin: target.href, targetOrigin: target.origin, message: null})
}

const form = z.object({origin: z.string(), code: z.string().trim()})

export const authLoginSubmit = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const body = new URLSearchParams((await readLimited(c.req.raw.body, 10_000)).toString())
  const {origin, code} = form.parse(Object.fromEntries(body))
  const target = returnTarget(ctx, origin)
  if (!ctx.access.tokens.isLoginCode(code)) {
    const message = 'This code is used, expired or mistyped. Ask for a new one.'
    return loginPage(c, {origin: target.href, targetOrigin: target.origin, message})
  }
  target.hash = `sid=${code}`
  return c.redirect(target.href, 303)
}
