import {randomBytes} from 'node:crypto'

/** The same value where every object in a list has a `_key`; keys that exist stay. */
export function withArrayKeys<T>(value: T): T
export function withArrayKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => keyed(withArrayKeys(item)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withArrayKeys(field)]))
}

function keyed(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || Reflect.get(item, '_key'))
    return item
  return {...item, _key: randomBytes(6).toString('hex')}
}
