import {isFields, type WholeDocument} from '../document.ts'
import {findingOf, type Finding} from './finding.ts'
import type {Path} from './pieces.ts'

const announcement =
  /\b(?:image|picture|photo(?:graph)?|graphic|illustration|imagen|foto(?:graf[ií]a)?|ilustración) (?:of|de)\b/i

/**
 * What is wrong with the alternative text of a picture that is not decorative, or null.
 * Source: WCAG 1.1.1 and H37, https://www.w3.org/WAI/WCAG22/Techniques/html/H37
 */
export function alternativeTextProblem(alternative: string): 'length' | 'announcement' | null {
  const {length} = alternative.trim()
  if (length < 5 || length > 125) return 'length'
  return announcement.test(alternative) ? 'announcement' : null
}

/** What to tell an editor about an alternative text. */
export const alternativeTextAdvice = {
  length: 'Describe the picture in 5 to 125 characters, or mark it decorative.',
  announcement: 'Say what is seen, without “image of”: a screen reader announces a picture.',
} as const

/** Pictures of a document, wherever they stand, that someone who cannot see them would miss. */
export function undescribedPictures(document: WholeDocument): Finding[] {
  return picturesIn(document, []).flatMap(({path, alternative}) => {
    const problem = alternativeTextProblem(alternative)
    return problem ? [findingOf('alternativeText', [...path, 'alt'], alternativeTextAdvice[problem])] : []
  })
}

function picturesIn(value: unknown, path: Path): {path: Path; alternative: string}[] {
  if (Array.isArray(value))
    return value.flatMap((member, at) => {
      const step = isFields(member) && typeof member._key === 'string' ? {_key: member._key} : at
      return picturesIn(member, [...path, step])
    })
  if (!isFields(value)) return []
  if (value._type === 'figure')
    return value.decorative === true ? [] : [{path, alternative: String(value.alt ?? '')}]
  return Object.entries(value).flatMap(([name, member]) => picturesIn(member, [...path, name]))
}
