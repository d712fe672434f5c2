import {join} from 'node:path'
import {unstable_cache} from 'next/cache'
import {draftMode} from 'next/headers'
import {cache} from 'react'
import {siteEnv} from '../env.ts'
import {logOnce} from '../log.ts'
import {withEditMarks} from '../preview/edit-marks.ts'
import {askLake, type Question} from './lake.ts'
import {openLastGood, type LastGood} from './last-good.ts'
import {dayS} from './lifetime.ts'
import {createLoader, type Cached, type Loader} from './loader.ts'

const outageLifetimeS = 10

// Raw answers are never kept: Next's own fetch cache would keep a broken body that came with status 200 for a day.
const cached: Cached = (key, tags, make) =>
  unstable_cache(make, [...key], {tags: [...tags], revalidate: dayS})()

/** Makes the page that is being rendered live no longer than this many seconds. */
export async function liveAtMost(seconds: number): Promise<void> {
  if (await isPreview()) return
  await unstable_cache(async () => true, ['lives'], {revalidate: seconds})()
}

export async function isPreview(): Promise<boolean> {
  return (await draftMode()).isEnabled
}

let store: LastGood | undefined

function lastGood(): LastGood {
  const env = siteEnv()
  store ??= openLastGood(join(env.dataDir, 'site', `last-good-${env.projectId}-${env.dataset}.sqlite`))
  return store
}

/** The loader of the render in progress: published documents for readers, drafts in preview. */
export const siteLoader = cache(async (): Promise<Loader> => {
  const preview = await isPreview()
  const perspective = preview ? 'drafts' : 'published'
  return createLoader({
    ask: (question: Question) => askLake(siteEnv(), {...question, perspective}),
    cached: preview ? (_key, _tags, make) => make() : cached,
    lastGood: preview ? null : lastGood(),
    shown: preview ? (document) => withEditMarks(document, siteEnv().studioOrigin) : (document) => document,
    log: logOnce,
    onOutage: () => liveAtMost(outageLifetimeS),
  })
})
