import {z} from 'zod'
import {documentTag, referrersTag, slugTag, typeTag} from './tags.ts'

const types = [
  'condition',
  'biomarker',
  'treatmentClass',
  'supportResource',
  'article',
  'person',
  'source',
  'question',
  'siteNotice',
  'appProfile',
  'callToAction',
  'placement',
  'siteSettings',
]

/** Which documents' changes the site hears of: a GROQ filter for the webhook. */
export const changeFilter = `_type in [${types.map((type) => `"${type}"`).join(', ')}]`

/** Every place in a document that refers to another one whose page or list may change with it. */
const referencePaths = [
  'mainCondition._ref',
  'parentCondition._ref',
  'subject._ref',
  'callToAction._ref',
  'appProfile._ref',
  'link.target._ref',
]
const referenceListPaths = [
  'biomarkers[]._ref',
  'supportResources[]._ref',
  'questions[]._ref',
  'conditions[]._ref',
  'treatmentClasses[]._ref',
  'authors[]._ref',
  'sources[]._ref',
  'featuredArticles[]._ref',
  'featuredConditions[]._ref',
  'treatmentOptions[].treatmentClass._ref',
  'treatmentOptions[].biomarkerRule.biomarker._ref',
  'related[].article._ref',
  'results[].treatmentClasses[]._ref',
  'body[].biomarker._ref',
  'body[].condition._ref',
  'body[].questions[]._ref',
  'body[].resources[]._ref',
]

const sides = ['before()', 'after()']
const single = sides.flatMap((side) => referencePaths.map((path) => `${side}.${path}`))
const lists = sides.flatMap((side) => referenceListPaths.map((path) => `...coalesce(${side}.${path}, [])`))

/** What the webhook sends of a change: ids, slugs and references before and after, and no text. */
export const changeProjection = `{
  "id": coalesce(after()._id, before()._id),
  "type": coalesce(after()._type, before()._type),
  "slugs": [before().slug.current, after().slug.current],
  "references": [${[...single, ...lists].join(', ')}]
}`

const compact = z.array(z.string().nullable()).transform((list) => list.filter((value) => value !== null))
const change = z.object({id: z.string().min(1), type: z.string().min(1), slugs: compact, references: compact})

export type Change = z.infer<typeof change>

/** Parses the body of the webhook. Throws a ZodError that names the field and what was expected. */
export const parseChange = (value: unknown): Change => change.parse(value)

/** Every tag that a change makes stale, each once. */
export function tagsOfChange({id, type, slugs, references}: Change): string[] {
  const tags = [
    documentTag(id),
    typeTag(type),
    referrersTag(id),
    ...slugs.map((slug) => slugTag(type, slug)),
    ...references.map(referrersTag),
  ]
  return [...new Set(tags)]
}
