/** What a treatment option asks of a test: it needs this result, or this result is one of several that allow it. */
export type BiomarkerRule = {
  readonly kind: 'needs' | 'allows'
  readonly biomarker: {readonly _ref: string}
  readonly result: string
}

/**
 * How an option stands against the results someone has. `open`: it asks for no result. `fits`: the result is there.
 * `needsTest`: the test was not done. `ruledOut`: it needs another result. `notByThisResult`: this result does not
 * allow it, and another one may.
 */
export type Fit = 'open' | 'fits' | 'needsTest' | 'ruledOut' | 'notByThisResult'

/** Results by the published id of their biomarker, worded as the biomarker's document words them; null for not tested. */
export type BiomarkerResults = ReadonlyMap<string, string | null>

/**
 * How an option stands against results. It only reads what editors wrote: nothing is concluded from a result that the
 * option does not name, and a missing result never rules anything out.
 */
export function fitOf(rule: BiomarkerRule | undefined, results: BiomarkerResults): Fit {
  if (!rule) return 'open'
  const result = results.get(rule.biomarker._ref) ?? null
  if (result === null || result.trim() === '') return 'needsTest'
  if (wording(result) === wording(rule.result)) return 'fits'
  return rule.kind === 'needs' ? 'ruledOut' : 'notByThisResult'
}

const wording = (result: string) => result.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** The options of a condition with how each stands, in the order in which editors put them. */
export const fittingOptions = <Option extends {readonly biomarkerRule?: BiomarkerRule | undefined}>(
  options: readonly Option[],
  results: BiomarkerResults,
): {readonly option: Option; readonly fit: Fit}[] =>
  options.map((option) => ({option, fit: fitOf(option.biomarkerRule, results)}))
