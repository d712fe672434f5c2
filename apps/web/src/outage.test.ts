import {createServer, type Server} from 'node:http'
import {afterEach, describe, expect, test} from 'vitest'
import {answerOutages} from './outage.ts'

let server: Server | undefined

afterEach(() => server?.close())

function serve(status: number): Promise<string> {
  server = createServer((request, response) => {
    answerOutages(request, response)
    response.statusCode = status
    response.setHeader('content-type', 'text/html')
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

  test.each([200, 404])('an answer %i passes untouched', async (status) => {
    const response = await fetch(`${await serve(status)}/articles/a`)
    expect([response.status, await response.text()]).toEqual([status, '<p>the first answer</p>'])
  })

  test('a route of our own keeps its 500', async () => {
    expect((await fetch(`${await serve(500)}/api/revalidate`)).status).toBe(500)
  })
})
