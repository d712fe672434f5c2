import {defineQuery} from 'groq'

/** What the site asks. Whole documents only: what a page shows is decided after they were parsed. */
export const queries = {
  rootBySlug: defineQuery('*[_type == $type && slug.current == $slug][0]'),
  documentsByIds: defineQuery('*[_id in $ids]'),
  listOfType: defineQuery('*[_type == $type]'),
  referrersOfType: defineQuery('*[_type == $type && references($id)]'),
} as const
