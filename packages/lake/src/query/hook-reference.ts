import {randomBytes} from 'node:crypto'
import type {ExprNode} from 'groq-js'

/**
 * groq-js lets a program answer one thing while it evaluates: what a reference points at. So a place in the tree that the
 * lake answers itself is a reference whose target no document can hold, because its beginning is new in each process.
 */
const beginning = `${randomBytes(12).toString('hex')}:`

/** The expression of a hook's reference; `value` is joined to it, and a value that is no text makes it null. */
export function hookReference(index: number, value?: ExprNode): ExprNode {
  const own: ExprNode = {type: 'Value', value: `${beginning}${index}:`}
  return value ? {type: 'OpCall', op: '+', left: own, right: value} : own
}

/** Follows a reference that an expression gives. */
export function deref(reference: ExprNode): ExprNode {
  const value: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: reference}],
  }
  return {type: 'Deref', base: value}
}

/** Which hook a reference means, and the value that came with it; null for a document's. */
export function parseHookReference(reference: string): {index: number; value: string} | null {
  if (!reference.startsWith(beginning)) return null
  const end = reference.indexOf(':', beginning.length)
  return {index: Number(reference.slice(beginning.length, end)), value: reference.slice(end + 1)}
}
