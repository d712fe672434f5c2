import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {LakeConfig} from '../config.ts'
import type {Store} from '../store/store.ts'

const datasetRow = z
  .object({
    name: z.string(),
    acl_mode: z.string(),
    profile: z.string().nullable(),
    addon_for: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((row) => ({
    name: row.name,
    aclMode: row.acl_mode,
    datasetProfile: row.profile,
    addonFor: row.addon_for,
    createdAt: row.created_at,
    tags: [],
  }))
export type Dataset = z.infer<typeof datasetRow>

export function listDatasets(store: Store): Dataset[] {
  return z.array(datasetRow).parse(store.db.prepare('SELECT * FROM datasets ORDER BY name').all())
}

export function hasDataset(store: Store, name: string): boolean {
  return store.db.prepare('SELECT 1 FROM datasets WHERE name = ?').get(name) !== undefined
}

/** Makes a dataset unless it is there already. */
export function ensureDataset(
  store: Store,
  clock: Clock,
  dataset: {name: string; profile?: string; addonFor?: string},
): void {
  store.db
    .prepare('INSERT OR IGNORE INTO datasets (name, profile, addon_for, created_at) VALUES (?, ?, ?, ?)')
    .run(dataset.name, dataset.profile ?? null, dataset.addonFor ?? null, new Date(clock.now()).toISOString())
}

/** The name of the dataset that holds the comments on another. */
export const commentsOn = (dataset: string): string => `${dataset}-comments`

/**
 * Makes the dataset that holds the comments on another and gives its name. A Studio looks for it once, when it opens:
 * were it made with the first comment, those who had opened theirs before would hear of none until they reload.
 */
export function ensureCommentsOn(store: Store, clock: Clock, addonFor: string): string {
  const name = commentsOn(addonFor)
  ensureDataset(store, clock, {name, profile: 'comments', addonFor})
  return name
}

/** Keeps that a dataset is guarded, and refuses to go on when a guarded one has no guard. Throws an Error that names it. */
export function requireGuards(store: Store, config: LakeConfig): void {
  const mark = store.db.prepare('UPDATE datasets SET guarded = ? WHERE name = ?')
  for (const {name, guarded} of config.datasets) if (guarded !== undefined) mark.run(guarded ? 1 : 0, name)
  const row = store.db.prepare('SELECT name FROM datasets WHERE guarded = 1 ORDER BY name').get()
  if (row && !config.guard)
    throw new Error(
      `The dataset "${String(row['name'])}" is guarded: the lake does not start without its guard.`,
    )
}
