/** Carried by what was looked up at a slug. */
export const slugTag = (type: string, slug: string): string => `slug:${type}:${slug}`
/** Carried by what shows a document. */
export const documentTag = (id: string): string => `doc:${id}`
/** Carried by what lists the documents of a type. */
export const typeTag = (type: string): string => `type:${type}`
/** Carried by what lists the documents that refer to a document. */
export const referrersTag = (id: string): string => `ref:${id}`
