/** A reference inside a document: whom it names, and whether it holds when that one is gone. */
export type FoundReference = {target: string; weak: boolean}

/** Every reference in a value, each target once for each strength. */
export function findReferences(value: unknown): FoundReference[] {
  const found = new Map<string, FoundReference>()
  collect(value, found)
  return [...found.values()]
}

function collect(value: unknown, found: Map<string, FoundReference>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const member of value) collect(member, found)
    return
  }
  const target: unknown = Reflect.get(value, '_ref')
  if (typeof target === 'string' && Reflect.get(value, '_dataset') === undefined) {
    const weak = Reflect.get(value, '_weak') === true
    found.set(`${weak}:${target}`, {target, weak})
  }
  for (const field of Object.values(value)) collect(field, found)
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
