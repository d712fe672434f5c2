import type {LakeDocument} from '../document.ts'

/** Whether a listener's query selects this document, and it alone. */
export type Matches = (query: string, params: Record<string, unknown>, document: LakeDocument) => boolean

type Evaluate = (
  query: string,
  params: Record<string, unknown>,
  options: {dataset: LakeDocument[]},
) => unknown

/** A listener's query may project, order and slice; what it selects of the one document says whether it matches. */
export function createMatches(evaluate: Evaluate): Matches {
  return (query, params, document) => {
    const found = evaluate(query, params, {dataset: [document]})
    if (Array.isArray(found)) return found.length > 0
    return found !== null && found !== undefined && found !== false
  }
}

/** The same answers, each filter asked once for each document, however many listeners share it. */
export function remembering(matches: Matches): Matches {
  const known = new WeakMap<LakeDocument, Map<string, boolean>>()
  return (query, params, document) => {
    const answers = known.get(document) ?? new Map<string, boolean>()
    known.set(document, answers)
    const key = JSON.stringify([query, params])
    const answer = answers.get(key) ?? matches(query, params, document)
    answers.set(key, answer)
    return answer
  }
}
