import type {Metadata} from 'next'
import {siteEnv} from '../env.ts'

type Described = {
  path: string
  title: string
  description: string
  seo?: {title?: string; description?: string} | undefined
}

/**
 * What the head of a page says about it. Nothing has been approved yet, so every page stays out of search engines;
 * approval decides this later.
 */
export function metadataOf({path, title, description, seo}: Described): Metadata {
  return {
    title: seo?.title ?? title,
    description: seo?.description ?? description,
    alternates: {canonical: `${siteEnv().siteUrl}${path}`},
    robots: {index: false, follow: true},
    openGraph: {
      title: seo?.title ?? title,
      description: seo?.description ?? description,
      type: 'article',
      url: `${siteEnv().siteUrl}${path}`,
    },
  }
}
