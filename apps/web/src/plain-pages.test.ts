import {createServer, type Server} from 'node:http'
import {afterEach, describe, expect, test} from 'vitest'
import {answerPlainly, plainNotFound} from './plain-pages.ts'

let server: Server | undefined

afterEach(() => server?.close())

const notFound = '<!doctype html><h1>We cannot find this page</h1>'

function serve(status: number, type = 'text/html'): Promise<string> {
  server = createServer((request, response) => {
    answerPlainly(request, response, {notFound})
    response.statusCode = status
    response.setHeader('content-type', type)
    response.flushHeaders()
    response.write('<p>the first ')
    response.end('answer</p>')
  })
  const listening = server
  return new Promise((done) => {
    listening.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      done(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    })
  })
}

describe('a page that could not be made', () => {
  test('is answered 503 with words that need no script, and is not cached', async () => {
    const response = await fetch(`${await serve(500)}/articles/a`)
    const text = await response.text()
    expect([
      response.status,
      response.headers.get('cache-control'),
      response.headers.get('retry-after'),
    ]).toEqual([503, 'no-store', '10'])
    expect(text).toContain('not available at the moment')
    expect(text).not.toContain('the first')
  })

  test('a route of our own keeps its 500', async () => {
    expect((await fetch(`${await serve(500)}/api/revalidate`)).status).toBe(500)
  })
})

describe('a page that does not exist', () => {
  test('is answered 404 with our own words, whatever the framework sent', async () => {
    const response = await fetch(`${await serve(404)}/articles/a`)
    expect([response.status, await response.text()]).toEqual([404, notFound])
  })

  test('has no body when only its head is asked for', async () => {
    const response = await fetch(`${await serve(404)}/articles/a`, {method: 'HEAD'})
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  test('stays data when data was asked for', async () => {
    const response = await fetch(`${await serve(404, 'text/x-component')}/articles/a`)
    expect(await response.text()).toBe('<p>the first answer</p>')
  })

  test('is the built page without a script, and with every word', () => {
    const built =
      '<head><link rel="preload" as="script" href="/a.js"/><link rel="icon" href="/i"/><script src="/a.js" async=""></script></head><p>Words</p><script>1 < 2</script>'
    expect(plainNotFound(built)).toBe('<head><link rel="icon" href="/i"/></head><p>Words</p>')
  })
})

test('a page that was made passes untouched', async () => {
  const response = await fetch(`${await serve(200)}/articles/a`)
  expect([response.status, await response.text()]).toEqual([200, '<p>the first answer</p>'])
})
