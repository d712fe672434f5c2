import type {LakeDocument} from '../document.ts'
import {jsonOfDocument} from '../document-json.ts'
import {LakeError} from '../lake-error.ts'

const maxBytes = 32_000_000
const maxLevels = 20
const maxAttributes = 1000

/** Refuses a document that no reader could be expected to take. Throws a LakeError `tooLarge` that names the limit. */
export function requireWithinLimits(document: LakeDocument): void {
  const attributes = new Set<string>()
  const refuse = (reason: string): never => {
    throw new LakeError('tooLarge', `Document "${document._id}" ${reason}`, {details: {id: document._id}})
  }
  const walk = (value: unknown, path: string, level: number): void => {
    if (typeof value !== 'object' || value === null) return
    if (level > maxLevels) refuse(`nests deeper than ${maxLevels} levels`)
    for (const [name, field] of Object.entries(value)) {
      // Members of a list share their paths, as Sanity counts them.
      const inside = Array.isArray(value) ? `${path}[]` : `${path}.${name}`
      attributes.add(inside)
      if (attributes.size > maxAttributes) refuse(`has more than ${maxAttributes} attributes`)
      walk(field, inside, level + 1)
    }
  }
  walk(document, '', 1)
  if (Buffer.byteLength(jsonOfDocument(document)) > maxBytes) refuse(`is larger than ${maxBytes} bytes`)
}
