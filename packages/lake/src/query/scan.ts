import {LakeError} from '../lake-error.ts'

const maxBytes = 64 * 1024
const maxNesting = 64
const maxOperators = 1500
const maxBrackets = 1500

/** Refuses, in one pass and before any parser sees it, a query whose size or nesting would be a load. */
export function scanQuery(query: string): void {
  if (Buffer.byteLength(query) > maxBytes) throw refused(query, `expected at most ${maxBytes} bytes`)
  let nesting = 0
  let operators = 0
  let brackets = 0
  let quote = ''
  for (let at = 0; at < query.length; at += 1) {
    const character = query.charAt(at)
    if (quote) {
      if (character === '\\') at += 1
      else if (character === quote) quote = ''
    } else if (query.startsWith('//', at)) at = endOfLine(query, at)
    else if (character === '"' || character === "'") quote = character
    else if ('([{'.includes(character)) {
      nesting += 1
      brackets += 1
    } else if (')]}'.includes(character)) nesting -= 1
    else if ('+-*/%!=<>&|.^@'.includes(character)) operators += 1
    if (nesting > maxNesting) throw refused(query, `expected at most ${maxNesting} nested brackets`)
    if (brackets > maxBrackets) throw refused(query, `expected at most ${maxBrackets} brackets`)
    if (operators > maxOperators) throw refused(query, `expected at most ${maxOperators} operators`)
  }
}

/** A comment reaches to the end of its line, and a quote inside it opens nothing. */
function endOfLine(query: string, from: number): number {
  const end = query.indexOf('\n', from)
  return end < 0 ? query.length : end
}

function refused(query: string, message: string): LakeError {
  const shown = query.slice(0, 200)
  return new LakeError('queryParseError', message, {
    details: {type: 'queryParseError', query: shown, start: 0, end: shown.length},
  })
}
