import type {MiddlewareHandler} from 'hono'
import {gunzipSync} from 'node:zlib'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'

export const maxJsonBytes = 4_000_000
const maxInflatedBytes = 40_000_000
const maxDepth = 200

/** Reads a body, but never more of it than the limit. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new LakeError('tooLarge', `The body is larger than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function inflate(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'identity') return bytes
  if (encoding !== 'gzip')
    throw new LakeError('unsupportedMediaType', 'Content-Encoding must be gzip or identity')
  try {
    return gunzipSync(bytes, {maxOutputLength: maxInflatedBytes})
  } catch (cause) {
    const isBomb = cause instanceof RangeError
    throw new LakeError(
      isBomb ? 'tooLarge' : 'invalidRequest',
      isBomb ? 'The body inflates too far' : 'Broken gzip',
      {cause},
    )
  }
}

/** Linear, so that no recursion further in meets a body of ten thousand brackets. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted && sign === '\\') at++
    else if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    if (depth > maxDepth) return true
  }
  return false
}

function requireJson(bytes: Buffer): void {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (cause) {
    throw new LakeError('invalidRequest', 'The body is not UTF-8', {cause})
  }
  if (isTooDeep(text)) throw new LakeError('invalidRequest', `The body nests deeper than ${maxDepth} levels`)
  try {
    JSON.parse(text)
  } catch (cause) {
    throw new LakeError('invalidRequest', 'The body is not valid JSON', {cause})
  }
}

const readsItsOwnBody = /^\/(assets|auth\/login|intake)(\/|$)/

/** Leaves only bodies that are small, plain and JSON to the endpoints. */
export const jsonBody: MiddlewareHandler<LakeEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || readsItsOwnBody.test(c.req.path)) return next()
  if (Number(c.req.header('content-length') ?? 0) > maxJsonBytes) {
    throw new LakeError('tooLarge', `The body is larger than ${maxJsonBytes} bytes`)
  }
  const raw = await readLimited(c.req.raw.body, maxJsonBytes)
  if (raw.byteLength === 0) return next()
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new LakeError('unsupportedMediaType', 'Content-Type must be application/json')
  }
  const bytes = inflate(raw, (c.req.header('content-encoding') ?? 'identity').toLowerCase())
  requireJson(bytes)
  const headers = new Headers(c.req.raw.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  c.req.raw = new Request(c.req.url, {method: c.req.method, headers, body: new Uint8Array(bytes)})
  return next()
}
