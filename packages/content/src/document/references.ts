const draftPrefix = 'drafts.'

/** Published ids of every document that a value refers to, each once; pictures and files are left out. */
export function referencesOf(value: unknown): string[] {
  const found = new Set<string>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const member of value) collect(member, found)
    return
  }
  for (const [name, field] of Object.entries(value)) {
    if (name === '_ref' && typeof field === 'string') found.add(field.replace(draftPrefix, ''))
    else if (name !== 'asset') collect(field, found)
  }
}
