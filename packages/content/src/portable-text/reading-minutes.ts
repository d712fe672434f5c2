import type {RichText} from './parse.ts'

/** Whole minutes it takes to read an article, at least one; 200 words a minute is an unhurried adult reader. */
export function readingMinutes(richText: RichText, wordsPerMinute = 200): number {
  const words = richText.flatMap(textsOf).flatMap((text) => text.split(/\s+/).filter(isWord))
  return Math.max(1, Math.round(words.length / wordsPerMinute))
}

/** A dash alone is no word, nor are the unseen characters by which a preview marks a text. */
function isWord(part: string): boolean {
  return /[\p{L}\p{N}]/u.test(part)
}

function textsOf(block: RichText[number]): string[] {
  if (block._type === 'block') return [block.children.map(({text}) => text).join('')]
  if (block._type === 'callout') return [block.title ?? '', ...block.text.flatMap(textsOf)]
  if (block._type === 'figure') return [block.caption ?? '']
  return []
}
