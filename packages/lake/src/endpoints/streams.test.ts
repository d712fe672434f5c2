import {afterAll, beforeAll, expect, it} from 'vitest'
import {ask, startTestLake} from '../http/test-lake.ts'
import {datasetTag, documentTag, typeTag} from '../listen/sync-tags.ts'

let test: Awaited<ReturnType<typeof startTestLake>>
beforeAll(async () => {
  test = await startTestLake()
})
afterAll(() => test.end())

type Message = {event: string; id: string; data: string}

/** Reads an event stream until `isEnough`, then leaves. */
async function read(
  path: string,
  headers: Record<string, string>,
  isEnough: (messages: Message[]) => boolean,
): Promise<Message[]> {
  const leave = new AbortController()
  const answer = await fetch(`${test.lake.url}/v2025-02-19/${path}`, {headers, signal: leave.signal})
  if (answer.status !== 200 || !answer.body) throw new Error(`status ${answer.status}`)
  let text = ''
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const messages = text.split('\n\n').slice(0, -1).map(messageOf)
    if (!isEnough(messages)) continue
    leave.abort()
    return messages
  }
  throw new Error('The stream ended')
}

function messageOf(block: string): Message {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
  return {event: field('event'), id: field('id'), data: field('data')}
}

const bearer = (): Record<string, string> => ({
  authorization: `Bearer ${test.lake.issueToken('streams', 'administrator')}`,
})

it('tells a listener of live events that something was published, never what, and no draft', async () => {
  const client = test.client('administrator')
  const heard = read('data/live/events/production', bearer(), (messages) => {
    if (messages.length === 1) {
      void client
        .create({_id: 'drafts.live', _type: 'article', title: 'Hidden words'})
        .then(() => client.create({_id: 'live', _type: 'article', title: 'Open words'}))
    }
    return messages.length === 2
  })
  const [welcome, message] = await heard
  expect(welcome?.event).toBe('welcome')
  expect(JSON.parse(message?.data ?? '')).toEqual({
    tags: [datasetTag('production'), typeTag('production', 'article'), documentTag('production', 'live')],
  })
  expect(message?.data).not.toMatch(/live|words/)
})

it('keeps live events from one without a session, as a private dataset does', async () => {
  const {status} = await ask(test.lake, '/v2025-02-19/data/live/events/production')
  expect(status).toBe(401)
})

it('lets a listener go on where it was, and resets one whose place is unknown', async () => {
  const client = test.client('administrator')
  const first = await client.create({_id: 'resume-1', _type: 'article'})
  await client.create({_id: 'resume-2', _type: 'article'})
  const path = 'data/listen/production?query=*&enableResume=true&effectFormat=mendoza'
  const missed = await read(
    path,
    {...bearer(), 'last-event-id': `${first._rev}#resume-1`},
    (messages) => messages.length === 2,
  )
  expect(missed.map(({event}) => event)).toEqual(['welcomeback', 'mutation'])
  expect(JSON.parse(missed[1]?.data ?? '')).toMatchObject({documentId: 'resume-2'})
  const lost = await read(path, {...bearer(), 'last-event-id': 'unknown#x'}, (all) => all.length === 1)
  expect(lost[0]?.event).toBe('reset')
  const fresh = await read(path, bearer(), (messages) => messages.length === 1)
  expect(fresh[0]?.event).toBe('welcome')
})
