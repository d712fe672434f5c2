/** The document that answers to an address, also when there is none yet. */
export const slugTag = (type: string, slug: string): string => `slug:${type}:${slug}`
/** One document, by its published id. */
export const documentTag = (id: string): string => `doc:${id}`
/** Every list of a type. */
export const typeTag = (type: string): string => `type:${type}`
/** Everything computed from who refers to a document. */
export const referrersTag = (id: string): string => `ref:${id}`
