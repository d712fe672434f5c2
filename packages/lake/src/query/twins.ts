import type {ExprNode, ObjectAttributeNode} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {mapChildren, someNode} from './nodes.ts'
import type {View} from './view.ts'

/**
 * To tell where each value of a result was copied from, a query is evaluated over documents in which every field has a
 * twin: beside `title` stands the place of that title. Conditions, orders and functions go on reading the fields; what is
 * only copied into the result is read from the twins. So a place is exact by evaluation, whatever values are equal.
 */
const mark = '\u0001'
export const twinOf = (name: string): string => `${mark}${name}`

/** Where a plain value stands in a document, as Sanity writes paths: `$['body'][?(@._key=='a')]['style']`. */
export type Origin = {document: LakeDocument; path: string; value: string | number | boolean}

export type Twins = {
  view: View
  /** The origin that a twin of a plain value stands for; null for any other value. */
  originOf(value: unknown): Origin | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldStep = (name: string): string => `['${name.replaceAll("'", "\\'")}']`

export function memberStep(member: unknown, index: number): string {
  const key = isObject(member) ? member['_key'] : undefined
  return typeof key === 'string' ? `[?(@._key=='${key.replaceAll("'", "\\'")}')]` : `[${index}]`
}

/** A view of the same documents with their twins. */
export function createTwins(view: View): Twins {
  const origins: Origin[] = []
  const known = new WeakMap<LakeDocument, LakeDocument>()

  const twin = (document: LakeDocument, value: unknown, path: string): unknown => {
    if (Array.isArray(value))
      return value.map((member: unknown, index) => twin(document, member, path + memberStep(member, index)))
    if (isObject(value)) return withTwins(document, value, path)
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
    return {[mark]: origins.push({document, path, value}) - 1}
  }
  const withTwins = <Fields extends Record<string, unknown>>(
    document: LakeDocument,
    fields: Fields,
    path: string,
  ): Fields => {
    const twins = Object.entries(fields).map(([name, value]) => [
      twinOf(name),
      twin(document, value, path + fieldStep(name)),
    ])
    return {...fields, ...Object.fromEntries(twins)}
  }
  const marked = (document: LakeDocument): LakeDocument => {
    const made = known.get(document) ?? withTwins(document, document, '$')
    known.set(document, made)
    return made
  }
  return {
    originOf: (value) => {
      const index = isObject(value) ? value[mark] : undefined
      return typeof index === 'number' ? (origins[index] ?? null) : null
    },
    view: {
      ...view,
      get: (id) => {
        const document = view.get(id)
        return document && marked(document)
      },
      select: (narrowings) => ({
        *[Symbol.iterator]() {
          for (const document of view.select(narrowings)) yield marked(document)
        },
      }),
      first: (...asked) => {
        const found = view.first(...asked)
        return found && {...found, documents: found.documents.map(marked)}
      },
    },
  }
}

/** Whether a condition reads its member itself, not a field of it; a twin that is a plain value has none. */
const readsWhole = (node: ExprNode): boolean =>
  node.type !== 'AccessAttribute' &&
  someNode(node, (each) => each.type !== 'AccessAttribute' && childIsThis(each))

function childIsThis(node: ExprNode): boolean {
  if (node.type === 'This') return true
  return Object.values(node).some(
    (child: unknown) =>
      (isObject(child) && child['type'] === 'This') ||
      (Array.isArray(child) && child.some((each: unknown) => isObject(each) && each['type'] === 'This')),
  )
}

/** The tree that gives the twin of what this one gives. What is computed, not copied, gives its plain value. */
export function twinTree(node: ExprNode): ExprNode {
  switch (node.type) {
    case 'AccessAttribute':
      return {...node, ...(node.base ? {base: twinTree(node.base)} : {}), name: twinOf(node.name)}
    case 'Filter':
      return readsWhole(node.expr) ? node : {...node, base: twinTree(node.base)}
    case 'PipeFuncCall':
    case 'ArrayCoerce':
    case 'Slice':
    case 'AccessElement':
    case 'Group':
      return {...node, base: twinTree(node.base)}
    case 'Map':
    case 'FlatMap':
    case 'Projection':
      return {...node, base: twinTree(node.base), expr: twinTree(node.expr)}
    case 'Object':
      return {...node, attributes: node.attributes.flatMap(twinAttribute)}
    case 'Array':
      return {
        ...node,
        elements: node.elements.map((element) => ({...element, value: twinTree(element.value)})),
      }
    case 'Select':
      return {
        ...node,
        alternatives: node.alternatives.map((each) => ({...each, value: twinTree(each.value)})),
        ...(node.fallback ? {fallback: twinTree(node.fallback)} : {}),
      }
    case 'FuncCall':
      return node.name === 'coalesce' || node.name === 'compact' ? mapChildren(node, twinTree) : node
    default:
      return node
  }
}

function twinAttribute(attribute: ObjectAttributeNode): ObjectAttributeNode[] {
  if (attribute.type !== 'ObjectAttributeValue') return [{...attribute, value: twinTree(attribute.value)}]
  return [attribute, {...attribute, name: twinOf(attribute.name), value: twinTree(attribute.value)}]
}
