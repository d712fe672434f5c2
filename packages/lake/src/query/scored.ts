import type {ExprNode} from 'groq-js'
import {clauseOf, pathOf, termOf, textQueryOf, type Clause} from './clauses.ts'

/**
 * `*[…] | score(a, b)[_score > 0]`, as the Studio searches: whatever neither `a` nor `b` finds has the score 0 and is
 * dropped, so that the list may be narrowed by them. `_score` is no field of a document; names with `_` are the lake's.
 * Null for any other node, and when one part of the score is not narrowed by an index.
 */
export function clauseOfScore(node: ExprNode): Clause | null {
  if (node.type !== 'Filter' || !isAboveZero(node.expr)) return null
  const {base} = node
  return base.type === 'PipeFuncCall' && base.name === 'score' ? someOf(base.args) : null
}

function isAboveZero(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== '>') return false
  const {left, right} = node
  const isScore = left.type === 'AccessAttribute' && left.name === '_score' && !left.base
  return isScore && right.type === 'Value' && right.value === 0
}

function someOf(nodes: readonly ExprNode[]): Clause | null {
  const clauses = nodes.map(part).filter((clause) => clause !== null)
  return clauses.length > 0 && clauses.length === nodes.length ? {by: 'any', clauses, isExact: false} : null
}

/** What must hold for a part of a score to be other than 0. */
function part(node: ExprNode): Clause | null {
  if (node.type === 'Group') return part(node.base)
  if (node.type === 'FuncCall' && node.name === 'boost') return node.args[0] ? part(node.args[0]) : null
  if (node.type === 'Or') return someOf([node.left, node.right])
  if (node.type === 'And') {
    const both = [part(node.left), part(node.right)].filter((clause) => clause !== null)
    return both.find(({by}) => by !== 'type') ?? both[0] ?? null
  }
  const clause = ofField(node) ?? clauseOf(node)
  // A match scores by any of its words, and holds by all.
  if (clause?.by === 'match') return null
  const isOutside = clause && clause.by !== 'any' && clause.terms.some(({from}) => from === 'outside')
  return isOutside ? null : clause
}

/** A field that is matched scores with any of the words, and its words are words of its document. */
function ofField(node: ExprNode): Clause | null {
  const search = textQueryOf(node)
  const term = search && termOf(search)
  if (node.type !== 'OpCall' || !term || !pathOf(node.left)) return null
  return {by: 'someWord', terms: [term], isExact: false}
}
