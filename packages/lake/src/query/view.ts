import type {LakeDocument} from '../document.ts'
import type {FieldValue} from '../store/fields.ts'

/** A condition of a filter with its values known; every document that satisfies it is found by it. */
export type Narrowing =
  | {by: 'id' | 'type' | 'reference' | 'prefix' | 'versionOf' | 'release'; values: string[]}
  | {by: 'field'; path: string; values: FieldValue[]}
  | {by: 'words' | 'someWord'; search: string}
  | {by: 'match'; patterns: string[]}
  | {by: 'any'; narrowings: Narrowing[]}

export type Key = {path: string; isDescending: boolean}

/** The documents of a dataset as one perspective shows them to one reader, in the dataset's order. */
export type View = {
  get(id: string): LakeDocument | null
  /** At least every document that satisfies all of the narrowings. */
  select(narrowings: readonly Narrowing[]): Iterable<LakeDocument>
  /**
   * The first documents by a key, at least `limit` with all that share the last one's key, back in the dataset's order;
   * `isAll` when there are no more. Null when the index cannot tell.
   */
  first(
    narrowings: readonly Narrowing[],
    key: Key,
    limit: number,
  ): {documents: LakeDocument[]; isAll: boolean} | null
  /** How many documents satisfy the narrowings, without reading one; null when the index cannot tell. */
  count(narrowings: readonly Narrowing[]): number | null
  /** Whether a document answers a search, where the index knows without a look at its texts; else null. */
  answers(document: LakeDocument, search: string): boolean | null
  /** The stored text of a document that `get` or `select` gave, when it is exactly that. */
  textOf(value: object): string | null
}

/** A view of documents in memory, where nothing is narrowed. */
export function viewOf(
  documents: readonly LakeDocument[],
  dereference: (id: string) => LakeDocument | null = (id) => documents.find(({_id}) => _id === id) ?? null,
): View {
  return {
    get: dereference,
    select: () => documents,
    first: () => null,
    count: () => null,
    answers: () => null,
    textOf: () => null,
  }
}
