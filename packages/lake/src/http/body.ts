import type {MiddlewareHandler} from 'hono'
import {gunzipSync} from 'node:zlib'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {jsonProblem} from './strict-json.ts'

export const maxJsonBytes = 4_000_000
const maxInflatedBytes = 40_000_000

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

/** Before a byte is read; Brotli is never decoded, whatever is sent. */
function requireEncoding(encoding: string): void {
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new LakeError('unsupportedMediaType', 'Expected Content-Encoding: gzip, or none')
}

function inflate(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'identity') return bytes
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

function requireJson(bytes: Buffer): void {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch (cause) {
    throw new LakeError('invalidRequest', 'The body is not UTF-8', {cause})
  }
  // Before the parser, which would follow ten thousand brackets.
  const problem = jsonProblem(text)
  if (problem) throw new LakeError('invalidRequest', `The body is refused: ${problem}`)
  try {
    JSON.parse(text)
  } catch (cause) {
    throw new LakeError(
      'invalidRequest',
      'The body is not valid JSON: expected one value and nothing after it',
      {
        cause,
      },
    )
  }
}

const readsItsOwnBody = /^\/(assets|auth\/login|intake)(\/|$)/

/** Leaves only bodies that are small, plain and JSON to the endpoints. */
export const jsonBody: MiddlewareHandler<LakeEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || readsItsOwnBody.test(c.req.path)) return next()
  if (Number(c.req.header('content-length') ?? 0) > maxJsonBytes) {
    throw new LakeError('tooLarge', `The body is larger than ${maxJsonBytes} bytes`)
  }
  const encoding = (c.req.header('content-encoding') ?? 'identity').toLowerCase()
  requireEncoding(encoding)
  const raw = await readLimited(c.req.raw.body, maxJsonBytes)
  if (raw.byteLength === 0) return next()
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(c.req.header('content-type') ?? '')) {
    throw new LakeError('unsupportedMediaType', 'Expected Content-Type: application/json, in UTF-8')
  }
  const bytes = inflate(raw, encoding)
  requireJson(bytes)
  const headers = new Headers(c.req.raw.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  c.req.raw = new Request(c.req.url, {method: c.req.method, headers, body: new Uint8Array(bytes)})
  return next()
}
