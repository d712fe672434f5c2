import {withoutNames, type Language} from './names.ts'
import {syllablesOf} from './syllables.ts'
import {sentencesOf, wordsOf} from './words.ts'

export type Counts = {readonly sentences: number; readonly words: number; readonly syllables: number}

/** What the formulas are made of. */
export function countsOf(sentences: readonly string[], language: Language = 'en'): Counts {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0)
  return {sentences: sentences.length, words: words.length, syllables}
}

/**
 * The Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59, in US school years; null
 * without words. Source: Kincaid et al. 1975, https://apps.dtic.mil/sti/citations/ADA006655
 */
export const fleschKincaid = ({sentences, words, syllables}: Counts): number | null =>
  words === 0 ? null : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59

/**
 * Fernández-Huerta’s ease of Spanish: 206.84 − 60 × syllables per word − 1.02 × words per sentence, 100 easy to 0 hard;
 * null without words. With Law’s correction: sources that count sentences per word are wrong.
 * Source: Fernández Huerta 1959, https://legible.es/blog/lecturabilidad-fernandez-huerta/
 */
export const fernandezHuerta = ({sentences, words, syllables}: Counts): number | null =>
  words === 0 ? null : 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences)

/** Fewer sentences than this are too few for a SMOG grade: it was fitted on thirty. */
const smogSentences = 30

/**
 * The SMOG grade: 3.1291 + 1.0430 × √(words of three or more syllables × 30 ÷ sentences), in US school years; null under
 * 30 sentences. Source: McLaughlin 1969, http://www.harrymclaughlin.com/SMOG.htm
 */
export function smogGrade(sentences: readonly string[]): number | null {
  if (sentences.length < smogSentences) return null
  const long = sentences.flatMap(wordsOf).filter((word) => syllablesOf(word) >= 3).length
  return 3.1291 + 1.043 * Math.sqrt((long * 30) / sentences.length)
}

/** The Flesch–Kincaid grade of sentences, 0 without words. */
export const readingGrade = (sentences: readonly string[]): number => fleschKincaid(countsOf(sentences)) ?? 0

/** A heading or field and the paragraphs under it. */
export type Section = {readonly at: string; readonly paragraphs: readonly string[]}

/** A shorter section has no grade: one long word would decide it. */
export const gradedWords = 100

/**
 * How hard a section is. `value` with names counted as one word of two syllables, `raw` as it stands; both null under
 * 100 words. In English Flesch–Kincaid grades (high is hard), in Spanish Fernández-Huerta’s ease (low is hard).
 */
export type SectionGrade = {
  readonly at: string
  readonly words: number
  readonly value: number | null
  readonly raw: number | null
}

export type ReadingReport = {
  readonly measure: 'flesch-kincaid' | 'fernandez-huerta'
  readonly sections: readonly SectionGrade[]
  /** The SMOG grade of the whole page, in English. */
  readonly smog: number | null
}

/** How hard a page is to read, by section and as a whole; `names` are not held against it. */
export function readingReport(
  sections: readonly Section[],
  {names, language}: {readonly names: readonly string[]; readonly language: Language},
): ReadingReport {
  const plain = withoutNames(names, language)
  const formula = language === 'es' ? fernandezHuerta : fleschKincaid
  const grades = sections.map(({at, paragraphs}) => {
    const raw = countsOf(paragraphs.flatMap(sentencesOf), language)
    const counts = countsOf(paragraphs.map(plain).flatMap(sentencesOf), language)
    const isLong = raw.words >= gradedWords
    return {at, words: raw.words, value: isLong ? formula(counts) : null, raw: isLong ? formula(raw) : null}
  })
  const all = sections.flatMap(({paragraphs}) => paragraphs.map(plain).flatMap(sentencesOf))
  return {
    measure: language === 'es' ? 'fernandez-huerta' : 'flesch-kincaid',
    sections: grades,
    smog: language === 'es' ? null : smogGrade(all),
  }
}
