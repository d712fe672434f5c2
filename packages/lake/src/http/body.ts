import type {MiddlewareHandler} from 'hono'
import type {IncomingMessage} from 'node:http'
import {gunzipSync} from 'node:zlib'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {jsonProblem} from './strict-json.ts'

export const maxJsonBytes = 4_000_000
const maxInflatedBytes = 40_000_000

/** Reads a body, but hardly more of it than the limit: what comes after stays unread in the socket, and is cut off. */
export function readLimited(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const stop = (): void => {
      incoming.off('data', take).off('end', finish).off('error', fail).off('close', cut)
      incoming.pause()
    }
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size <= maxBytes) return
      stop()
      reject(new LakeError('tooLarge', `The body is larger than ${maxBytes} bytes`))
    }
    const finish = (): void => {
      stop()
      resolve(Buffer.concat(chunks))
    }
    const fail = (cause: Error): void =>
      reject(new LakeError('invalidRequest', 'The body broke off', {cause}))
    const cut = (): void => reject(new LakeError('invalidRequest', 'The body broke off'))
    incoming.on('data', take).on('end', finish).on('error', fail).on('close', cut)
  })
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
  const raw = await readLimited(c.env.incoming, maxJsonBytes)
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
