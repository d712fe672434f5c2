/** A word of two syllables, in English and in Spanish, that stands for a name while a grade is measured. */
const standIn = {en: 'garden', es: 'casa'} as const

export type Language = keyof typeof standIn

/**
 * Replaces each name of a drug, a gene, a condition or a linked glossary word by one word of two syllables: a reader
 * meets a name as a name, and it cannot be made shorter. The longer of two names that begin alike counts.
 */
export function withoutNames(names: readonly string[], language: Language = 'en'): (text: string) => string {
  const named = names.filter((name) => name.trim() !== '')
  if (named.length === 0) return (text) => text
  const pattern = namePattern(named)
  return (text) => text.replaceAll(pattern, standIn[language])
}

/** Finds any of some names as whole words, without regard to capitals. */
export function namePattern(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escaped)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
