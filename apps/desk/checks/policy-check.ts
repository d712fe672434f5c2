import type {Lake, LakeConfig} from '@lantern/lake'
import {z} from 'zod'
import {hearWrites} from './policy-listen.ts'
import {callerId, callerOf, commentSamples, startPolicyLake, type Caller, type Sample} from './policy-lake.ts'
import {comments, expected, levels, strangersInComments, type Level} from './policy-table.ts'

type Permission = 'r' | 'h' | 'c' | 'u'
export type PolicyReport = {cells: number; mismatches: string[]; byEndpoint: Map<string, number>}

const ids = (documents: unknown): Set<string> => new Set(z.array(z.string()).catch([]).parse(documents))

function allows(level: Level, permission: Permission, {state}: Pick<Sample, 'state'>): boolean {
  const letter = {draft: 'D', version: 'D', published: 'P', dotted: 'N'}[state]
  const part = levels[level].split(' ').find((each) => each.startsWith(`${permission}:`))
  return part?.slice(2).includes(letter) ?? false
}

/** May this role do that with this document, says the table. */
function may(role: string | null, permission: Permission, sample: Sample): boolean {
  if (role === null) return false
  const inComments = sample.type === 'somethingNew' ? strangersInComments[role] : comments[role]
  const level = sample.group === 'comment' ? inComments : expected.get(role)?.get(sample.group)
  return level !== undefined && allows(level, permission, sample)
}

type Cell = (endpoint: string, sample: {id: string}, actual: boolean, wanted: boolean) => void

type Options = {
  roles: LakeConfig['roles']
  documents: readonly Sample[]
  /** These roles alone; all of the table, and nobody, when left out. */
  only?: readonly string[]
  /** Only what the lake enforces, and no further than the first mismatch: enough to notice a wrong policy. */
  isHunt?: boolean
}

/** Asks every endpoint as every role about every document, and compares with the table. */
export async function checkPolicy(options: Options): Promise<PolicyReport> {
  const {lake, end} = await startPolicyLake(options.roles, options.documents)
  const report: PolicyReport = {cells: 0, mismatches: [], byEndpoint: new Map()}
  const cellFor =
    (role: string | null): Cell =>
    (endpoint, {id}, actual, wanted) => {
      report.cells += 1
      report.byEndpoint.set(endpoint, (report.byEndpoint.get(endpoint) ?? 0) + 1)
      if (actual !== wanted)
        report.mismatches.push(`${role ?? 'anonymous'} ${endpoint} ${id}: ${actual}, expected ${wanted}`)
    }
  try {
    const roles = options.only ?? [...expected.keys(), null]
    for (const role of roles) await checkRole(lake, role, options, {report, cell: cellFor(role)})
    if (options.isHunt && report.mismatches.length > 0) return report
    await checkStreams(lake, roles, options.documents, cellFor)
    return report
  } finally {
    await end()
  }
}

async function checkRole(
  lake: Lake,
  role: string | null,
  {documents, isHunt = false}: Options,
  {report, cell}: {report: PolicyReport; cell: Cell},
): Promise<void> {
  const ask = callerOf(lake, role)
  const steps = [
    () => checkComments(ask, role, cell),
    () => checkUploads(ask, role, cell),
    () => checkReads(ask, role, documents, cell),
    () => checkHistory(ask, role, documents, cell),
    () => checkWrites(ask, role, documents, cell),
    ...(isHunt ? [] : [() => checkAcl({ask, seed: callerOf(lake, 'seed')}, role, documents, cell)]),
  ]
  for (const step of steps) {
    await step()
    if (isHunt && report.mismatches.length > 0) return
  }
}

async function checkStreams(
  lake: Lake,
  roles: readonly (string | null)[],
  documents: readonly Sample[],
  cellFor: (role: string | null) => Cell,
): Promise<void> {
  const heard = await hearWrites(lake, roles, callerOf(lake, 'seed'), documents)
  for (const [role, seen] of heard) {
    const cell = cellFor(role)
    for (const sample of documents)
      cell('listen', sample, seen.documents.has(sample.id), may(role, 'r', sample))
    const wanted = documents.filter((sample) => may(role, 'r', sample)).length
    cell('live events', {id: `${seen.liveEvents} of ${wanted}`}, seen.liveEvents === wanted, true)
  }
}

const queryPath = (
  query: string,
  params: Record<string, unknown>,
  perspective = 'raw',
  dataset = 'production',
): string =>
  `data/query/${dataset}?${new URLSearchParams({
    query,
    perspective,
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])),
  })}`
const resultOf = ({json}: {json: unknown}): unknown =>
  z.looseObject({result: z.unknown()}).catch({result: null}).parse(json).result

async function checkReads(
  ask: Caller,
  role: string | null,
  all: readonly Sample[],
  cell: Cell,
): Promise<void> {
  const seen = ids(resultOf(await ask(queryPath('*._id', {}))))
  const references = all.map(({id}) => ({_ref: id}))
  const followed = ids(
    z
      .array(z.unknown())
      .catch([])
      .parse(
        resultOf(
          await ask('data/query/production?perspective=raw', {
            query: '$references[]->_id',
            params: {references},
          }),
        ),
      )
      .filter((id) => id !== null),
  )
  const counted = resultOf(await ask(queryPath('count(*)', {})))
  const published = ids(resultOf(await ask(queryPath('*._id', {}, 'published'))))
  const drafts = ids(resultOf(await ask(queryPath('*._originalId', {}, 'drafts'))))
  const release = ids(resultOf(await ask(queryPath('*._originalId', {}, 'rSpring'))))
  const got = await ask(`data/doc/production/${all.map(({id}) => id).join(',')}`)
  const {documents} = z
    .object({documents: z.array(z.object({_id: z.string()}))})
    .catch({documents: []})
    .parse(got.json)
  const fetched = new Set(documents.map(({_id}) => _id))
  const {text} = await ask('data/export/production')
  const exported = new Set(text.split('\n').flatMap((line) => /"_id":"([^"]+)"/.exec(line)?.[1] ?? []))
  for (const sample of all) {
    const wanted = may(role, 'r', sample)
    cell('query', sample, seen.has(sample.id), wanted)
    cell('dereference', sample, followed.has(sample.id), wanted)
    cell('doc', sample, fetched.has(sample.id), wanted)
    cell('export', sample, exported.has(sample.id), wanted)
    const isPublic = sample.state === 'published' || sample.state === 'dotted'
    cell('perspective published', sample, published.has(sample.id), wanted && isPublic)
    if (sample.state === 'draft') cell('perspective drafts', sample, drafts.has(sample.id), wanted)
    if (sample.state === 'version') cell('perspective of a release', sample, release.has(sample.id), wanted)
  }
  const readable = all.filter((sample) => may(role, 'r', sample)).length
  cell('count', {id: '*'}, counted === readable, role !== null)
}

async function checkHistory(
  ask: Caller,
  role: string | null,
  all: readonly Sample[],
  cell: Cell,
): Promise<void> {
  for (const sample of all) {
    const wanted = may(role, 'r', sample) && may(role, 'h', sample)
    const at = `data/history/production`
    const lines = await ask(`${at}/transactions/${sample.id}?excludeContent=true`)
    cell('history transactions', sample, lines.status === 200 && lines.text.includes(sample.id), wanted)
    const then = await ask(`${at}/documents/${sample.id}?lastRevision=true`)
    cell('history documents', sample, then.text.includes('"Words"'), wanted)
    if (sample.state !== 'published') continue
    const {text} = await ask(`${at}/events/documents/${sample.id}`)
    const asDraft = {...sample, state: 'draft' as const}
    const seesBoth = (['r', 'h'] as const).every(
      (each) => may(role, each, sample) && may(role, each, asDraft),
    )
    // One transaction made draft and published document: its event tells of both.
    cell('history events', sample, text.includes('"timestamp"'), seesBoth)
  }
}

const draftIdOf = (id: string): string => `drafts.${id}`

async function checkWrites(
  ask: Caller,
  role: string | null,
  all: readonly Sample[],
  cell: Cell,
): Promise<void> {
  const tries = async (mutation: unknown): Promise<boolean> =>
    (await ask('data/mutate/production?dryRun=true', {mutations: [mutation]})).status === 200
  for (const sample of all) {
    const {id, type, language} = sample
    const mayCreate = may(role, 'c', sample)
    const mayUpdate = may(role, 'u', sample)
    cell('create', sample, await tries({create: {_id: `${id}-new`, _type: type, language}}), mayCreate)
    cell('patch', sample, await tries({patch: {id, set: {title: 'Other'}}}), mayUpdate)
    cell('delete', sample, await tries({delete: {id}}), mayUpdate)
    const byQuery = await ask('data/mutate/production?dryRun=true', {
      mutations: [{patch: {query: '*[_id == $id]', params: {id}, set: {title: 'Other'}}}],
    })
    const touched = byQuery.status === 200 && byQuery.text.includes(`"${id}"`)
    cell('patch by query', sample, touched, mayUpdate && may(role, 'r', sample))
    if (sample.state !== 'published') continue
    const draft = {...sample, state: 'draft' as const}
    const action = async (more: object): Promise<boolean> =>
      (
        await ask('data/actions/production', {
          actions: [{publishedId: id, draftId: draftIdOf(id), ...more}],
          dryRun: true,
        })
      ).status === 200
    const edit = {actionType: 'sanity.action.document.edit', patch: {set: {title: 'Other'}}}
    cell('action edit', sample, await action(edit), may(role, 'u', draft))
    const publish = {actionType: 'sanity.action.document.publish'}
    cell('action publish', sample, await action(publish), may(role, 'u', draft) && mayUpdate)
    const moved = {patch: {id: draftIdOf(id), set: {_type: 'x'}}}
    cell('retype', sample, await tries(moved), may(role, 'u', draft))
  }
}

/** What the Studio is told must be what the lake does. */
async function checkAcl(
  {ask, seed}: {ask: Caller; seed: Caller},
  role: string | null,
  all: readonly Sample[],
  cell: Cell,
): Promise<void> {
  const {json} = await ask('projects/lantern/datasets/production/acl')
  const grants = z
    .array(z.object({filter: z.string(), permissions: z.array(z.string())}))
    .catch([])
    .parse(json)
  const names = {r: 'read', h: 'history', c: 'create', u: 'update'} as const
  const selected = await Promise.all(
    grants.map(async ({filter, permissions}) => ({
      ids: ids(resultOf(await seed(queryPath(`*[${filter}]._id`, {})))),
      permissions,
    })),
  )
  for (const sample of all) {
    const held = new Set(selected.flatMap((grant) => (grant.ids.has(sample.id) ? grant.permissions : [])))
    for (const permission of ['r', 'h', 'c', 'u'] as const)
      cell('acl', sample, held.has(names[permission]), may(role, permission, sample))
  }
}

async function checkComments(ask: Caller, role: string | null, cell: Cell): Promise<void> {
  const at = 'data/mutate/production-comments?dryRun=true'
  const seen = ids(resultOf(await ask(queryPath('*._id', {}, 'raw', 'production-comments'))))
  for (const sample of commentSamples) {
    const {id, type} = sample
    cell('comments query', sample, seen.has(id), may(role, 'r', sample))
    const create = {create: {_id: `${id}-new`, _type: type, authorId: callerId}}
    cell(
      'comments create',
      sample,
      (await ask(at, {mutations: [create]})).status === 200,
      may(role, 'c', sample),
    )
    const patch = {patch: {id, set: {message: 'Other'}}}
    cell(
      'comments patch',
      sample,
      (await ask(at, {mutations: [patch]})).status === 200,
      may(role, 'u', sample),
    )
  }
  const setup = await ask('comments/production/setup', {})
  const first = commentSamples[0]
  if (first) cell('comments setup', first, setup.status === 200, may(role, 'c', first))
}

async function checkUploads(ask: Caller, role: string | null, cell: Cell): Promise<void> {
  // The bytes are no picture: who may upload hears that, who may not hears only that.
  const answer = await ask('assets/images/production', {no: 'picture'})
  const asset: Sample = {
    id: 'image',
    type: 'sanity.imageAsset',
    group: 'asset',
    state: 'published',
    language: 'en',
  }
  cell('upload', asset, answer.status !== 401 && answer.status !== 403, may(role, 'c', asset))
}
