import {pictureAddress} from '../content/lake.ts'
import type {SiteEnv} from '../env.ts'
import {isPictureFile} from './picture-name.ts'
import type {PictureFiles} from './picture-files.ts'
import {pictureSearch} from './picture-search.ts'

export type PictureParts = {env: SiteEnv; files: PictureFiles; log: (message: string) => void}

const timeoutMs = 15_000
const maxBytes = 20 * 1024 * 1024
const types: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
}

/**
 * Serves `/images/<project>/<dataset>/<file>` under the site's own origin. The address that is fetched is put together
 * from our settings and checked parts alone, so a request can reach nothing else. 404 for anything not well-formed.
 */
export async function answerPicture(
  url: URL,
  path: readonly string[],
  parts: PictureParts,
): Promise<Response> {
  const [project, dataset, file, ...rest] = path
  const search = pictureSearch(url.searchParams)
  const ours = project === parts.env.projectId && dataset === parts.env.dataset && rest.length === 0
  if (!ours || !file || !isPictureFile(file) || search === null)
    return plain(404, 'There is no such picture.')
  const type = types[url.searchParams.get('fm') ?? file.slice(file.lastIndexOf('.') + 1)]
  const address = pictureAddress(parts.env, file, search)
  const kept = await parts.files.find(address)
  if (kept) return picture(kept, type)
  return fetched(address, type, parts)
}

async function fetched(address: string, type: string | undefined, parts: PictureParts): Promise<Response> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 404) return plain(404, 'There is no such picture.')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const received = response.headers.get('content-type')?.split(';')[0]
    if (response.status !== 200 || received !== type || bytes.length === 0 || bytes.length > maxBytes) {
      throw new Error(`answered ${response.status} ${received} with ${bytes.length} bytes; expected ${type}`)
    }
    await parts.files.keep(address, bytes)
    return picture(bytes, type)
  } catch (cause) {
    parts.log(`A picture could not be fetched: ${String(cause)}`)
    return plain(503, 'The picture is not available at the moment.')
  }
}

function picture(bytes: Uint8Array, type: string | undefined): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}

function plain(status: number, message: string): Response {
  const retry: Record<string, string> = status === 503 ? {'retry-after': '10'} : {}
  return new Response(`${message}\n`, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...retry},
  })
}
