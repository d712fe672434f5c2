/** A run of a text and where it stands in it, in UTF-16 units. */
export type Run = {readonly text: string; readonly start: number; readonly end: number}

/** Words before whose point no sentence ends, in English and Spanish. */
const abbreviation =
  /(?:^|[\s("“«])(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Prof|St|vs|approx|etc|Fig|No|Nos|p\. ?ej|e\.g|i\.e|a\.m|p\.m|Ud|Uds)\.$/i

const sentenceEnd = /[.?!…]+["’”»)]*\s+(?=["“«(‘¿¡]*[\p{Lu}\p{N}])/gu

/** The sentences of a paragraph with their places; a number such as 100.4 or “Dr.” does not end one. */
export function sentenceRuns(paragraph: string): Run[] {
  const ends = [...paragraph.matchAll(sentenceEnd)]
    .map(({index, 0: mark}) => index + mark.length)
    .filter((end) => !abbreviation.test(paragraph.slice(0, end).trimEnd()))
  return [0, ...ends]
    .map((start, at) => run(paragraph, start, ends[at] ?? paragraph.length))
    .filter(({text}) => /[\p{L}\p{N}]/u.test(text))
}

function run(paragraph: string, from: number, to: number): Run {
  const piece = paragraph.slice(from, to)
  const start = from + piece.length - piece.trimStart().length
  const text = piece.trim()
  return {text, start, end: start + text.length}
}

/** The sentences of a paragraph. */
export const sentencesOf = (paragraph: string): string[] => sentenceRuns(paragraph).map(({text}) => text)

/** The words of a text; CDK4/6, HR+/HER2- and 100.4°F are one word each. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’./+°-]*/gu) ?? []
