/** The words that readers see for the values that editors choose. */
export const articleKinds = {
  explainer: 'Explained',
  whatToExpect: 'What to expect',
  guide: 'Practical guide',
  recap: 'Recap',
} as const

export const waysTaken = {
  pill: 'Pill',
  injection: 'Injection',
  infusion: 'Infusion',
  procedure: 'Procedure',
} as const
export const waysTested = {
  tissue: 'Tumor tissue',
  blood: 'Blood sample',
  inherited: 'Test for inherited changes',
} as const
export const treatmentLines = {first: 'Often first', later: 'Often later', any: 'At any time'} as const
export const costs = {free: 'Free', paid: 'Paid', mixed: 'Some parts free'} as const
export const stages = {early: 'Early', metastatic: 'Metastatic', any: 'Any stage'} as const
export const biomarkerKinds = {
  receptor: 'Receptor',
  gene: 'Gene',
  protein: 'Protein',
  signature: 'Signature',
} as const

const languages = new Intl.DisplayNames('en', {type: 'language'})
const days = new Intl.DateTimeFormat('en-US', {dateStyle: 'long', timeZone: 'UTC'})
const lists = new Intl.ListFormat('en-US', {type: 'conjunction'})

export function languageName(code: string): string {
  return languages.of(code) ?? code
}

/** A date in words, such as “March 3, 2026”; the text itself when it is no date. */
export function dayInWords(date: string): string {
  const ms = Date.parse(date)
  return Number.isNaN(ms) ? date : days.format(ms)
}

export function listInWords(words: readonly string[]): string {
  return lists.format(words)
}

/** Words that stand alone, such as a title, begin with a capital; in a sentence editors write them small. */
export function standingAlone(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
