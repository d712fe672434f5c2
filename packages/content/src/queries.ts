import {defineQuery} from 'groq'

// One constant for each: the type generator finds queries, and names their types, by the names of variables.
const rootBySlug = defineQuery('*[_type == $type && slug.current == $slug][0]')
const documentsByIds = defineQuery('*[_id in $ids]')
const listOfType = defineQuery('*[_type == $type] | order(_id)')
const referrersOfType = defineQuery('*[_type == $type && references($id)] | order(_id)')

/** What readers' pages ask. Parameters: `$type`, and `$slug`, `$ids` or `$id`. */
export const queries = {rootBySlug, documentsByIds, listOfType, referrersOfType}
