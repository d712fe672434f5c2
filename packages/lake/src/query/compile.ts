import type {ExprNode} from 'groq-js'
import {clauseOf, conjunctsOf, type Clause} from './clauses.ts'
import {deref, hookReference} from './hook-reference.ts'
import {orderBelow, type Order} from './order.ts'
import {frameOf, isClosed, mapChildren, someNode, type Frame} from './nodes.ts'
import {clauseOfScore} from './scored.ts'
import {withoutTextQuery} from './searches.ts'

/** A place where a query reaches into the dataset. `evaluate` answers it while groq-js walks the tree. */
export type Hook =
  | {
      kind: 'documents'
      clauses: Clause[]
      /** The condition whose value comes from the scope around the filter, as text at the end of the reference. */
      outside: Clause | null
      /** Nothing but an iteration reads the list, so that it need not be whole in memory. */
      isStream: boolean
      /** Whether the place is reached once for each member of a list. */
      isRepeated: boolean
      order: Order | null
      filter: ExprNode | null
    }
  | {kind: 'count'; clauses: Clause[]; outside: Clause | null}
  | {kind: 'once'; tree: ExprNode}
  | {kind: 'search'; search: ExprNode}

export type Compiled = {
  tree: ExprNode
  hooks: Hook[]
  /** groq-js compares (`diff::`, `delta::`) only in its asynchronous half. */
  isAsync: boolean
}

const root: Place = {
  frame: {own: 0, isHidden: false},
  isRepeated: false,
  isStream: false,
  order: null,
  scored: null,
}

const everything: ExprNode = {type: 'Everything'}

/** Whether a value of this node's field is only ever iterated. */
function isIterated(parent: ExprNode, field: string): boolean {
  if (field === 'base') return ['Filter', 'Map', 'FlatMap', 'PipeFuncCall'].includes(parent.type)
  return parent.type === 'FuncCall' && (parent.namespace === 'math' || parent.name === 'count')
}

type Place = {
  frame: Frame
  isRepeated: boolean
  isStream: boolean
  order: Order | null
  /** What a score around the list leaves of it. */
  scored: Clause | null
}

/** Rewrites a tree so that each look at the dataset is a hook that narrows by what the query says there. */
export function compile(tree: ExprNode): Compiled {
  const hooks: Hook[] = []
  const add = (hook: Hook): number => hooks.push(hook) - 1

  const documents = (clauses: Clause[], place: Place, filter: ExprNode | null): ExprNode => {
    const {isStream, isRepeated, order} = place
    const base = {
      kind: 'documents',
      isStream,
      isRepeated,
      order: isClosedFilter(filter) ? order : null,
      filter,
    } as const
    const {inside, outside} = splitOutside(clauses)
    const plain = (): ExprNode => deref(hookReference(add({...base, clauses: inside, outside: null})))
    if (!outside) return plain()
    const value = outsideValue(outside, place.frame)
    const narrowed = hookReference(add({...base, clauses: inside, outside}), value)
    return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [deref(narrowed), plain()]}
  }

  /** `count(*[…])` without a document, where the indexes decide the conditions. */
  const countOf = (filter: ExprNode & {type: 'Filter'}, whole: ExprNode, place: Place): ExprNode | null => {
    const clauses = conjunctsOf(filter.expr).map(clauseOf)
    const known = clauses.filter((clause) => clause !== null)
    if (known.length !== clauses.length || !known.every(({isExact}) => isExact)) return null
    const {inside, outside, others} = splitOutside(known)
    if (others > 0) return null
    const value = outside ? outsideValue(outside, place.frame) : undefined
    const hook = deref(hookReference(add({kind: 'count', clauses: inside, outside}), value))
    return {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [hook, whole]}
  }

  const visit = (node: ExprNode, place: Place): ExprNode => {
    if (node.type === 'Everything') return documents([], place, null)
    if (place.isRepeated && isWorthOnce(node)) {
      return deref(hookReference(add({kind: 'once', tree: visit(node, root)})))
    }
    if (node.type === 'FuncCall' && node.namespace === 'releases') return visit(releaseFilter, place)
    // A path is matched by its text; groq-js matches only texts.
    if (
      node.type === 'OpCall' &&
      node.op === 'in' &&
      node.left.type === 'FuncCall' &&
      node.left.name === 'path'
    ) {
      const [text] = node.left.args
      if (text) return visit({...node, left: text}, place)
    }
    const search = withoutTextQuery(node, (argument) => add({kind: 'search', search: argument}))
    if (search) return search
    if (node.type === 'Filter' && node.base.type === 'Everything') return visitFilter(node, place)
    const rewritten = visitChildren(node, place)
    if (node.type === 'FuncCall' && node.name === 'count' && node.namespace === 'global') {
      const [argument] = node.args
      if (argument?.type === 'Filter' && argument.base.type === 'Everything')
        return countOf(argument, rewritten, place) ?? rewritten
    }
    return rewritten
  }

  const visitFilter = (node: ExprNode & {type: 'Filter'}, place: Place): ExprNode => {
    const clauses = [...conjunctsOf(node.expr).map(clauseOf), place.scored].filter(
      (clause) => clause !== null,
    )
    const inner = {...root, frame: frameOf(node, 'expr', place.frame), isRepeated: true}
    const expr = visit(node.expr, inner)
    return {...node, expr, base: documents(clauses, {...place, isStream: true}, place.order ? expr : null)}
  }

  const visitChildren = (node: ExprNode, place: Place): ExprNode =>
    mapChildren(node, (child, field) => {
      const frame = frameOf(node, field, place.frame)
      const isRepeated = place.isRepeated || frame !== place.frame
      const isStream = isIterated(node, field) || (node.type === 'ArrayCoerce' && place.isStream)
      const order = orderBelow(node, field, place.order)
      return visit(child, {frame, isRepeated, isStream, order, scored: scoredBelow(node, field, place)})
    })

  return {tree: visit(tree, root), hooks, isAsync: someNode(tree, isAsynchronous)}
}

const isAsynchronous = (node: ExprNode): boolean =>
  node.type === 'FuncCall' && (node.name === 'changedAny' || node.name === 'changedOnly')

const isClosedFilter = (filter: ExprNode | null): boolean =>
  filter === null || isClosed({type: 'Filter', base: everything, expr: filter})

const releaseFilter: ExprNode = {
  type: 'Filter',
  base: everything,
  expr: {
    type: 'OpCall',
    op: '==',
    left: {type: 'AccessAttribute', name: '_type'},
    right: {type: 'Value', value: 'system.release'},
  },
}

const isWhole = new Set<string>([
  'AccessAttribute',
  'AccessElement',
  'Filter',
  'FlatMap',
  'FuncCall',
  'Map',
  'OpCall',
  'PipeFuncCall',
  'Projection',
  'Slice',
] satisfies ExprNode['type'][])

/** A part that gives the same for each member of a list, and reads the dataset: it is answered once. */
function isWorthOnce(node: ExprNode): boolean {
  if (!isWhole.has(node.type)) return false
  return someNode(node, ({type}) => type === 'Everything') && isClosed(node)
}

/** At most one condition may take its value from around the filter; it is told in the reference of the hook. */
function splitOutside(clauses: Clause[]): {inside: Clause[]; outside: Clause | null; others: number} {
  const reads = (clause: Clause): boolean =>
    clause.by === 'any' ? clause.clauses.some(reads) : clause.terms.some(({from}) => from === 'outside')
  const reading = clauses.filter(reads)
  const usable = reading.filter((clause) => clause.by !== 'any' && clause.terms.length === 1)
  const rank = ['id', 'reference', 'field', 'type']
  const [outside = null] = usable.toSorted((one, other) => rank.indexOf(one.by) - rank.indexOf(other.by))
  return {
    inside: clauses.filter((clause) => !reads(clause)),
    outside,
    others: reading.length - (outside ? 1 : 0),
  }
}

/** `^.a` inside the filter is `@.a` around it; around a hidden scope `^` means the same on both sides. */
function outsideValue(clause: Clause, frame: Frame): ExprNode {
  const term = clause.by === 'any' ? undefined : clause.terms[0]
  const outward = (node: ExprNode): ExprNode => {
    if (node.type !== 'Parent') return mapChildren(node, outward)
    if (frame.isHidden) return node
    return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
  }
  return term?.from === 'outside' ? outward(term.node) : {type: 'Value', value: null}
}

function scoredBelow(node: ExprNode, field: string, {scored}: Place): Clause | null {
  if (field !== 'base') return null
  return node.type === 'PipeFuncCall' && node.name === 'score' ? scored : clauseOfScore(node)
}
