import type {Context} from 'hono'
import {z} from 'zod'
import {readLimited} from '../http/body.ts'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {bearerOf} from '../access/access.ts'
import {loginPage} from '../access/login-page.ts'
import {guarded} from '../access/guesses.ts'
import {requireIdentity} from './users.ts'

const bearer = (c: Context<LakeEnv>): string => bearerOf(c.req.header('authorization')) ?? ''

export const authProviders = (ctx: LakeContext) => (c: Context<LakeEnv>) =>
  c.json({
    providers: [{name: 'lake', title: 'This lake', url: `${ctx.publicUrl()}/v1/auth/login`}],
    thirdPartyLogin: false,
  })

export const authId = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const {userId} = requireIdentity(c)
  return c.json({id: userId, expiry: ctx.access.tokens.expiry(bearer(c))})
}

/** The Studio changes the one-time code of a login link into its session token here. */
export const authFetch = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const token = await guarded(ctx, c, null, () => ctx.access.tokens.redeem(c.req.query('sid') ?? ''))
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

const form = z.object({
  origin: z.string(),
  code: z.string().trim().default(''),
  name: z.string().trim().default(''),
  password: z.string().default(''),
})

/** The code of one login: the one that was typed, or a new one for a right name and password. */
async function loginCode(
  ctx: LakeContext,
  c: Context<LakeEnv>,
  typed: z.infer<typeof form>,
): Promise<string | null> {
  const {tokens, passwords} = ctx.access
  const {code, password} = typed
  if (code !== '') return guarded(ctx, c, null, () => (tokens.isLoginCode(code) ? code : null))
  const userId = ctx.access.users.idOf(typed.name)
  return guarded(ctx, c, userId, async () =>
    (await passwords.isPassword(userId, password)) ? tokens.issueLoginCode(userId) : null,
  )
}

/** POST /auth/login – from the login page; sends the browser back with a code for one login behind `#`. */
export const authLoginSubmit = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const body = new URLSearchParams((await readLimited(c.env.incoming, 10_000)).toString())
  const typed = form.parse(Object.fromEntries(body))
  const target = returnTarget(ctx, typed.origin)
  const code = await loginCode(ctx, c, typed)
  if (code === null) {
    const message = typed.code
      ? 'This code is used, expired or mistyped. Ask for a new one.'
      : 'Name or password is not right.'
    return loginPage(c, {origin: target.href, targetOrigin: target.origin, message})
  }
  target.hash = `sid=${code}`
  return c.redirect(target.href, 303)
}
