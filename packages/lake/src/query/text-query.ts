import {publishedIdOf} from '../document-id.ts'

/** A search as people type it: words, “quoted phrases”, and -words that must not be there. `*` ends a beginning. */
type Term = {words: string[]; excluded: boolean}

const tokenPattern = /[\p{L}\p{N}*_.]+/gu

function tokens(text: string): string[] {
  return text.toLowerCase().match(tokenPattern) ?? []
}

function termsOf(query: string): Term[] {
  const parts = query.match(/-?"[^"]*"|\S+/gu) ?? []
  return parts
    .map((part) => {
      const excluded = part.startsWith('-') && part.length > 1
      return {excluded, words: tokens(excluded ? part.slice(1) : part)}
    })
    .filter(({words}) => words.length > 0 && !(words.length === 1 && words[0] === '*'))
}

function fits(word: string, pattern: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) =>
    phrase.every((pattern, offset) => {
      const word = words[start + offset]
      return word !== undefined && fits(word, pattern)
    }),
  )
}

function collectText(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value)
  else if (Array.isArray(value)) for (const member of value) collectText(member, into)
  else if (typeof value === 'object' && value !== null)
    for (const field of Object.values(value)) collectText(field, into)
}

/** The forms of a word by which it is found; GROQ's `match` leaves dots out, where a search takes them for ends of words. */
const formsOf = (word: string): string[] =>
  /[._]/u.test(word) ? [word, ...word.split(/[._]/u), word.replaceAll('.', '')] : [word]

/** Every word of a value's texts. */
function wordsOf(value: unknown): string[] {
  const texts: string[] = []
  collectText(value, texts)
  return texts.flatMap((text) => tokens(text.replaceAll('*', ' ')).flatMap(formsOf))
}

/** The different words of a document, as its search index holds them. */
export function searchWordsOf(document: unknown): string[] {
  const texts: string[] = []
  collectText(document, texts)
  const id = idOf(document)
  if (id !== null) texts.push(publishedIdOf(id))
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of tokens(text.replaceAll('*', ' '))) {
      // Most words come again and again, and few have forms.
      if (!words.has(word)) for (const form of formsOf(word)) words.add(form)
    }
  }
  words.delete('')
  return [...words]
}

function idOf(document: unknown): string | null {
  const id: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, '_id') : null
  return typeof id === 'string' ? id : null
}

/** The words by which a document is found: those of its texts, and of the id that readers know it by. */
function documentWords(document: unknown): string[] {
  const id = idOf(document)
  return id === null ? wordsOf(document) : [...wordsOf(document), ...wordsOf(publishedIdOf(id))]
}

/** The words and beginnings (`chemo*`) that a document must hold to answer a search; none when it asks for everything. */
export function neededWords(search: string): string[] {
  const words = termsOf(search).flatMap((term) => (term.excluded ? [] : term.words))
  return words.filter((word) => /[^*]/u.test(word))
}

/**
 * The words and beginnings that a text must hold to be matched by a pattern of GROQ's `match`, of those that the search
 * index holds in the same form: plain ones of ASCII.
 */
export function neededByMatch(pattern: string): string[] {
  const terms = pattern.toLowerCase().split(/[^a-z0-9*._'`~=\u0080-\uffff]+/u)
  return terms.filter((term) => /^[a-z0-9]+\*?$/u.test(term))
}

/**
 * The words and beginnings of a search of which a field must hold one to match. Null for a search with anything else in it,
 * or with letters that have more than one form (`µ`), which groq-js compares in its own way.
 */
export function simpleWords(search: string): string[] | null {
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => /^[a-z0-9à-öø-ÿ]+\*?$/u.test(word)) ? words : null
}

/** Whether a search asks for nothing but words, each anywhere, so that an index of words decides it alone. */
export function isPlainSearch(search: string): boolean {
  return termsOf(search).every(
    ({words, excluded}) => !excluded && words.length === 1 && !words[0]?.slice(0, -1).includes('*'),
  )
}

/**
 * Whether a value (a document, a text, a list of either) answers a search: every term is found somewhere in its texts, no
 * excluded one is. An empty search and `*` find everything.
 */
export function matchesTextQuery(value: unknown, query: string): boolean {
  const terms = termsOf(query)
  if (terms.length === 0) return true
  const words = documentWords(value)
  return terms.every(({words: phrase, excluded}) => holdsPhrase(words, phrase) !== excluded)
}
