import {closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync} from 'node:fs'
import {dirname} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {assetPath} from '../assets/files.ts'
import {listAssets} from '../store/verify-assets.ts'
import {makeFolder} from './places.ts'

/** Copies the files of a store's assets that the other folder lacks; gives how many. A file that is missing is skipped: `verify` names it. */
export function copyAssets(db: DatabaseSync, from: string, to: string): number {
  let copied = 0
  for (const {dataset, kind, name, place} of listAssets(db, from)) {
    const target = assetPath(to, kind, dataset, name)
    if (!target || existsSync(target) || !existsSync(place)) continue
    makeFolder(dirname(target))
    copyWhole(place, target)
    copied += 1
  }
  return copied
}

/** Synced before it gets its name, so that what is there is whole. */
export function copyWhole(from: string, to: string): void {
  const draft = `${to}.part`
  copyFileSync(from, draft)
  const file = openSync(draft, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, to)
}
