import type {ExprNode} from 'groq-js'

type Fields = Record<string, unknown>

/** Groq-js gives plain objects with a `type`; `ParsedPath` and dates only stand as values inside `Value` nodes. */
export function isNode(value: unknown): value is ExprNode & Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof Reflect.get(value, 'type') === 'string'
  )
}

/** The nodes right below a node, each with the name of the field that holds it. */
export function childrenOf(node: ExprNode): {field: string; child: ExprNode}[] {
  if (node.type === 'Value') return []
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    const members: unknown[] = Array.isArray(value) ? value : [value]
    return members.filter(isNode).map((child) => ({field, child}))
  })
}

/** The same node over other children. */
export function mapChildren<Node extends ExprNode>(
  node: Node,
  change: (child: ExprNode, field: string) => ExprNode,
): Node {
  if (node.type === 'Value') return node
  const fields = Object.entries(node).map(([field, value]: [string, unknown]) => {
    if (Array.isArray(value))
      return [
        field,
        value.map((member: unknown) => (isNode(member) ? change(member, field) : member)),
      ] as const
    return [field, isNode(value) ? change(value, field) : value] as const
  })
  return Object.assign({...node}, Object.fromEntries(fields))
}

/** Whether a condition holds for a node or any below it. */
export function someNode(node: ExprNode, holds: (node: ExprNode) => boolean): boolean {
  return holds(node) || childrenOf(node).some(({child}) => someNode(child, holds))
}

/**
 * Where an expression stands among GROQ's scopes. A hidden scope (of `[]` and `.field` over lists) is replaced, not
 * enclosed, by the next one, so that `^` never means it; `own` counts the scopes inside the part that is looked at.
 */
export type Frame = {own: number; isHidden: boolean}

/** The frame in which a child of a node is evaluated. */
export function frameOf(parent: ExprNode, field: string, frame: Frame): Frame {
  const opens =
    (field === 'expr' && ['Filter', 'Projection', 'Map', 'FlatMap'].includes(parent.type)) ||
    (field === 'args' && parent.type === 'PipeFuncCall')
  if (!opens) return frame
  const replaces = frame.isHidden && frame.own > 0
  return {
    own: replaces ? frame.own : frame.own + 1,
    isHidden: parent.type === 'Map' || parent.type === 'FlatMap',
  }
}

const implicitThis = new Set(['references', 'versionOf', 'partOfRelease', 'anywhere'])

function readsOutside(node: ExprNode, {own}: Frame): boolean {
  if (node.type === 'Parent') return node.n >= own
  if (own > 0) return false
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute') return node.base === undefined
  return node.type === 'FuncCall' && (implicitThis.has(node.name) || node.namespace === 'delta')
}

/** Whether an expression has one value wherever it stands: it reads nothing of the scopes around it. */
export function isClosed(node: ExprNode, frame: Frame = {own: 0, isHidden: false}): boolean {
  if (readsOutside(node, frame)) return false
  return childrenOf(node).every(({field, child}) => isClosed(child, frameOf(node, field, frame)))
}
