type Node = {id: string; targets: readonly string[]}

/**
 * Puts what is referred to before what refers to it, so that no reference ever needs to be weak on the way. Documents that
 * refer to each other in a circle come as one group. (Tarjan's algorithm, without recursion: a chain may be long.)
 */
export function inOrderOfReference<T extends Node>(nodes: readonly T[]): T[][] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const state = new Map<string, {index: number; low: number; isOpen: boolean}>()
  const open: T[] = []
  const groups: T[][] = []

  const enter = (node: T) => {
    const mark = {index: state.size, low: state.size, isOpen: true}
    state.set(node.id, mark)
    open.push(node)
    return {node, mark, next: 0}
  }
  const leave = ({node, mark}: {node: T; mark: {index: number; low: number}}): void => {
    if (mark.low !== mark.index) return
    const group = open.splice(open.lastIndexOf(node))
    for (const {id} of group) {
      const member = state.get(id)
      if (member) member.isOpen = false
    }
    groups.push(group)
  }
  const walk = (start: T): void => {
    const path = [enter(start)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const target = step.node.targets[step.next]
      step.next += 1
      if (target === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above) above.mark.low = Math.min(above.mark.low, step.mark.low)
        leave(step)
        continue
      }
      const known = state.get(target)
      const child = byId.get(target)
      if (known?.isOpen) step.mark.low = Math.min(step.mark.low, known.index)
      else if (!known && child) path.push(enter(child))
    }
  }
  for (const node of nodes) if (!state.has(node.id)) walk(node)
  return groups
}
