import type {Source} from '@lantern/content/read'
import type {Gathered} from './gather.ts'

/** The numbered sources of a page, in the order of their first mark. */
export type Citations = {sources: readonly Source[]; numberOf(id: string): number | null}

type Markable = {_type: string; markDefs?: readonly {_type: string; source?: {_ref: string}}[]}

/** Numbers the sources that the page could load; the rest has no number and no mark. */
export function citationsOf(ids: readonly string[], gathered: Gathered): Citations {
  const sources = [...new Set(ids)].flatMap((_ref) => gathered.one('source', {_ref}) ?? [])
  const numbers = new Map(sources.map(({_id}, index) => [_id, index + 1]))
  return {sources, numberOf: (id) => numbers.get(id) ?? null}
}

/** The sources marked in a text, in reading order; blocks inside blocks included. */
export function sourcesMarkedIn(blocks: readonly unknown[] | undefined): string[] {
  return (blocks ?? []).flatMap((block) => {
    if (!isMarkable(block)) return []
    const own = (block.markDefs ?? []).flatMap((mark) =>
      mark._type === 'sourceOf' && mark.source ? [mark.source._ref] : [],
    )
    const inner = 'text' in block && Array.isArray(block.text) ? sourcesMarkedIn(block.text) : []
    return [...own, ...inner]
  })
}

function isMarkable(value: unknown): value is Markable {
  return typeof value === 'object' && value !== null && '_type' in value
}
