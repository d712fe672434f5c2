import {fleschKincaid} from 'flesch-kincaid'
import {syllable} from 'syllable'
import {wordsOf} from './passages.ts'

/** A word of two syllables that stands for a name while a grade is measured. */
const standIn = 'garden'

/** Replaces each name of a drug, a gene, a treatment or a condition by one word of two syllables. */
export function withoutNames(names: readonly string[]): (words: string) => string {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (words) => words.replaceAll(pattern, standIn)
}

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * The Flesch–Kincaid grade of sentences: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * Source: Kincaid et al. 1975, https://apps.dtic.mil/sti/citations/ADA006655
 */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({sentence: sentences.length, word: words.length, syllable: syllables})
}
