import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {z} from 'zod'
import {systemClock} from '../src/clock.ts'
import {isDocumentId} from '../src/document-id.ts'
import {ensureDataset} from '../src/project/datasets.ts'
import {evaluateFully} from '../src/query/evaluate.ts'
import {openReader} from '../src/query/store-view.ts'
import {viewOf, type View} from '../src/query/view.ts'
import {ensureDerivedIndexes} from '../src/store/field-index.ts'
import {openStore, type Store} from '../src/store/store.ts'

/**
 * `node packages/lake/checks/conformance.ts FOLDER [--all]`: the public GROQ conformance suite (sanity-io/groq-test-suite),
 * compiled to `suite.ndjson` in a folder outside this repository, with the planner and without. Prints the share passed and
 * every kind of failure with its reason; `--all` names each failed test.
 */
const entry = z.discriminatedUnion('_type', [
  z.object({
    _type: z.literal('dataset'),
    _id: z.string(),
    url: z.string().nullish(),
    documents: z.array(z.record(z.string(), z.unknown())).nullish(),
  }),
  z.object({
    _type: z.literal('test'),
    _id: z.string(),
    filename: z.string(),
    query: z.string(),
    valid: z.boolean(),
    result: z.unknown(),
    params: z.record(z.string(), z.unknown()).nullish(),
    dataset: z.object({_ref: z.string()}),
  }),
])
type Entry = z.infer<typeof entry>
type Test = Extract<Entry, {_type: 'test'}>
type Document = Record<string, unknown>
type Verdict = {state: 'passed'} | {state: 'failed'; reason: string} | {state: 'left out'; reason: string}

const [folder, flag] = process.argv.slice(2)
const suite = folder && statSync(folder).isDirectory() ? join(folder, 'suite.ndjson') : (folder ?? '')
if (!existsSync(suite)) {
  console.error(
    'usage: conformance.ts FOLDER [--all] – the folder holds suite.ndjson of sanity-io/groq-test-suite, compiled',
  )
  process.exit(2)
}
const entries = readFileSync(suite, 'utf8')
  .trim()
  .split('\n')
  .map((line) => entry.parse(JSON.parse(line)))
const datasets = new Map(
  entries.flatMap((each) => (each._type === 'dataset' ? [[each._id, each] as const] : [])),
)
const tests = entries.filter((each) => each._type === 'test')

function verdictOf(test: Test, outcome: {value: unknown} | {error: string}): Verdict {
  if (!test.valid)
    return 'error' in outcome
      ? {state: 'passed'}
      : {state: 'failed', reason: 'accepts what the suite refuses'}
  if ('error' in outcome) return {state: 'failed', reason: outcome.error}
  const plain: unknown = JSON.parse(JSON.stringify(outcome.value ?? null))
  return isDeepStrictEqual(withPositions(plain, test.result), test.result ?? null)
    ? {state: 'passed'}
    : {state: 'failed', reason: 'another result'}
}

const isRow = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The suite does not ask for scores but for the place that they give (`_pos`), in any order among equals. */
function withPositions(value: unknown, expected: unknown): unknown {
  if (
    !Array.isArray(value) ||
    !Array.isArray(expected) ||
    !expected.some((row) => isRow(row) && '_pos' in row)
  )
    return value
  const rows = value.filter(isRow)
  const scores = [...new Set(rows.map((row) => Number(row['_score'])))].toSorted((one, other) => other - one)
  return rows.map(({_score, ...row}) => ({...row, _pos: scores.indexOf(Number(_score)) + 1}))
}

async function run(test: Test, view: View): Promise<Verdict> {
  try {
    return verdictOf(test, {
      value: await evaluateFully(test.query, {view, params: test.params ?? {}, identity: 'me'}),
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return verdictOf(test, {error: message.replace(/\d+/g, 'n').split('\n')[0] ?? ''})
  }
}

const isStorable = (document: Document): boolean =>
  typeof document['_id'] === 'string' &&
  isDocumentId(document['_id']) &&
  typeof document['_type'] === 'string'

/** Puts documents into a dataset as they are, without what the writer would add. */
function keep(store: Store, dataset: string, documents: readonly Document[]): void {
  ensureDataset(store, systemClock, {name: dataset})
  const add = store.db.prepare(
    "INSERT INTO documents (dataset, id, type, rev, seq, json) VALUES (?, ?, ?, 'suite', 1, ?)",
  )
  for (const document of documents)
    add.run(dataset, String(document['_id']), String(document['_type']), JSON.stringify(document))
}

type Views = {plain: View; planned: View | null} | {missing: string}

const documentsOf = (id: string): Document[] => datasets.get(id)?.documents ?? []

function isStorableDataset(id: string): boolean {
  const documents = documentsOf(id)
  return documents.every(isStorable) && new Set(documents.map(({_id}) => _id)).size === documents.length
}

function openViews(store: Store): (id: string) => Views {
  for (const id of datasets.keys()) if (isStorableDataset(id)) keep(store, id, documentsOf(id))
  ensureDerivedIndexes(store.db)
  const reader = openReader(new DatabaseSync(store.path, {readOnly: true}), 4_000_000)
  return (id) => {
    const {documents, url} = datasets.get(id) ?? {}
    if (!documents && url?.startsWith('http'))
      return {missing: 'its dataset is not in the suite but on a server'}
    const plain = viewOf(documentsOf(id) as never[])
    const options = {dataset: id, perspective: ['raw'], readFilters: ['true'], identity: 'me'}
    return {plain, planned: isStorableDataset(id) ? reader.view(options) : null}
  }
}

type Row = {test: Test; verdict: Verdict}

function report(title: string, rows: readonly Row[]): void {
  const passed = rows.filter(({verdict}) => verdict.state === 'passed').length
  const leftOut = rows.filter(({verdict}) => verdict.state === 'left out').length
  const ran = rows.length - leftOut
  console.log(
    `\n${title}: ${passed} of ${ran} passed (${((100 * passed) / ran).toFixed(1)} %), ${leftOut} left out`,
  )
  const groups = new Map<string, Test[]>()
  for (const {test, verdict} of rows) {
    if (verdict.state === 'passed') continue
    const key = `${verdict.state}: ${test.filename}: ${verdict.reason}`
    groups.set(key, [...(groups.get(key) ?? []), test])
  }
  for (const [key, members] of [...groups].toSorted((one, other) => other[1].length - one[1].length)) {
    console.log(`${String(members.length).padStart(5)}  ${key}`)
    if (flag === '--all')
      for (const {_id, query} of members) console.log(`         ${_id}  ${query.trim().slice(0, 160)}`)
  }
}

const directory = mkdtempSync(join(tmpdir(), 'lake-conformance-'))
const store = openStore({directory})
store.db.exec('DELETE FROM derived_indexes')
const viewsFor = openViews(store)
const plain: Row[] = []
const planned: Row[] = []
for (const test of tests) {
  const views = viewsFor(test.dataset._ref)
  if ('missing' in views) {
    const verdict: Verdict = {state: 'left out', reason: views.missing}
    plain.push({test, verdict})
    planned.push({test, verdict})
    continue
  }
  plain.push({test, verdict: await run(test, views.plain)})
  const verdict: Verdict = views.planned
    ? await run(test, views.planned)
    : {state: 'left out', reason: 'documents without an id or a type cannot be stored'}
  planned.push({test, verdict})
}
report('without the planner', plain)
report('by the planner', planned)
store.close()
rmSync(directory, {recursive: true, force: true})
