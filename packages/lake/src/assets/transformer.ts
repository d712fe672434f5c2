import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../lake-error.ts'
import {openImageCache} from './image-cache.ts'
import {render} from './render.ts'
import type {Transform} from './transform.ts'

const maxAtOnce = 2
const maxWaiting = 200

/**
 * Renders pictures two at a time and keeps each on disk; the same URL is rendered once however many ask. Throws a
 * LakeError `unavailable` when too many wait.
 */
export function createTransformer(
  directory: string,
  maxCacheBytes: number,
): (source: string, transform: Transform) => Promise<Buffer> {
  const cache = openImageCache(join(directory, 'image-cache'), maxCacheBytes)
  const waiting: (() => void)[] = []
  const underWay = new Map<string, Promise<Buffer>>()
  let running = 0
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < maxAtOnce) running += 1
    else {
      if (waiting.length >= maxWaiting)
        throw new LakeError('unavailable', 'Too many pictures are being made; try again')
      // Whoever is done hands its place on, so that nobody slips in between.
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
  return (source, transform) => {
    const key = createHash('sha256')
      .update(JSON.stringify([source, transform]))
      .digest('hex')
    const make = async (): Promise<Buffer> => {
      const kept = await cache.get(key)
      if (kept) return kept
      const rendered = await inTurn(async () => render(await readFile(source), transform))
      await cache.put(key, rendered)
      return rendered
    }
    const work = underWay.get(key) ?? make().finally(() => underWay.delete(key))
    underWay.set(key, work)
    return work
  }
}
