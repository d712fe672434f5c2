import {alternativeTextAdvice, alternativeTextProblem, isVagueLinkText} from '@lantern/clinical'

/** Checks of the Studio's forms, some of them made by the parsers too: `true`, or what to tell the editor. */
export type Verdict = true | string

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
  const problem = alternativeTextProblem(alt ?? '')
  return problem === null || alternativeTextAdvice[problem]
}

/** Text that says something; blanks alone do not. */
export function notBlank(text: string | undefined): Verdict {
  return text === undefined || text.trim() !== '' || 'Write something here.'
}

/** The words of a link make sense read alone, as screen readers list them (WCAG 2.4.4). */
export function saysWhereItLeads(words: string | undefined): Verdict {
  return !isVagueLinkText(words ?? '') || 'Let the words of the link say where it leads.'
}

type Span = {_type: string; text?: string; marks?: string[]}
type Block = {
  _type: string
  children?: readonly Span[]
  markDefs?: readonly {_key: string; _type: string}[]
}

/** The same for the links within a paragraph; the source of a claim is no link by its words. */
export function linksSayWhereTheyLead(block: Block | undefined): Verdict {
  const links = (block?.markDefs ?? []).filter(({_type}) => _type !== 'sourceOf')
  const verdicts = links.map(({_key}) => {
    const marked = (block?.children ?? []).filter(({marks}) => marks?.includes(_key))
    return marked.length === 0 || saysWhereItLeads(marked.map(({text}) => text ?? '').join(''))
  })
  return verdicts.find((verdict) => verdict !== true) ?? true
}

/** Paragraphs with a word in them, or another block: an editor who empties a section leaves blocks without words. */
export function saysSomething(blocks: readonly unknown[] | undefined): Verdict {
  const fine = (blocks ?? []).some((block) => !isBlock(block) || wordsOf(block).trim() !== '')
  return blocks === undefined || fine || 'Write something here.'
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && '_type' in value && value._type === 'block'
}

function wordsOf({children}: Block): string {
  return (children ?? []).map(({text}) => text ?? '').join('')
}

/** An address of the web, or a path of our own site; never a script. */
export function webAddressOrOwnPath(href: string | undefined): Verdict {
  if (href === undefined || /^\/(?![/\\])\S*$/.test(href)) return true
  const web = /^https?:$/.test(URL.parse(href)?.protocol ?? '')
  return web || 'Give an address that begins with https:// or with a single /.'
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

/** Exactly one of two fields is filled. Asked of a field by its parent: the Studio only warns of what an object breaks. */
const exactlyOne =
  (first: string, second: string, advice: string) =>
  (parent: unknown): Verdict => {
    if (typeof parent !== 'object' || parent === null) return true
    return Boolean(Reflect.get(parent, first)) !== Boolean(Reflect.get(parent, second)) || advice
  }

export const oneTarget = exactlyOne('target', 'href', 'Give a page of ours or another address, and not both.')
export const oneSubject = exactlyOne(
  'subject',
  'subjectType',
  'Choose either one page or all pages of a kind.',
)

/** A later moment than the field `from` beside it; both optional. */
export function afterFrom(until: string | undefined, parent: unknown): Verdict {
  if (!until || typeof parent !== 'object' || parent === null || !('from' in parent)) return true
  const {from} = parent
  return typeof from !== 'string' || Date.parse(until) > Date.parse(from) || 'End after the beginning.'
}
