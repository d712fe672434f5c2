import type {AnyDocument} from '@lantern/content/read'
import type {ContentSourceMap} from '@sanity/client'
import {stegaEncodeSourceMap} from '@sanity/client/stega'

/** Fields whose text stands on a page as it was written; the rest are keys, codes and addresses that must stay exact. */
const written = new Set([
  'caption',
  'dek',
  'disclaimer',
  'excerpt',
  'footerNote',
  'forWhom',
  'heading',
  'legalLine',
  'meaning',
  'name',
  'offers',
  'plainName',
  'summary',
  'text',
  'title',
  'when',
  'whenToTest',
  'whyItHelps',
])

/**
 * A copy of a document whose texts carry, in characters that nobody sees, where they are edited in the Studio. For
 * previews alone: readers' pages are made from the document itself.
 */
export function withEditMarks<T extends AnyDocument>(document: T, studioUrl: string): T {
  const isNamedOnce = !('plainName' in document) || document.name !== document.plainName
  return stegaEncodeSourceMap(document, wholeDocument(document), {
    enabled: true,
    studioUrl,
    filter: ({sourcePath, filterDefault, ...rest}) => {
      const field = sourcePath.at(-1)
      if (typeof field !== 'string' || !written.has(field)) return false
      // Pages show both names only where they differ.
      if (!isNamedOnce && (field === 'name' || field === 'plainName')) return false
      return filterDefault({sourcePath, filterDefault, ...rest})
    },
  })
}

/** We load documents whole, so each value comes from the same place of its own document. */
function wholeDocument({_id, _type}: AnyDocument): ContentSourceMap {
  return {
    documents: [{_id: `drafts.${_id}`, _type}],
    paths: ['$'],
    mappings: {$: {type: 'value', source: {type: 'documentValue', document: 0, path: 0}}},
  }
}
