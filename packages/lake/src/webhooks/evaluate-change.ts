import {evaluateSync, parse, toJS, type ExprNode} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {scanQuery} from '../query/scan.ts'
import {withChangesAnswered} from './changed.ts'

type OneChange = {
  before: LakeDocument | null
  after: LakeDocument | null
  dereference(id: string): LakeDocument | null
}

/** Webhooks are few and do not change while the lake runs. */
const trees = new Map<string, ExprNode>()

/** Evaluates GROQ about one change, where `before()`, `after()` and `delta::…` speak of it. Throws what groq-js throws. */
export function evaluateChange(query: string, {before, after, dereference}: OneChange): unknown {
  const tree = trees.get(query) ?? parsed(query)
  trees.set(query, tree)
  const document = after ?? before
  const value = evaluateSync(withChangesAnswered(tree, {before, after}), {
    dataset: document ? [document] : [],
    before,
    after,
    dereference: ({_ref}) => dereference(_ref),
  })
  return toJS(value)
}

function parsed(query: string): ExprNode {
  scanQuery(query)
  return parse(query, {mode: 'delta'})
}
