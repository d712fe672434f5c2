import type {Path, Piece} from './pieces.ts'

/** What each rule is, and whether it stops publishing. Source: content-model.md, “Checks while writing”. */
export const severityOf = {
  missingSection: 'error',
  unsourcedNumber: 'error',
  unsourcedRecommendation: 'error',
  retractedSource: 'error',
  alternativeText: 'error',
  linkText: 'error',
  brandAlone: 'error',
  gradeFarTooHigh: 'error',
  gradeTooHigh: 'warning',
  longSentence: 'warning',
  longParagraph: 'warning',
  undefinedTerm: 'warning',
  twoNames: 'warning',
  vagueChance: 'warning',
  oldSource: 'warning',
  skippedHeading: 'warning',
} as const

export type Rule = keyof typeof severityOf

/** Something to mark in a document: where, which words, and what a rule has to say of it. */
export type Finding = {
  readonly rule: Rule
  readonly severity: 'error' | 'warning'
  readonly path: Path
  /** The words in the text at `path`, in UTF-16 units; 0 and 0 when the whole field is meant. */
  readonly start: number
  readonly end: number
  readonly words: string
  /** A number or name that the message needs: how many words, the name that was used before, the generic name. */
  readonly detail: string
}

/** A finding in a run of a text. */
export const findingAt = (
  rule: Rule,
  piece: Pick<Piece, 'path' | 'text'>,
  {start, end, detail = ''}: {start: number; end: number; detail?: string},
): Finding => ({
  rule,
  severity: severityOf[rule],
  path: piece.path,
  start,
  end,
  words: piece.text.slice(start, end),
  detail,
})

/** A finding about a whole field. */
export const findingOf = (rule: Rule, path: Path, detail = ''): Finding => ({
  rule,
  severity: severityOf[rule],
  path,
  start: 0,
  end: 0,
  words: '',
  detail,
})

/** What to tell an editor, in plain words. */
export function sayFinding({rule, words, detail}: Finding): string {
  return messages[rule](words, detail)
}

const messages: Record<Rule, (words: string, detail: string) => string> = {
  missingSection: () => 'This section is needed and says nothing yet.',
  unsourcedNumber: (words) => `Mark “${words}” with its source: every number has one.`,
  unsourcedRecommendation: (words) => `Mark “${words}” with its source: it tells readers what to do.`,
  retractedSource: (_words, detail) => `The source “${detail}” was taken back by its publisher. Use another.`,
  alternativeText: (_words, detail) => detail,
  linkText: (words) => `“${words}” does not say where the link leads.`,
  brandAlone: (words, detail) => `Name the drug first: ${detail} (${words}).`,
  gradeFarTooHigh: (_words, detail) => `This section reads at ${detail}. Shorten sentences and words.`,
  gradeTooHigh: (_words, detail) => `This section reads at ${detail}; grade 8 is the aim.`,
  longSentence: (_words, detail) => `This sentence has ${detail} words; 20 are enough.`,
  longParagraph: (_words, detail) => `This paragraph has ${detail} sentences; 3 are enough.`,
  undefinedTerm: (words) => `Link “${words}” to the glossary where it first stands.`,
  twoNames: (words, detail) => `“${words}” was called “${detail}” before. Use one name.`,
  vagueChance: (words) => `Say how many: “${words}” means something else to each reader.`,
  oldSource: (_words, detail) => `The only source is of ${detail}. Look for a newer one.`,
  skippedHeading: (_words, detail) => `A heading of level ${detail} needs one of the level above before it.`,
}
