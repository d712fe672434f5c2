import type {Language} from '../reading-grade/names.ts'
import {readingReport, type ReadingReport, type Section} from '../reading-grade/reading-grade.ts'
import {findingOf, type Finding} from './finding.ts'
import {isHeading, type Path, type Piece} from './pieces.ts'

/**
 * Where a section is too hard: US school years in English; in Spanish Fernández-Huerta’s ease, of which 60 is where
 * school years 7 and 8 end, and below 50 a text is for those who stay at school longest.
 */
const limits = {
  'flesch-kincaid': {warning: 8, error: 11},
  'fernandez-huerta': {warning: 60, error: 50},
} as const

/** Sections of a document as they are graded: the running text, in reading order. */
export function sectionsOf(pieces: readonly Piece[]): (Section & {readonly path: Path})[] {
  const sections = new Map<string, {at: string; path: Path; paragraphs: string[]}>()
  for (const piece of pieces.filter((one) => !isHeading(one))) {
    const section = sections.get(piece.section) ?? {at: piece.section, path: piece.path, paragraphs: []}
    section.paragraphs.push(piece.text)
    sections.set(piece.section, section)
  }
  return [...sections.values()]
}

/** Sections above grade 8, which is too high, and above 11, which stops publishing. */
export function hardSections(
  pieces: readonly Piece[],
  words: {readonly names: readonly string[]; readonly language: Language},
): Finding[] {
  const sections = sectionsOf(pieces)
  const {measure, sections: grades} = readingReport(sections, words)
  return grades.flatMap(({value}, at) => {
    const rule = value === null ? null : ruleOf(value, measure)
    const detail = value === null ? '' : `${measure === 'flesch-kincaid' ? 'grade ' : ''}${value.toFixed(1)}`
    return rule ? [findingOf(rule, sections[at]?.path ?? [], detail)] : []
  })
}

function ruleOf(value: number, measure: ReadingReport['measure']): 'gradeTooHigh' | 'gradeFarTooHigh' | null {
  const {warning, error} = limits[measure]
  const isPast = (limit: number) => (measure === 'flesch-kincaid' ? value > limit : value < limit)
  if (isPast(error)) return 'gradeFarTooHigh'
  return isPast(warning) ? 'gradeTooHigh' : null
}
