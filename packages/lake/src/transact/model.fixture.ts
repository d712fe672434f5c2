import {z} from 'zod'
import {seededRandom} from '../seeded-random.fixture.ts'
import {ids, randomAction, randomMutation, type Operation} from './model-requests.fixture.ts'
import {openTestStore} from './test-store.ts'

/**
 * A second, much simpler lake to compare the first one with: documents are plain objects, a transaction works on a copy,
 * and only what the comparison asks for is there. Written from lake-api’s description, not from the lake’s code.
 */
type Model = Map<string, Fields>
type Fields = {_id: string; _type: string; [field: string]: unknown}
type Verdict = {error: string} | {error: null; operations: string[]}

export type ModelReport = {
  seed: number
  transactions: number
  accepted: number
  refused: Record<string, number>
  divergences: string[]
}

class Refusal extends Error {}
const refuse = (type: string): never => {
  throw new Refusal(type)
}

// What the model makes of it.

function applyPatch(document: Fields, patch: Record<string, unknown>): Fields {
  const after: Fields = {...document}
  const number = (name: string, by: number): void => {
    const value = after[name]
    if (typeof value === 'number') after[name] = value + by
  }
  const fields = (name: string): Record<string, unknown> =>
    z.record(z.string(), z.unknown()).catch({}).parse(patch[name])
  Object.assign(after, fields('set'))
  for (const [name, value] of Object.entries(fields('setIfMissing')))
    if (!(name in after)) after[name] = value
  for (const name of z.array(z.string()).catch([]).parse(patch['unset'])) delete after[name]
  for (const [name, by] of Object.entries(fields('inc'))) number(name, Number(by))
  for (const [name, by] of Object.entries(fields('dec'))) number(name, -Number(by))
  return after
}

const documentSchema = z.looseObject({_id: z.string(), _type: z.string()})

function applyMutation(model: Model, operation: Operation, revisions: ReadonlyMap<string, string>): string {
  const [kind = '', given = {}] = Object.entries(operation)[0] ?? []
  if (kind === 'delete') {
    const id = String(given['id'])
    return model.delete(id) ? 'delete' : 'none'
  }
  if (kind === 'patch') {
    const id = String(given['id'])
    const existing = model.get(id) ?? refuse('documentNotFoundError')
    const expected = given['ifRevisionID']
    if (expected !== undefined && expected !== revisions.get(id))
      refuse('documentRevisionIDDoesNotMatchError')
    model.set(id, applyPatch(existing, given))
    return 'update'
  }
  const document = documentSchema.parse(given)
  const isThere = model.has(document._id)
  if (isThere && kind === 'create') refuse('documentAlreadyExistsError')
  if (isThere && kind === 'createIfNotExists') return 'none'
  model.set(document._id, document)
  return isThere ? 'update' : 'create'
}

function applyAction(model: Model, operation: Operation): string {
  const [kind = '', given = {}] = Object.entries(operation)[0] ?? []
  const [publishedId, draftId] = [String(given['publishedId']), String(given['draftId'])]
  const [live, draft] = [model.get(publishedId), model.get(draftId)]
  if (kind === 'edit') {
    const base = draft ?? live ?? refuse('documentNotFoundError')
    const patch = z.record(z.string(), z.unknown()).parse(given['patch'])
    model.set(draftId, {...applyPatch(base, patch), _id: draftId})
  } else if (kind === 'publish') {
    model.set(publishedId, {...(draft ?? refuse('documentNotFoundError')), _id: publishedId})
    model.delete(draftId)
  } else if (kind === 'unpublish') {
    if (!live) refuse('documentNotFoundError')
    else if (!draft) model.set(draftId, {...live, _id: draftId})
    model.delete(publishedId)
  } else if (kind === 'discard') {
    model.delete(draftId)
  } else {
    model.delete(publishedId)
    model.delete(draftId)
  }
  return 'done'
}

const reference = z.looseObject({_ref: z.string(), _weak: z.boolean().optional()})

function strongTarget(document: Fields): string | null {
  const found = reference.safeParse(document['ref'])
  return found.success && found.data._weak !== true ? found.data._ref : null
}

/** Whether a transaction leaves every strong reference of what it touched, and to what it removed, with its target. */
function requireReferences(before: Model, after: Model): void {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const document = after.get(id)
    if (document === before.get(id)) continue
    if (document) {
      const target = strongTarget(document)
      if (target !== null && !after.has(target)) refuse('reference')
    } else if ([...after.values()].some((other) => strongTarget(other) === id)) refuse('reference')
  }
}

function judge(model: Model, run: (copy: Model) => string[]): Verdict {
  const copy = new Map(model)
  try {
    const operations = run(copy)
    requireReferences(model, copy)
    model.clear()
    for (const [id, document] of copy) model.set(id, document)
    return {error: null, operations}
  } catch (error) {
    if (error instanceof Refusal) return {error: error.message}
    throw error
  }
}

// Both, side by side.

const referenceErrors = ['documentReferenceDoesNotExistError', 'documentHasExistingReferencesError']

function ask(lake: ReturnType<typeof openTestStore>, run: () => string[]): Verdict {
  try {
    return {error: null, operations: run()}
  } catch (thrown) {
    const {items, code} = lake.errorOf(() => {
      throw thrown
    })
    const type = items[0]?.error.type ?? code
    return {error: referenceErrors.includes(type) ? 'reference' : type}
  }
}

/** Runs random transactions through the lake and the model; every difference of state, operation or error is listed. */
export function runAgainstModel({transactions, seed}: {transactions: number; seed: number}): ModelReport {
  const random = seededRandom(seed)
  const lake = openTestStore()
  const model: Model = new Map()
  const report: ModelReport = {seed, transactions, accepted: 0, refused: {}, divergences: []}
  try {
    for (let index = 0; index < transactions && report.divergences.length < 5; index++) {
      const revisions = new Map(ids.map((id) => [id, lake.get(id)?._rev ?? '']))
      const isAction = random() < 0.4
      const count = 1 + Math.floor(random() * 3)
      const operations = Array.from({length: count}, () =>
        isAction ? randomAction(random) : randomMutation(random, revisions),
      )
      const [expected, found] = isAction
        ? [
            judge(model, (copy) => operations.map((each) => applyAction(copy, each))),
            ask(lake, () => {
              lake.act(operations.map(actionOf), {transactionId: `t${index}`})
              return operations.map(() => 'done')
            }),
          ]
        : [
            judge(model, (copy) => {
              const seen = new Map(revisions)
              return operations.map((each) => {
                const operation = applyMutation(copy, each, seen)
                const {id, _id} = Object.values(each)[0] ?? {}
                if (operation !== 'none') seen.set(String(id ?? _id), `t${index}`)
                return operation
              })
            }),
            ask(lake, () =>
              lake.mutate(operations, {transactionId: `t${index}`}).results.map(({operation}) => operation),
            ),
          ]
      if (expected.error === null) report.accepted += 1
      else report.refused[expected.error] = (report.refused[expected.error] ?? 0) + 1
      const states = [expected, found, stateOf(model), stateOf(new Map(ids.map((id) => [id, lake.get(id)])))]
      const [wanted, had, wantedState, hadState] = states.map((each) => JSON.stringify(each))
      if (wanted !== had || wantedState !== hadState)
        report.divergences.push(
          `t${index} ${JSON.stringify(operations)}: expected ${wanted} ${wantedState}, found ${had} ${hadState}`,
        )
    }
  } finally {
    lake.end()
  }
  return report
}

function actionOf(operation: Operation): object {
  const [kind, given] = Object.entries(operation)[0] ?? []
  return {actionType: `sanity.action.document.${kind}`, ...given}
}

/** What both must agree on: every field but those that only the lake keeps. */
function stateOf(documents: ReadonlyMap<string, Record<string, unknown> | null>): unknown[] {
  return ids.map((id) => {
    const document = documents.get(id)
    if (!document) return null
    const {_rev, _createdAt, _updatedAt, ...content} = document
    return Object.entries(content).toSorted(([left], [right]) => (left < right ? -1 : 1))
  })
}
