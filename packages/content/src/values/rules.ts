/** Checks of the Studio's forms: `true`, or what to tell the editor. */
type Verdict = true | string

export const atMostWords =
  (limit: number) =>
  (text: string | undefined): Verdict => {
    const words = (text ?? '').split(/\s+/).filter(Boolean).length
    return words <= limit || `Use at most ${limit} words; there are ${words}.`
  }

export function oneSentence(text: string | undefined): Verdict {
  const sentences = (text ?? '').split(/[.!?]\s+(?=[A-Z¿¡])/).length
  return sentences <= 1 || 'Write one plain sentence.'
}

export function slugCharacters(slug: {current?: string} | undefined): Verdict {
  return !slug?.current || /^[a-z0-9-]+$/.test(slug.current) || 'Use small letters, digits and hyphens.'
}

export function endsWithQuestionMark(text: string | undefined): Verdict {
  return !text || text.trim().endsWith('?') || 'End with a question mark.'
}

export function describedUnlessDecorative(alt: string | undefined, parent: unknown): Verdict {
  if (typeof parent === 'object' && parent !== null && 'decorative' in parent && parent.decorative)
    return true
  const length = (alt ?? '').trim().length
  return (
    (length >= 5 && length <= 125) || 'Describe the picture in 5 to 125 characters, or mark it decorative.'
  )
}

export function classified(codes: readonly unknown[] | undefined): Verdict {
  const known = (codes ?? []).some(
    (code) =>
      typeof code === 'object' &&
      code !== null &&
      'system' in code &&
      (code.system === 'ICD-10-CM' || code.system === 'NCIt'),
  )
  return known || 'Give at least one code of ICD-10-CM or NCIt.'
}

export function lowerCase(names: readonly unknown[] | undefined): Verdict {
  const fine = (names ?? []).every((name) => typeof name !== 'string' || name === name.toLowerCase())
  return fine || 'Use generic names, in small letters.'
}

/** Exactly one of two fields of an object is filled. */
export const exactlyOne =
  (first: string, second: string, advice: string) =>
  (value: Record<string, unknown> | undefined): Verdict =>
    value === undefined || Boolean(value[first]) !== Boolean(value[second]) || advice

/** A later moment than the field `from` beside it; both optional. */
export function afterFrom(until: string | undefined, parent: unknown): Verdict {
  if (!until || typeof parent !== 'object' || parent === null || !('from' in parent)) return true
  const {from} = parent
  return typeof from !== 'string' || Date.parse(until) > Date.parse(from) || 'End after the beginning.'
}
