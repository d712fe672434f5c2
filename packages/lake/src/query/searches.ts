import type {ExprNode} from 'groq-js'
import {isWholeDocument, textQueryOf} from './clauses.ts'
import {deref, hookReference} from './hook-reference.ts'

/**
 * groq-js lacks `text::query`. A search of whole documents becomes a hook that is asked with the document's id; one of
 * single fields becomes a plain `match`. Null for any other node.
 */
export function withoutTextQuery(node: ExprNode, add: (search: ExprNode) => number): ExprNode | null {
  const search = textQueryOf(node)
  if (!search || node.type !== 'OpCall') return null
  if (!isWholeDocument(node.left)) return {...node, right: search}
  return deref(hookReference(add(search), {type: 'AccessAttribute', name: '_id'}))
}
