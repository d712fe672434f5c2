import {syllable} from 'syllable'
import type {Language} from './names.ts'

/** A text is graded again at each keystroke, and nearly all of its words are those of before. */
const counted: Record<Language, Map<string, number>> = {en: new Map(), es: new Map()}
const countedAtMost = 20_000

/** The syllables of a word as spoken, at least one: an abbreviation or a figure is one, as Flesch counted them. */
export function syllablesOf(word: string, language: Language = 'en'): number {
  const known = counted[language]
  const before = known.get(word)
  if (before !== undefined) return before
  const count = Math.max(1, language === 'es' ? spanishSyllables(word) : syllable(word))
  if (known.size >= countedAtMost) known.clear()
  known.set(word, count)
  return count
}

/**
 * Spanish spelling tells the syllables: a run of vowels is one, but two strong vowels are two (le-er), a stressed weak
 * vowel stands alone (dí-a), and u after g or q before e or i is silent (gue-rra). Source: Real Academia Española,
 * Ortografía de la lengua española (2010), II.2.4, https://www.rae.es/ortografía/sílabas
 */
function spanishSyllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/([gq])u(?=[eiéí])/g, '$1')
    .replaceAll(/y(?![aeiouáéíóúü])/g, 'i')
  const runs = spoken.match(/[aeiouáéíóúü](?:h?[aeiouáéíóúü])*/g) ?? []
  return runs.reduce((sum, vowels) => sum + nuclei(vowels.replaceAll('h', '')), 0)
}

const strong = /[aeoáéó]/
const stressedWeak = /[íú]/

/** How many syllables a run of vowels makes. */
function nuclei(vowels: string): number {
  let count = 1
  for (const [at, vowel] of [...vowels].entries()) {
    const before = vowels[at - 1]
    if (before !== undefined && isHiatus(before, vowel)) count += 1
  }
  return count
}

const isHiatus = (a: string, b: string) =>
  a === b || (strong.test(a) && strong.test(b)) || stressedWeakBeside(a, b) || stressedWeakBeside(b, a)

const stressedWeakBeside = (weak: string, other: string) => stressedWeak.test(weak) && strong.test(other)
