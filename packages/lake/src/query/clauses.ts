import type {ExprNode} from 'groq-js'
import {pathJoint} from '../store/fields.ts'

/** A value that a condition compares with: known now, given with the query, or read from the scope around the filter. */
export type Term =
  | {from: 'constant'; value: unknown}
  | {from: 'parameter'; name: string}
  | {from: 'outside'; node: ExprNode}

/**
 * A condition that an index can narrow by. `isExact` says that the index decides it alone, so that a count needs no
 * document. `any` holds when one of its clauses does.
 */
export type Clause =
  | {by: 'id' | 'type' | 'reference'; terms: Term[]; isExact: boolean}
  | {by: 'field'; path: string; terms: Term[]; isExact: false}
  | {by: 'prefix' | 'versionOf' | 'release' | 'words' | 'match' | 'someWord'; terms: Term[]; isExact: false}
  | {by: 'any'; clauses: Clause[]; isExact: false}

/** The conditions that must all hold. */
export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'And') return [...conjunctsOf(node.left), ...conjunctsOf(node.right)]
  return node.type === 'Group' ? conjunctsOf(node.base) : [node]
}

/** The names of a path of plain fields, `seo.title`; null for any other expression. */
export function pathOf(node: ExprNode): string[] | null {
  if (node.type !== 'AccessAttribute') return null
  if (!node.base) return [node.name]
  const outer = pathOf(node.base)
  return outer && [...outer, node.name]
}

function isOutside(node: ExprNode): boolean {
  if (node.type === 'Parent') return true
  return node.type === 'AccessAttribute' && node.base !== undefined && isOutside(node.base)
}

/** The value that a condition is given; null for one that is computed in other ways. */
export function termOf(node: ExprNode): Term | null {
  if (node.type === 'Value') return {from: 'constant', value: node.value}
  if (node.type === 'Parameter') return {from: 'parameter', name: node.name}
  if (node.type === 'Group') return termOf(node.base)
  return isOutside(node) ? {from: 'outside', node} : null
}

/** The members of a list that is written out, or the one parameter that holds it. */
function listOf(node: ExprNode): Term[] | null {
  if (node.type === 'Parameter') return [{from: 'parameter', name: node.name}]
  if (node.type === 'Value') return [{from: 'constant', value: node.value}]
  if (node.type !== 'Array') return null
  const members = node.elements.map(({isSplat, value}) => (isSplat ? null : termOf(value)))
  return members.every((term) => term !== null && term.from !== 'outside')
    ? members.filter((term) => term !== null)
    : null
}

function clauseOfPath(path: string[], terms: Term[], isEquality: boolean): Clause | null {
  const [first, second, third] = path
  if (first === undefined || third !== undefined) return null
  if (second === undefined && first === '_id') return {by: 'id', terms, isExact: true}
  if (second === undefined && first === '_type') return {by: 'type', terms, isExact: true}
  if (first === '_rev' || !isEquality)
    return first === '_rev' ? null : {by: 'field', path: path.join(pathJoint), terms, isExact: false}
  return {by: 'field', path: path.join(pathJoint), terms, isExact: false}
}

function equality(left: ExprNode, right: ExprNode): Clause | null {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const path = pathOf(one)
    const term = termOf(other)
    if (path && term) return clauseOfPath(path, [term], true)
  }
  return null
}

/** `$id in authors[]._ref`: whoever holds the value there refers to it. */
function isReferenceList(node: ExprNode): boolean {
  return (
    node.type === 'Map' &&
    node.base.type === 'ArrayCoerce' &&
    pathOf(node.base.base) !== null &&
    node.expr.type === 'AccessAttribute' &&
    node.expr.name === '_ref' &&
    node.expr.base?.type === 'This'
  )
}

function membership(left: ExprNode, right: ExprNode): Clause | null {
  if (isReferenceList(right)) {
    const term = termOf(left)
    return term && {by: 'reference', terms: [term], isExact: false}
  }
  const path = pathOf(left)
  if (!path) return null
  if (right.type === 'FuncCall' && right.name === 'path' && path.join() === '_id') {
    const term = right.args[0] && termOf(right.args[0])
    return term ? {by: 'prefix', terms: [term], isExact: false} : null
  }
  const terms = listOf(right)
  return terms && clauseOfPath(path, terms, false)
}

/** Whether a side of `match` is the whole document, as the Studio searches: `[@, _id]`. */
export function isWholeDocument(node: ExprNode): boolean {
  if (node.type === 'This') return true
  return node.type === 'Array' && node.elements.some(({value}) => value.type === 'This')
}

/** The search of `… match text::query(search)`. */
export function textQueryOf(node: ExprNode): ExprNode | null {
  if (node.type !== 'OpCall' || node.op !== 'match') return null
  const {right} = node
  const isQuery = right.type === 'FuncCall' && right.namespace === 'text' && right.name === 'query'
  return isQuery ? (right.args[0] ?? null) : null
}

/** Texts that stand in the document itself as they are: fields, lists of fields, fields of members. */
function isOwnText(node: ExprNode): boolean {
  if (pathOf(node)) return true
  if (node.type === 'Array') return node.elements.every(({value}) => isOwnText(value))
  if (node.type === 'ArrayCoerce' || node.type === 'Group') return isOwnText(node.base)
  if (node.type !== 'Map' || !isOwnText(node.base)) return false
  return node.expr.type === 'AccessAttribute' && node.expr.base?.type === 'This'
}

function matching(left: ExprNode, right: ExprNode): Clause | null {
  const term = termOf(right)
  return term && term.from !== 'outside' && isOwnText(left)
    ? {by: 'match', terms: [term], isExact: false}
    : null
}

function clauseOfCall(node: ExprNode & {type: 'FuncCall'}): Clause | null {
  const terms = node.args.map(termOf)
  if (terms.length === 0 || terms.includes(null)) return null
  const known = terms.filter((term) => term !== null)
  if (node.namespace === 'global' && node.name === 'references')
    return {by: 'reference', terms: known, isExact: true}
  if (node.namespace === 'sanity' && node.name === 'versionOf')
    return {by: 'versionOf', terms: known, isExact: false}
  if (node.namespace === 'sanity' && node.name === 'partOfRelease')
    return {by: 'release', terms: known, isExact: false}
  return null
}

/** How an index narrows by this condition; null when none does. */
export function clauseOf(node: ExprNode): Clause | null {
  if (node.type === 'Group') return clauseOf(node.base)
  if (node.type === 'FuncCall') return clauseOfCall(node)
  if (node.type === 'Or') {
    const clauses = [node.left, node.right].map(clauseOf)
    const known = clauses.filter((clause) => clause !== null)
    return known.length === clauses.length ? {by: 'any', clauses: known, isExact: false} : null
  }
  if (node.type !== 'OpCall') return null
  if (node.op === '==') return equality(node.left, node.right)
  if (node.op === 'in') return membership(node.left, node.right)
  const search = textQueryOf(node)
  if (!search) return node.op === 'match' ? matching(node.left, node.right) : null
  const term = isWholeDocument(node.left) ? termOf(search) : null
  return term ? {by: 'words', terms: [term], isExact: false} : null
}
