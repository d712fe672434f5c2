import {parse, type ExprNode} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {evaluateSync} from '../query/evaluate.ts'

/** Whether a grant's filter selects a document, for the caller of that id. */
export type Filter = (document: LakeDocument, userId: string) => boolean

type Value = string | number | boolean | null
/** A value of GROQ that is none of the plain ones; it equals nothing, as in GROQ. */
const composite = Symbol('composite')
type Operand = (document: LakeDocument, userId: string) => Value | typeof composite
/** GROQ's three-valued logic: `null` is neither true nor false. */
type Test = (document: LakeDocument, userId: string) => boolean | null

function plain(value: unknown): Value | typeof composite {
  if (value === null || value === undefined) return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : composite
}

function operandOf(node: ExprNode): Operand | null {
  if (node.type === 'Group') return operandOf(node.base)
  if (node.type === 'Value') {
    const value = plain(node.value)
    return value === composite ? null : () => value
  }
  if (node.type === 'AccessAttribute' && !node.base) {
    const {name} = node
    return (document) => (Object.hasOwn(document, name) ? plain(document[name]) : null)
  }
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'identity') {
    return (_document, userId) => userId
  }
  return null
}

const isEqual = (one: Value | typeof composite, other: Value | typeof composite): boolean =>
  one !== composite && one === other

function and(left: Test, right: Test): Test {
  return (document, userId) => {
    const [one, other] = [left(document, userId), right(document, userId)]
    if (one === false || other === false) return false
    return one === null || other === null ? null : true
  }
}

function or(left: Test, right: Test): Test {
  return (document, userId) => {
    const [one, other] = [left(document, userId), right(document, userId)]
    if (one === true || other === true) return true
    return one === null || other === null ? null : false
  }
}

function not(test: Test): Test {
  return (document, userId) => {
    const value = test(document, userId)
    return value === null ? null : !value
  }
}

const combine = (
  left: Test | null,
  right: Test | null,
  join: (left: Test, right: Test) => Test,
): Test | null => left && right && join(left, right)

function testOf(node: ExprNode): Test | null {
  switch (node.type) {
    case 'Group':
      return testOf(node.base)
    case 'Value': {
      const {value} = node
      return typeof value === 'boolean' ? () => value : null
    }
    case 'And':
      return combine(testOf(node.left), testOf(node.right), and)
    case 'Or':
      return combine(testOf(node.left), testOf(node.right), or)
    case 'Not': {
      const test = testOf(node.base)
      return test && not(test)
    }
    case 'OpCall':
      return comparison(node)
    case 'FuncCall':
      return startsWith(node)
    default:
      return null
  }
}

function comparison(node: Extract<ExprNode, {type: 'OpCall'}>): Test | null {
  const left = operandOf(node.left)
  if (!left) return null
  if (node.op === 'in') return membership(left, node.right)
  const right = operandOf(node.right)
  if (!right || (node.op !== '==' && node.op !== '!=')) return null
  const wanted = node.op === '=='
  return (document, userId) => isEqual(left(document, userId), right(document, userId)) === wanted
}

function membership(left: Operand, right: ExprNode): Test | null {
  if (right.type === 'FuncCall' && right.namespace === 'global' && right.name === 'path') {
    const [pattern] = right.args
    return pattern?.type === 'Value' && typeof pattern.value === 'string' ? onPath(left, pattern.value) : null
  }
  if (right.type !== 'Array') return null
  const members: Value[] = []
  for (const {value, isSplat} of right.elements) {
    const member = value.type === 'Value' ? plain(value.value) : composite
    if (isSplat || member === composite) return null
    members.push(member)
  }
  return (document, userId) => members.some((member) => isEqual(left(document, userId), member))
}

/** `*` is one part between dots, `**` any number of them. */
function onPath(left: Operand, pattern: string): Test {
  const parts = pattern.split('.').map((part) => {
    if (part === '*') return '[^.]+'
    return part === '**' ? '.*' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  const expected = new RegExp(`^${parts.join('\\.')}$`)
  return (document, userId) => {
    const value = left(document, userId)
    return typeof value === 'string' ? expected.test(value) : null
  }
}

function startsWith(node: Extract<ExprNode, {type: 'FuncCall'}>): Test | null {
  if (node.namespace !== 'string' || node.name !== 'startsWith') return null
  const [text, prefix] = node.args.map(operandOf)
  if (!text || !prefix) return null
  return (document, userId) => {
    const [value, start] = [text(document, userId), prefix(document, userId)]
    return typeof value === 'string' && typeof start === 'string' ? value.startsWith(start) : null
  }
}

/**
 * Makes a function of a grant's GROQ filter, once. The forms that roles are made of – comparisons of a field, `in` a
 * list or a `path()`, `string::startsWith`, and, or, not – are decided without groq-js, all others by it; the results
 * are the same. Throws what groq-js throws for a filter that is no GROQ, so that it is told of at the start.
 */
export function compileFilter(filter: string): Filter {
  const query = `*[${filter}]`
  const tree = parse(query)
  const isWhole = tree.type === 'Filter' && tree.base.type === 'Everything'
  const test = isWhole ? testOf(tree.expr) : null
  if (test) return (document, userId) => test(document, userId) === true
  return (document, userId) =>
    evaluateSync(`count(${query})`, {}, {dataset: [document], identity: userId}) === 1
}

/** True for a filter that is decided without groq-js. */
export function isCompiled(filter: string): boolean {
  const tree = parse(`*[${filter}]`)
  return tree.type === 'Filter' && tree.base.type === 'Everything' && testOf(tree.expr) !== null
}
