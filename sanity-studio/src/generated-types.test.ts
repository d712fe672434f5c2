import {execFile} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

/*
 * The real command-line tools over a copy of Studio and content, in which a drift can be made: schema, query types and
 * parsers are one truth when each drift is refused.
 */
const root = resolve(import.meta.dirname, '../..')
const generated = 'packages/content/src/generated/query-types.ts'
const copies: string[] = []
const committed = readFileSync(join(root, generated), 'utf8')
let clean: string
let otherSchema: string

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'lantern-types-'))
  copies.push(copy)
  for (const file of ['package.json', 'tsconfig.json', 'sanity.cli.ts', 'sanity.config.ts', 'src'])
    cpSync(join(root, 'sanity-studio', file), join(copy, 'sanity-studio', file), {recursive: true})
  for (const file of ['package.json', 'tsconfig.json', 'src'])
    cpSync(join(root, 'packages/content', file), join(copy, 'packages/content', file), {recursive: true})
  cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
  linkDependencies(copy)
  return copy
}

/** The installed packages, but content from the copy; the rules that it imports cannot drift, so they are not copied. */
function linkDependencies(copy: string): void {
  mkdirSync(join(copy, 'node_modules/@lantern'), {recursive: true})
  symlinkSync(join(copy, 'packages/content'), join(copy, 'node_modules/@lantern/content'))
  symlinkSync(join(root, 'packages/clinical'), join(copy, 'node_modules/@lantern/clinical'))
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@lantern') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
}

const run = async (copy: string, folder: string, command: string, ...args: string[]): Promise<string> => {
  const bin = join(root, 'node_modules/.bin', command)
  const options = {cwd: join(copy, folder), env: {...process.env, NO_COLOR: '1'}}
  return (await promisify(execFile)(bin, args, options)).stdout
}
const extract = (copy: string) => run(copy, 'sanity-studio', 'sanity', 'schema', 'extract', '--force')
const generate = (copy: string) => run(copy, 'sanity-studio', 'sanity', 'typegen', 'generate')

/** What the compiler says of the copy's content; empty when it says nothing. */
async function compilerSays(copy: string): Promise<string> {
  const project = {
    extends: '../../tsconfig.base.json',
    compilerOptions: {typeRoots: [join(root, 'node_modules/@types')]},
    files: ['src/one-truth.ts'],
  }
  writeFileSync(join(copy, 'packages/content/tsconfig.json'), JSON.stringify(project))
  return run(copy, 'packages/content', 'tsc', '--noEmit').catch((error: {stdout: string}) => error.stdout)
}

/** A copy of its own in which one text of a file of content reads otherwise. */
function copyWith(file: string, from: string, to: string): string {
  const copy = copyProject()
  const path = join(copy, 'packages/content/src', file)
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to))
  return copy
}

beforeAll(async () => {
  clean = copyProject()
  otherSchema = copyWith('person/schema.ts', "title: 'Role', required: true", "title: 'Role'")
  await Promise.all([extract(clean), extract(otherSchema)])
}, 120_000)
afterAll(() => {
  for (const copy of copies) rmSync(copy, {recursive: true, force: true})
})

describe('schema, query types and parsers', () => {
  test('agree, and the committed types are what `sanity schema extract` and `sanity typegen generate` make', async () => {
    await generate(clean)
    expect(readFileSync(join(clean, generated), 'utf8'), 'run `npm run typegen`').toBe(committed)
    expect(await compilerSays(clean)).toBe('')
  })

  test('are refused when a parser renames a field', async () => {
    const said = await compilerSays(copyWith('person/parse.ts', 'role: text', 'job: text'))
    expect(said).toContain('person.role: absent in the parser')
    expect(said).toContain('person.job: absent in schema or query')
  })

  test('are refused when a query leaves out what a parser requires', async () => {
    const copy = copyWith('queries.ts', "'*[_id in $ids]'", "'*[_id in $ids]{_id, _type, name}'")
    cpSync(join(clean, 'sanity-studio/.sanity'), join(copy, 'sanity-studio/.sanity'), {recursive: true})
    await generate(copy)
    expect(await compilerSays(copy)).toContain('absent in schema or query')
  })

  test('are refused when the Studio no longer requires what a parser does', async () => {
    await generate(otherSchema)
    expect(readFileSync(join(otherSchema, generated), 'utf8')).not.toBe(committed)
    expect(await compilerSays(otherSchema)).toContain('person.role: required on one side only')
  })

  test('hold every query of the site against the parsers', () => {
    const held = readFileSync(join(root, 'packages/content/src/one-truth.ts'), 'utf8')
    const names = [...committed.matchAll(/^\/\/ Query: .*\nexport type (\w+)/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(held).toMatch(new RegExp(`DriftOfEach<.*${name}`))
  })
})
