import {defineQuery} from 'groq'

/** What readers' pages ask. Parameters: `$type`, and `$slug`, `$ids` or `$id`. */
export const queries = {
  rootBySlug: defineQuery('*[_type == $type && slug.current == $slug][0]'),
  documentsByIds: defineQuery('*[_id in $ids]'),
  listOfType: defineQuery('*[_type == $type] | order(_id)'),
  referrersOfType: defineQuery('*[_type == $type && references($id)] | order(_id)'),
}
