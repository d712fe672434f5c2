import {pictureWidths} from './picture-name.ts'

const rect = /^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/
const rules: Record<string, (value: string) => boolean> = {
  w: (value) => pictureWidths.some((width) => String(width) === value),
  rect: (value) => rect.test(value),
  fm: (value) => value === 'webp' || value === 'jpg',
}

/** The allowed parameters of a picture address in one order, or `null` when there is any other or a repeated one. */
export function pictureSearch(given: URLSearchParams): string | null {
  const names = [...given.keys()]
  if (new Set(names).size !== names.length) return null
  for (const [name, value] of given) if (!Object.hasOwn(rules, name) || !rules[name]?.(value)) return null
  const ordered = names.sort().map((name) => `${name}=${given.get(name)}`)
  return ordered.length > 0 ? `?${ordered.join('&')}` : ''
}
