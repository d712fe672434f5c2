import type {ExprNode} from 'groq-js'
import {childrenOf} from './nodes.ts'

const iterates = new Set(['Filter', 'Map', 'FlatMap', 'PipeFuncCall'])
const isWritten = (node: ExprNode): boolean => ['Array', 'Value', 'Object'].includes(node.type)

/**
 * Whether a query's cost grows only with what it reads: it compares no list with itself (`^` within `maxNesting` lists) and
 * iterates over no list that is written out. Such a query may run where a long one would hold everybody up.
 */
export function isLinear(node: ExprNode, maxNesting: number, nesting = 0): boolean {
  if (node.type === 'Parent') return nesting <= maxNesting
  const isIteration = iterates.has(node.type)
  return childrenOf(node).every(({field, child}) => {
    if (isIteration && field === 'base' && isWritten(child)) return false
    const isInside = isIteration && (field === 'expr' || field === 'args')
    return isLinear(child, maxNesting, isInside ? nesting + 1 : nesting)
  })
}
