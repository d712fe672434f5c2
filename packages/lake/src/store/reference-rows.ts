import {findReferences} from '../transact/references.ts'

/** How a reference stands in its table: bit 1 weak, bit 2 foreign, bit 4 within another reference. */
export function referenceRows(document: object | null): {target: string; bits: number}[] {
  return findReferences(document).map(({target, weak, isForeign, isWithin}) => ({
    target,
    bits: (weak ? 1 : 0) + (isForeign ? 2 : 0) + (isWithin ? 4 : 0),
  }))
}
