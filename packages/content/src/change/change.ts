import {z} from 'zod'
import {documentType, parsers} from '../parsers.ts'
import {publishedId, referencePaths} from '../references.ts'
import {documentTag, referrersTag, slugTag, typeTag} from '../tags.ts'

/** The webhook's filter: every type of ours. */
export const changeFilter = `_type in ${JSON.stringify(documentType.options)}`

const paths = [...new Set(Object.values(parsers).flatMap((parser) => referencePaths(parser)))]

/**
 * The webhook's projection, in GROQ's delta mode (https://www.sanity.io/docs/groq-functions): what a change touched
 * before and after it, so that a page is made anew also where a slug or a reference was taken away.
 */
export const changeProjection = `{
  "id": coalesce(after()._id, before()._id),
  "type": coalesce(after()._type, before()._type),
  "slugs": [before().slug.current, after().slug.current],
  "references": [${['before()', 'after()'].flatMap((side) => paths.map((path) => item(side, path))).join(', ')}]
}`

function item(side: string, path: string): string {
  const ref = `${side}.${path}._ref`
  return path.includes('[]') ? `...coalesce(${ref}, [])` : ref
}

const named = z
  .array(z.string().nullable())
  .transform((all) => [...new Set(all.filter((one) => one !== null))])
const change = z.object({
  id: z.string().min(1).transform(publishedId),
  type: documentType,
  slugs: named,
  references: named.transform((all) => [...new Set(all.map(publishedId))]),
})

/** One document that was made, changed or deleted. */
export type Change = z.infer<typeof change>

/** Parses what `changeProjection` gave. Throws a ZodError on anything else. */
export function parseChange(value: unknown): Change {
  return change.parse(value)
}

/** The tags of everything a change may have made stale. */
export function tagsOfChange({id, type, slugs, references}: Change): string[] {
  return [
    documentTag(id),
    typeTag(type),
    ...slugs.map((slug) => slugTag(type, slug)),
    ...references.map(referrersTag),
  ]
}
