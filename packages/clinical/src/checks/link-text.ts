import {findingAt, type Finding} from './finding.ts'
import type {Piece} from './pieces.ts'

const vague = new Set(['', 'click here', 'click', 'here', 'link', 'this link', 'haga clic aquí', 'aquí'])

/**
 * Whether the words of a link say nothing when read alone, as screen readers list links.
 * Source: WCAG 2.4.4, https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context
 */
export const isVagueLinkText = (words: string): boolean =>
  vague.has(
    words
      .trim()
      .replace(/[.!…:»>]+$/, '')
      .toLowerCase(),
  )

/** Links of a text that do not say where they lead; the source of a claim is no link by its words. */
export function vagueLinks(piece: Piece): Finding[] {
  return joined(piece.marks.filter(({type}) => type === 'internalLink' || type === 'outsideLink'))
    .filter(({start, end}) => isVagueLinkText(piece.text.slice(start, end)))
    .map((run) => findingAt('linkText', piece, run))
}

/** A link over spans of different decorators is one link. */
function joined(marks: Piece['marks']): {start: number; end: number}[] {
  const runs: {start: number; end: number; key: string}[] = []
  for (const {start, end, key} of marks) {
    const last = runs.at(-1)
    if (last && last.end === start && last.key === key) last.end = end
    else runs.push({start, end, key})
  }
  return runs
}
