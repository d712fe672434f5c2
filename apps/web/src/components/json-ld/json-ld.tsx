import type {Thing, WithContext} from 'schema-dts'
import {scriptSafeJson} from './script-safe-json.ts'

/** Structured data for search engines; data, not script. */
export function JsonLd({thing}: {thing: WithContext<Thing>}) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: scriptSafeJson(thing)}} />
}
