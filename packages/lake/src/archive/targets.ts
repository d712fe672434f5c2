import {readFileSync} from 'node:fs'
import {setTimeout as wait} from 'node:timers/promises'
import {z} from 'zod'
import type {Lake} from '../index.ts'
import {LakeError} from '../lake-error.ts'
import {RefusedBatch, type ImportTarget} from './import-archive.ts'

const idsAtOnce = 100
const mostTries = 20
const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
}

const uploaded = z.object({document: z.object({_id: z.string()})})
const found = z.object({documents: z.array(z.looseObject({_id: z.string()}))})
const items = z.array(z.object({index: z.number(), error: z.object({description: z.string()})}))
const refused = z.object({error: z.object({description: z.string(), items: items.optional()})})
const refusedPlainly = z.object({message: z.string()})

type Place = {url: string; token: string; dataset: string}

/** A lake that somebody runs, asked over HTTP; waits where it is told to. */
export function lakeAt({url, token, dataset}: Place): ImportTarget {
  const ask = async (
    path: string,
    init: RequestInit & {headers?: Record<string, string>} = {},
  ): Promise<Response> => {
    for (let tries = 1; ; tries++) {
      const headers = {authorization: `Bearer ${token}`, ...init.headers}
      const answer = await fetch(`${url}/v2025-02-19${path}`, {...init, headers})
      const isPassing = answer.status === 429 || answer.status === 503
      if (!isPassing || tries === mostTries) return answer
      await answer.arrayBuffer()
      await wait(Number(answer.headers.get('retry-after') ?? 1) * 1000)
    }
  }
  return {
    maxBatchBytes: 3_000_000,
    existing: async (ids) => {
      const there = new Set<string>()
      for (let from = 0; from < ids.length; from += idsAtOnce) {
        const answer = await ask(`/data/doc/${dataset}/${ids.slice(from, from + idsAtOnce).join(',')}`)
        if (!answer.ok) throw new Error(await reasonOf(answer))
        for (const {_id} of found.parse(await answer.json()).documents) there.add(_id)
      }
      return there
    },
    upload: async (path, bytesAt, filename) => {
      const kind = path.startsWith('images/') ? 'images' : 'files'
      const extension = path.split('.').at(-1) ?? ''
      const named = encodeURIComponent(filename ?? path.split('/').at(-1) ?? '')
      const answer = await ask(`/assets/${kind}/${dataset}?filename=${named}`, {
        method: 'POST',
        headers: {'content-type': types[extension] ?? 'application/octet-stream'},
        body: new Uint8Array(readFileSync(bytesAt)),
      })
      if (!answer.ok) throw new Error(await reasonOf(answer))
      return uploaded.parse(await answer.json()).document._id
    },
    commit: async (mutations) => {
      const body = JSON.stringify({mutations})
      const headers = {'content-type': 'application/json'}
      const answer = await ask(`/data/mutate/${dataset}`, {method: 'POST', headers, body})
      if (answer.ok) return
      const said: unknown = await answer.json().catch(() => null)
      const detail = refused.safeParse(said)
      if (detail.success) throw refusalOf(detail.data.error.description, detail.data.error.items ?? [])
      const plain = refusedPlainly.safeParse(said)
      throw new RefusedBatch(plain.success ? plain.data.message : `the lake answered ${answer.status}`, null)
    },
  }
}

/** The first item that was refused says why, and where it stands. */
function refusalOf(message: string, refusedItems: z.infer<typeof items>, cause?: unknown): RefusedBatch {
  const [first] = refusedItems
  return new RefusedBatch(first?.error.description ?? message, first?.index ?? null, cause)
}

async function reasonOf(answer: Response): Promise<string> {
  const plain = refusedPlainly.safeParse(await answer.json().catch(() => null))
  return plain.success ? plain.data.message : `the lake answered ${answer.status}`
}

/**
 * A lake of this process: documents go straight to its writer, so only the limits of a document hold. Files are
 * uploaded with the token, because the lake looks at them on their way.
 */
export function lakeHere(lake: Lake, dataset: string, token: string): ImportTarget {
  const {store, writer} = lake.context
  const overHttp = lakeAt({url: lake.url, token, dataset})
  return {
    maxBatchBytes: 4_000_000,
    existing: (ids) => Promise.resolve(new Set(ids.filter((id) => store.get(dataset, id) !== null))),
    upload: overHttp.upload,
    commit: (mutations) => {
      try {
        writer.mutate({
          dataset,
          body: {mutations},
          identity: {userId: 'robot-import', role: 'administrator'},
          options: {},
          cause: 'import',
        })
        return Promise.resolve()
      } catch (error) {
        if (!(error instanceof LakeError)) return Promise.reject(error)
        return Promise.reject(refusalOf(error.message, error.items, error))
      }
    },
  }
}
