const escapes: Record<string, string> = {'<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029'}

/** JSON that cannot end or open a script element, whatever texts are in it. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => escapes[character] ?? character)
}
