import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {LakeDocument} from '../document.ts'
import {LakeError} from '../lake-error.ts'
import {openStore, type Store} from '../store/store.ts'
import {createWriter, type MutateOptions, type Writer} from './transact.ts'
import type {WriteRules} from './types.ts'

type TestStore = {
  store: Store
  writer: Writer
  clock: {now(): number}
  rules: {-readonly [rule in keyof WriteRules]: WriteRules[rule]}
  advance(ms: number): void
  get(id: string): LakeDocument | null
  mutate(mutations: unknown[], more?: object, options?: MutateOptions): ReturnType<Writer['mutate']>
  act(actions: unknown[], more?: object, dryRun?: boolean): ReturnType<Writer['act']>
  /** The answer of `run` when it is refused; throws when it is not. */
  errorOf(run: () => unknown): LakeError
  reopen(): void
  end(): void
}

/** A real store and writer in a folder that goes with them, a clock that stands still, and rules that a test may set. */
export function openTestStore(identity = {userId: 'ada', role: 'editor'}): TestStore {
  const dataset = 'test'
  const directory = mkdtempSync(join(tmpdir(), 'lake-'))
  let now = Date.parse('2026-01-01T00:00:00Z')
  const clock = {now: () => now}
  const rules: TestStore['rules'] = {permit: () => null}
  const open = (): {store: Store; writer: Writer} => {
    const store = openStore({directory})
    store.db.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)').run(dataset, '2026')
    const asked: WriteRules = {
      permit: (...change) => rules.permit(...change),
      guard: (...change) => rules.guard?.(...change) ?? [],
    }
    return {store, writer: createWriter({store, clock, rules: asked, selectIds: () => []})}
  }
  const test: TestStore = {
    ...open(),
    clock,
    rules,
    advance: (ms) => {
      now += ms
    },
    get: (id) => test.store.get(dataset, id),
    mutate: (mutations, more = {}, options = {}) =>
      test.writer.mutate({dataset, body: {mutations, ...more}, identity, options}),
    act: (actions, more = {}, dryRun = false) =>
      test.writer.act({dataset, body: {actions, ...more}, identity, dryRun}),
    errorOf: (run) => {
      try {
        run()
      } catch (error) {
        if (error instanceof LakeError) return error
        throw error
      }
      throw new Error('expected an error')
    },
    reopen: () => {
      test.store.close()
      Object.assign(test, open())
    },
    end: () => {
      test.store.close()
      rmSync(directory, {recursive: true})
    },
  }
  return test
}

/** An action by its name without prefix. */
export const action = (name: string, fields: object): object => ({
  actionType: `sanity.action.${name}`,
  ...fields,
})
