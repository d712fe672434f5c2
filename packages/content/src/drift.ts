/**
 * Where two descriptions of a document differ: `Queried` as the type generator derives it from the Studio's schema and
 * a GROQ query, `Parsed` as a parser takes it. Gives `never` when they agree, else a text for each place, so that the
 * compiler's message names it. `_key` is left aside: the Studio puts it into every member of an array.
 */
export type Drift<Queried, Parsed, Path extends string> = [Queried] extends [BuiltIn]
  ? [Queried] extends [Parsed]
    ? never
    : `${Path}: another shape`
  : [Queried, Parsed] extends [readonly (infer Q)[], readonly (infer P)[]]
    ? Drift<Q, P, `${Path}[]`>
    : [Queried, Parsed] extends [Typed, Typed]
      ? DriftOfTypes<Extract<Queried, Typed>, Extract<Parsed, Typed>, Path>
      : DriftOfValues<Queried, Parsed, Path>

/** Objects whose shape is Sanity's and not our schema's: the parser must take them, and may read less. */
type BuiltIn = {_type: 'reference' | 'slug' | 'image'}
/** Blocks and spans are written by the Studio whole, though the type generator calls their fields optional. */
type WrittenWhole = {_type: 'block' | 'span'}
type Typed = {_type: string}

/** Union members are compared by their `_type`. */
type DriftOfTypes<Queried extends Typed, Parsed extends Typed, Path extends string> = {
  [T in Queried['_type'] | Parsed['_type']]: T extends Queried['_type'] & Parsed['_type']
    ? DriftOfFields<Extract<Queried, {_type: T}>, Extract<Parsed, {_type: T}>, Path>
    : `${Path}: ${T} on one side only`
}[Queried['_type'] | Parsed['_type']]

type DriftOfFields<Queried, Parsed, Path extends string> = {
  [K in NamesOf<Queried> | NamesOf<Parsed>]: K extends NamesOf<Queried>
    ? K extends NamesOf<Parsed>
      ? DriftOfField<Queried, Parsed, K, `${Path}.${K}`>
      : `${Path}.${K}: absent in the parser`
    : `${Path}.${K}: absent in schema or query`
}[NamesOf<Queried> | NamesOf<Parsed>]

type DriftOfField<Queried, Parsed, K extends keyof Queried & keyof Parsed, Path extends string> =
  | (Queried extends WrittenWhole
      ? never
      : IsOptional<Queried, K> extends IsOptional<Parsed, K>
        ? never
        : `${Path}: required on one side only`)
  | Drift<Exclude<Queried[K], undefined>, Exclude<Parsed[K], undefined>, Path>

/** A list of choices is plain text to the type generator; there the parser alone knows the choices. */
type DriftOfValues<Queried, Parsed, Path extends string> = [Parsed] extends [Queried]
  ? [Queried] extends [Parsed]
    ? never
    : [string] extends [Queried]
      ? never
      : `${Path}: other values`
  : `${Path}: other values`

type NamesOf<T> = Exclude<keyof T & string, '_key'>
type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false
