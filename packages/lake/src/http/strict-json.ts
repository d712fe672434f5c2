/** Why a text is no JSON that this lake takes, or null when it is. */
export type JsonProblem = string | null

const maxDepth = 200
/** Names that would be more than names to JavaScript, or to the GROQ engine, which asks an object for its own. */
const forbiddenNames = new Set(['__proto__', 'hasOwnProperty'])

type Level = {names: Set<string> | null}

/**
 * One pass over text that `JSON.parse` has taken or will take. It finds what JSON.parse lets through and a store must
 * not: more than 200 levels, a name twice in one object (RFC 8259 section 4: “unpredictable”), half a surrogate pair
 * (it would be stored as another character), a number beyond 64 bits of floating point (it would be stored as null).
 */
export function jsonProblem(text: string): JsonProblem {
  const levels: Level[] = []
  let isName = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) {
      const end = endOfString(text, at)
      if (end === -1) return 'a string does not end'
      const problem = stringProblem(text.slice(at, end + 1), isName ? levels.at(-1) : undefined)
      if (problem) return problem
      isName = false
      at = end
    } else if (sign === 0x7b || sign === 0x5b) {
      levels.push({names: sign === 0x7b ? new Set() : null})
      isName = sign === 0x7b
      if (levels.length > maxDepth) return `it nests deeper than ${maxDepth} levels`
    } else if (sign === 0x7d || sign === 0x5d) levels.pop()
    else if (sign === 0x2c) isName = levels.at(-1)?.names !== null && levels.length > 0
    else if (sign === 0x2d || (sign >= 0x30 && sign <= 0x39)) {
      const end = endOfNumber(text, at)
      if (!Number.isFinite(Number(text.slice(at, end)))) return 'a number is too large'
      at = end - 1
    }
  }
  return null
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x5c) at++
    else if (sign === 0x22) return at
  }
  return -1
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && '0123456789+-.eE'.includes(text.charAt(at))) at++
  return at
}

function stringProblem(quoted: string, level: Level | undefined): JsonProblem {
  // Most strings need no decoding: UTF-8 cannot hold half a surrogate pair, only an escape can.
  if (!level && !quoted.includes('\\u')) return null
  let value: unknown
  try {
    value = JSON.parse(quoted)
  } catch {
    return 'a string is not valid JSON'
  }
  if (typeof value !== 'string' || !value.isWellFormed()) return 'a string holds half a surrogate pair'
  if (!level?.names) return null
  if (forbiddenNames.has(value)) return `“${value}” is no name for a field`
  if (level.names.has(value)) return 'an object has the same name twice'
  level.names.add(value)
  return null
}
