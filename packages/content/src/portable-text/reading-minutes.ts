const usualWordsPerMinute = 200

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  const own: unknown = Reflect.get(value, 'text')
  if (typeof own === 'string') return own
  return [textOf(own), textOf(Reflect.get(value, 'children'))].join(' ')
}

/** Minutes that reading takes, rounded up, at least 1. Portable Text in; 200 words a minute unless told. */
export function readingMinutes(body: unknown, wordsPerMinute = usualWordsPerMinute): number {
  const words = textOf(body).split(/\s+/u).filter(Boolean).length
  return Math.max(1, Math.ceil(words / wordsPerMinute))
}
