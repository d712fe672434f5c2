import type {ExprNode} from 'groq-js'
import {pathJoint} from '../store/fields.ts'
import {pathOf} from './clauses.ts'

/** The first key by which a list is sorted, and how many of its members are asked for. No path: not known yet. */
export type Order = {path: string; isDescending: boolean; limit: number}

const maxLimit = 5000

/**
 * What `| order(key)[0...n]` asks of the list below a node: its first n by a key. The wish goes from the slice through the
 * sorting and a projection of each member (as in the Studio's lists) to the filter.
 */
export function orderBelow(node: ExprNode, field: string, order: Order | null): Order | null {
  if (field !== 'base') return null
  if (node.type === 'Slice' || node.type === 'AccessElement') return wishOf(node)
  if (!order) return null
  if (node.type === 'PipeFuncCall')
    return node.name === 'order' && order.path === '' ? firstKey(node, order) : null
  return order.path !== '' && projectionOf(node) ? order : null
}

/** `{…}` of each member; null for any other node. */
function projectionOf(node: ExprNode): (ExprNode & {type: 'Object'}) | null {
  if (node.type !== 'Map' || node.expr.type !== 'Projection' || node.expr.base.type !== 'This') return null
  return node.expr.expr.type === 'Object' ? node.expr.expr : null
}

function wishOf(node: ExprNode & {type: 'Slice' | 'AccessElement'}): Order | null {
  const sorted = node.base
  if (sorted.type !== 'PipeFuncCall' || sorted.name !== 'order') return null
  const {base} = sorted
  if (base.type !== 'Filter' && !(base.type === 'Map' && base.base.type === 'Filter')) return null
  const [from, to] =
    node.type === 'Slice'
      ? [node.left, node.right + (node.isInclusive ? 1 : 0)]
      : [node.index, node.index + 1]
  const isPlain = from >= 0 && (node.type !== 'Slice' || node.right >= 0) && to <= maxLimit
  return isPlain ? {path: '', isDescending: false, limit: to} : null
}

function firstKey(node: ExprNode & {type: 'PipeFuncCall'}, order: Order): Order | null {
  const [first] = node.args
  if (!first) return null
  const key = first.type === 'Asc' || first.type === 'Desc' ? first.base : first
  const projection = projectionOf(node.base)
  const path = projection ? pathThrough(key, projection) : pathOf(key)
  if (!path || path.length > 2 || path[0] === '_id' || path[0] === '_type' || path[0] === '_rev') return null
  return {...order, path: path.join(pathJoint), isDescending: first.type === 'Desc'}
}

/** Which field of a document a key of its projection means: `"orderings": [_updatedAt]` and `orderings[0]`, `"at": date` and `at`. */
function pathThrough(key: ExprNode, {attributes}: ExprNode & {type: 'Object'}): string[] | null {
  const names = pathOf(key.type === 'AccessElement' ? key.base : key)
  const [name, ...rest] = names ?? []
  const isPlain = attributes.every(({type}) => type === 'ObjectAttributeValue')
  const named = attributes.filter((each) => each.type === 'ObjectAttributeValue' && each.name === name)
  const [attribute] = named
  if (!isPlain || named.length !== 1 || attribute?.type !== 'ObjectAttributeValue') return null
  if (key.type !== 'AccessElement') {
    const path = pathOf(attribute.value)
    return path && [...path, ...rest]
  }
  const {value} = attribute
  const element = value.type === 'Array' && rest.length === 0 ? value.elements[key.index] : undefined
  const isWhole = value.type === 'Array' && value.elements.every(({isSplat}) => !isSplat)
  return element && isWhole ? pathOf(element.value) : null
}
