import type {Lake} from '@lantern/lake'
import {setTimeout as wait} from 'node:timers/promises'
import type {Caller, Sample} from './policy-lake.ts'

export type Heard = {documents: Set<string>; liveEvents: number}

const markId = 'heard-everything'

/** Reads a stream until it is cut, and keeps what it says. */
async function follow(
  url: string,
  token: string | null,
  keep: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const headers: Record<string, string> = token === null ? {} : {authorization: `Bearer ${token}`}
  const answer = await fetch(url, {headers, signal}).catch(() => null)
  if (!answer || answer.status !== 200 || !answer.body) return
  try {
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) keep(chunk)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Lets each role listen while somebody else changes every document, and gives what each has heard. */
export async function hearWrites(
  lake: Lake,
  roles: readonly (string | null)[],
  seed: Caller,
  samples: readonly Sample[],
): Promise<Map<string | null, Heard>> {
  const cut = new AbortController()
  const listeners = roles.map((role) => {
    const token = role === null ? null : lake.issueToken('listener', role)
    const said = {listen: '', live: ''}
    const query = `query=*&includeResult=true&includeAllVersions=true`
    const streams = [
      follow(
        `${lake.url}/v2025-02-19/data/listen/production?${query}`,
        token,
        (text) => (said.listen += text),
        cut.signal,
      ),
      follow(
        `${lake.url}/v2025-02-19/data/live/events/production?includeDrafts=true`,
        token,
        (text) => (said.live += text),
        cut.signal,
      ),
    ]
    return {role, said, streams}
  })
  const isWelcome = ({role, said}: (typeof listeners)[number]): boolean =>
    role === null || (said.listen.includes('welcome') && said.live.includes('welcome'))
  while (!listeners.every(isWelcome)) await wait(5)
  for (const {id} of samples)
    await seed('data/mutate/production', {mutations: [{patch: {id, set: {title: 'Changed'}}}]})
  // Commits are told in their order: whoever has heard of the last one has heard of all.
  await seed('data/mutate/production', {
    mutations: [{create: {_id: markId, _type: 'article', language: 'en'}}],
  })
  const heardMark = ({role, said}: (typeof listeners)[number]): boolean =>
    role === null || said.listen.includes(markId)
  while (!listeners.every(heardMark)) await wait(5)
  await wait(50)
  cut.abort()
  await Promise.all(listeners.flatMap(({streams}) => streams))
  return new Map(
    listeners.map(({role, said}) => {
      const documents = new Set([...said.listen.matchAll(/"documentId":"([^"]+)"/g)].map(([, id = '']) => id))
      documents.delete(markId)
      const messages = [...said.live.matchAll(/^data: \{"tags"/gm)].length
      return [role, {documents, liveEvents: Math.max(0, messages - (role === null ? 0 : 1))}]
    }),
  )
}
