import type {Context} from 'hono'
import {STATUS_CODES} from 'node:http'
import {z, ZodError} from 'zod'
import type {LakeEnv} from '../env.ts'
import {LakeError, type LakeErrorCode} from '../lake-error.ts'
import type {Logger} from '../log.ts'

/** The only place where codes become statuses. */
const statuses = {
  invalidRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  misdirected: 421,
  tooManyRequests: 429,
  unavailable: 503,
  storageFull: 507,
  mutationFailed: 400,
  actionFailed: 400,
  queryParseError: 400,
  queryFailed: 400,
} as const satisfies Record<LakeErrorCode, number>

const itemStatuses: Record<string, number> = {
  insufficientPermissionsError: 403,
  documentAlreadyExistsError: 409,
  documentRevisionIDDoesNotMatchError: 409,
  documentHasExistingReferencesError: 409,
  documentNotFoundError: 404,
}

function statusOf(error: LakeError): number {
  const given = z.number().int().min(400).max(599).safeParse(error.details['status'])
  if (given.success) return given.data
  const byItem = itemStatuses[error.items[0]?.error.type ?? '']
  if (byItem) return byItem
  return statuses[error.cause instanceof LakeError ? error.cause.code : error.code]
}

/** Sanity's three shapes of an error: mutation or action with its items, query, generic. */
function bodyOf(error: LakeError, status: number, path: string): Record<string, unknown> {
  const {status: _status, retryAfterMs: _wait, ...details} = error.details
  if (error.items.length > 0 || error.code === 'mutationFailed' || error.code === 'actionFailed') {
    const type = path.startsWith('/data/actions/') ? actionType(error) : 'mutationError'
    return {error: {...details, type, description: error.message, items: error.items}}
  }
  if (error.code === 'queryParseError' || error.code === 'queryFailed') {
    const type = error.code === 'queryParseError' ? 'queryParseError' : 'queryEvaluationError'
    return {error: {...details, type, description: error.message}}
  }
  return genericBody(status, error.message, details)
}

/** The Studio finds out by this type, in a dry run, that an action on releases is not for its user. */
function actionType({items}: LakeError): string {
  const denied = 'insufficientPermissionsError'
  return items.length > 0 && items.every((item) => item.error.type === denied) ? denied : 'actionError'
}

export function genericBody(status: number, message: string, more: object = {}): Record<string, unknown> {
  return {statusCode: status, error: STATUS_CODES[status] ?? 'Error', message, ...more}
}

function asLakeError(error: unknown): LakeError | null {
  if (error instanceof LakeError) return error
  if (error instanceof ZodError)
    return new LakeError('invalidRequest', z.prettifyError(error), {cause: error})
  const {data} = z.object({errcode: z.number()}).safeParse(error)
  // SQLITE_FULL and SQLITE_IOERR: nothing was acknowledged, and a client that waits may try again.
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  if (isFull || (data && (data.errcode & 0xff) === 13))
    return new LakeError('storageFull', 'The disk is full', {cause: error})
  if (data && (data.errcode & 0xff) === 10)
    return new LakeError('unavailable', 'The store cannot be written', {cause: error})
  return null
}

/** Answers any error as Sanity would, without a stack; an unforeseen one is logged and is a 500. */
export function answerError(log: Logger) {
  return (error: unknown, c: Context<LakeEnv>): Response => {
    const known = asLakeError(error)
    if (!known)
      log.error('request failed', {
        path: c.req.path,
        error: error instanceof Error ? error.stack : String(error),
      })
    const status = known ? statusOf(known) : 500
    const body = known ? bodyOf(known, status, c.req.path) : genericBody(500, 'The lake failed to answer')
    const headers = new Headers(c.res.headers)
    headers.set('content-type', 'application/json; charset=utf-8')
    for (const [name, value] of Object.entries(c.var.corsHeaders ?? {})) headers.set(name, value)
    const waitMs = z.number().safeParse(known?.details['retryAfterMs']).data
    if (waitMs !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(waitMs / 1000))))
    else if (status === 503) headers.set('retry-after', '2')
    return new Response(JSON.stringify(body), {status, headers})
  }
}
