import type {AnyDocument} from '@lantern/content/read'

/** What only the lake writes. */
type WrittenByLake = '_rev' | '_createdAt' | '_updatedAt'

/** A document as the starter library holds it: without the fields that only the lake writes. */
export type Unstored<D> = D extends unknown ? Omit<D, WrittenByLake> : never

export type StarterDocument = Unstored<AnyDocument>

/** A reference by the published id. */
export const ref = (id: string) => ({_type: 'reference' as const, _ref: id})

/** References for an array; each key is the id, so that moving one is a move and not a rewrite. */
export const refs = (...ids: string[]) => ids.map((id) => ({...ref(id), _key: id}))

/** References to source documents by their short names: `sources('nci-ht')` points to `source-nci-ht`. */
export const sources = (...names: string[]) => refs(...names.map((name) => `source-${name}`))

export const slug = (current: string) => ({_type: 'slug' as const, current})

/** A code of a public vocabulary, looked up on the day the fact sheet was compiled. */
export function code(system: CodeSystem, value: string, display: string) {
  return {
    _key: `${system}-${value}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    _type: 'code' as const,
    system,
    code: value,
    display,
    checkedOn: '2026-11-23',
  }
}

type CodeSystem = 'ICD-10-CM' | 'SNOMED CT' | 'NCIt' | 'RxNorm' | 'LOINC' | 'HGNC' | 'MeSH'
