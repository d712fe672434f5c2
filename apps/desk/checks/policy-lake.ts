import {startLake, type Lake, type LakeConfig} from '@lantern/lake'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {z} from 'zod'
import {groups, type Group} from './policy-table.ts'

export type State = 'draft' | 'version' | 'published' | 'dotted'
export type Sample = {id: string; type: string; group: Group | 'comment'; state: State; language: string}

const states: readonly [State, (id: string) => string][] = [
  ['draft', (id) => `drafts.${id}`],
  ['version', (id) => `versions.rSpring.${id}`],
  ['published', (id) => id],
  ['dotted', (id) => `private.${id}`],
]

const groupNames = Object.keys(groups).filter((name): name is Group => Object.hasOwn(groups, name))

/** One document for each group (or for each type) and state. */
export function samples(everyType: boolean): Sample[] {
  return groupNames.flatMap((group) => {
    const {types, language} = groups[group]
    const chosen: readonly string[] = everyType ? types : types.slice(0, 1)
    return chosen.flatMap((type) =>
      states.map(([state, idOf]) => ({
        id: idOf(`of-${type.replaceAll('.', '-')}`),
        type,
        group,
        state,
        language,
      })),
    )
  })
}

export const commentSamples: Sample[] = ['comment', 'tasks.task', 'somethingNew'].map((type) => ({
  id: `of-${type.replace('.', '-')}`,
  type,
  group: 'comment',
  state: 'published',
  language: 'en',
}))

const noLimit = 1_000_000

/** A lake with these roles and one document for each sample. */
export async function startPolicyLake(
  roles: LakeConfig['roles'],
  documents: readonly Sample[],
): Promise<{lake: Lake; end(): Promise<void>}> {
  const directory = mkdtempSync(join(tmpdir(), 'policy-'))
  const lake = await startLake({
    directory,
    port: 0,
    streamPorts: [],
    projectId: 'lantern',
    datasets: [{name: 'production'}, {name: 'production-comments'}],
    allowedOrigins: [],
    roles: {
      ...roles,
      seed: {title: 'Seed', grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}]},
    },
    users: [],
    webhooks: [],
    limits: {
      requestsPerSecond: noLimit,
      anonymousPerSecond: noLimit,
      writesPerSecond: noLimit,
      writeBurst: noLimit,
    },
  })
  const seed = callerOf(lake, 'seed')
  const create = ({id, type, language}: Sample) => ({
    create: {_id: id, _type: type, language, title: 'Words', authorId: callerId},
  })
  for (const [dataset, these] of [
    ['production', documents],
    ['production-comments', commentSamples],
  ] as const) {
    const {status, text} = await seed(`data/mutate/${dataset}`, {mutations: these.map(create)})
    if (status !== 200) throw new Error(`The samples were refused: ${text}`)
  }
  return {
    lake,
    end: async () => {
      await lake.stop()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}

/** Whom the lake takes every caller of this check for; a comment belongs to who wrote it. */
export const callerId = 'robot-policy'

export type Answer = {status: number; text: string; json: unknown}
export type Caller = (path: string, body?: unknown) => Promise<Answer>

/** Speaks to the API as a role; `null` is nobody. */
export function callerOf(lake: Lake, role: string | null): Caller {
  const token = role === null ? null : lake.issueToken('policy', role)
  return async (path, body) => {
    const answer = await fetch(`${lake.url}/v2025-02-19/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === null ? {} : {authorization: `Bearer ${token}`}),
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
    return {status: answer.status, text, json: isJson ? z.json().parse(JSON.parse(text)) : null}
  }
}
