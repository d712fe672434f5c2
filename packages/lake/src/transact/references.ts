/**
 * A reference inside a document: whom it names, and whether it holds when that one is gone. A foreign one names a document
 * of another dataset; one within another reference is not reached by GROQ's `references()`.
 */
export type FoundReference = {target: string; weak: boolean; isForeign: boolean; isWithin: boolean}

/** Every reference in a value, each target once for each kind. */
export function findReferences(value: unknown): FoundReference[] {
  const found = new Map<string, FoundReference>()
  collect(value, found, false)
  return [...found.values()]
}

function collect(value: unknown, found: Map<string, FoundReference>, isWithin: boolean): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const member of value) collect(member, found, isWithin)
    return
  }
  const target: unknown = Reflect.get(value, '_ref')
  if (typeof target === 'string') {
    const weak = Reflect.get(value, '_weak') === true
    const isForeign = Reflect.get(value, '_dataset') !== undefined
    found.set(`${weak}:${isForeign}:${isWithin}:${target}`, {target, weak, isForeign, isWithin})
  }
  for (const field of Object.values(value)) collect(field, found, isWithin || Boolean(target))
}

/** The same value with every reference that waited for its target made strong: what publishing does. */
export function strengthen<T>(value: T): T
export function strengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member) => strengthen(member))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, strengthen(field)] as const)
  const waiting: unknown = Reflect.get(value, '_strengthenOnPublish')
  if (waiting === undefined) return Object.fromEntries(fields)
  // A reference that its schema calls weak stays so; only the wait is over.
  const staysWeak = typeof waiting === 'object' && waiting !== null && Reflect.get(waiting, 'weak') === true
  const dropped = staysWeak ? ['_strengthenOnPublish'] : ['_strengthenOnPublish', '_weak']
  return Object.fromEntries(fields.filter(([name]) => !dropped.includes(name)))
}
