import {mkdtemp, rm} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readEnv} from '../env.ts'
import {answerPicture, type PictureParts} from './answer-picture.ts'
import {createPictureFiles} from './picture-files.ts'

const file = `${'a'.repeat(40)}-1600x900.png`
let server: Server
let folder: string
let asked: string[]
let contentType: string
let parts: PictureParts

beforeEach(async () => {
  asked = []
  contentType = 'image/webp'
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', contentType)
    response.end('picture')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const env = readEnv({SANITY_API_HOST: `http://127.0.0.1:${port}`})
  parts = {env, files: createPictureFiles(folder), log: () => {}}
})

afterEach(async () => {
  server.close()
  await rm(folder, {recursive: true})
})

function get(path: string[], search = '?fm=webp&w=800'): Promise<Response> {
  return answerPicture(new URL(`http://site.test/images/x${search}`), path, parts)
}

describe('the pictures of the site', () => {
  test('come from the backend, may be kept for ever and run nothing', async () => {
    const response = await get(['lantern', 'production', file], '?w=800&fm=webp')
    expect([response.status, await response.text()]).toEqual([200, 'picture'])
    expect(asked).toEqual([`/images/lantern/production/${file}?fm=webp&w=800`])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  test('are still there when the backend is gone', async () => {
    await get(['lantern', 'production', file])
    server.close()
    server.closeAllConnections()
    expect((await get(['lantern', 'production', file])).status).toBe(200)
    expect((await get(['lantern', 'production', file], '?fm=webp&w=320')).status).toBe(503)
  })

  test('that turn out to be something else are refused and not kept', async () => {
    contentType = 'text/html'
    expect((await get(['lantern', 'production', file])).status).toBe(503)
    contentType = 'image/webp'
    expect((await get(['lantern', 'production', file])).status).toBe(200)
  })

  test.each([
    [['lantern', 'production', '../../../data/query/production']],
    [['lantern', 'production', '..%2f..%2fv1%2fusers%2fme']],
    [['lantern', 'production', '..', file]],
    [['lantern', 'production', `${file}/../x`]],
    [['lantern', 'production', `${file}\n`]],
    [['lantern', 'production', `${'a'.repeat(40)}-1600x900.svg`]],
    [['lantern', 'production', `${'a'.repeat(39)}-1600x900.png`]],
    [['lantern', 'production', `http://evil.example/${file}`]],
    [['lantern', 'other', file]],
    [['other', 'production', file]],
    [['lantern', 'production']],
    [[]],
  ])('are not found at %j, and the backend is not asked', async (path) => {
    expect((await get(path)).status).toBe(404)
    expect(asked).toEqual([])
  })

  test.each([
    '?w=801',
    '?w=800&w=320',
    '?w=8e2',
    '?fm=svg',
    '?rect=0,0,1',
    '?rect=-1,0,5,5',
    '?dl=x.html',
    '?q=100',
    '?constructor=1',
  ])('are not made with %s', async (search) => {
    expect((await get(['lantern', 'production', file], search)).status).toBe(404)
    expect(asked).toEqual([])
  })
})
