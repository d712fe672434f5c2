import {z} from 'zod'
import type {SiteEnv} from '../env.ts'

/** The content backend gave no usable answer. `code` says how: no answer, a refusal, or an answer that is none. */
export class LakeUnavailable extends Error {
  readonly code: 'unreachable' | 'refused' | 'unreadable'
  constructor(code: LakeUnavailable['code'], message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'LakeUnavailable'
    this.code = code
  }
}

export type Perspective = 'published' | 'drafts'
export type Question = {query: string; params?: Record<string, unknown>; perspective?: Perspective}

const apiVersion = 'v2025-02-19'
const timeoutMs = 5_000
const maxAnswerBytes = 16 * 1024 * 1024
const envelope = z.object({result: z.unknown()})

/** Where a query goes: the lake's own host, or the project's host at Sanity. */
export function queryAddress(env: SiteEnv, perspective: Perspective): string {
  const host = env.apiHost ?? `https://${env.projectId}.api.sanity.io`
  return `${host}/${apiVersion}/data/query/${env.dataset}?perspective=${perspective}&returnQuery=false`
}

/** Where a picture's file lies: the lake, or Sanity's image CDN. */
export function pictureAddress(env: SiteEnv, file: string, search: string): string {
  const host = env.apiHost ?? 'https://cdn.sanity.io'
  return `${host}/images/${env.projectId}/${env.dataset}/${file}${search}`
}

/**
 * Asks the backend and gives the `result` of a complete, well-formed answer. Anything else – refusal, redirect, empty,
 * half or foreign body, more than five seconds – throws LakeUnavailable, so that it can never be kept as content.
 */
export async function askLake(
  env: SiteEnv,
  {query, params = {}, perspective = 'published'}: Question,
): Promise<unknown> {
  const response = await send(env, perspective, JSON.stringify({query, params}))
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new LakeUnavailable('refused', `The query was answered with ${response.status}; expected 200.`)
  }
  return resultOf(await bodyOf(response))
}

async function send(env: SiteEnv, perspective: Perspective, body: string): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-sanity-project-id': env.projectId,
  }
  const token = perspective === 'drafts' ? env.previewToken : env.readToken
  if (token) headers['authorization'] = `Bearer ${token}`
  try {
    return await fetch(queryAddress(env, perspective), {
      method: 'POST',
      headers,
      body,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (cause) {
    throw new LakeUnavailable('unreachable', 'The query got no answer within five seconds.', cause)
  }
}

async function bodyOf(response: Response): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > maxAnswerBytes) {
    throw new LakeUnavailable('unreadable', 'The answer to a query is larger than 16 MiB.')
  }
  try {
    return await response.text()
  } catch (cause) {
    throw new LakeUnavailable(
      'unreachable',
      'The answer to a query broke off or took longer than five seconds.',
      cause,
    )
  }
}

function resultOf(body: string): unknown {
  try {
    const answer = envelope.parse(JSON.parse(body))
    if (answer.result === undefined) throw new TypeError('result is absent')
    return answer.result
  } catch (cause) {
    throw new LakeUnavailable('unreadable', 'The answer to a query is not JSON with a result.', cause)
  }
}
