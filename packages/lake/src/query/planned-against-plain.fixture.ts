import * as fc from 'fast-check'
import {evaluateSync as evaluatePlain, parse, toJS} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {isDraftId, isPublishedId, publishedIdOf, releaseOf} from '../document-id.ts'
import {evaluateOver, evaluateSync} from './evaluate.ts'
import {states, withRandomStore, type State} from './random-store.fixture.ts'

/** What a perspective shows, in the plainest words there are. */
function shownBy(perspective: readonly string[], documents: readonly LakeDocument[]): LakeDocument[] {
  if (perspective[0] === 'raw') return [...documents]
  if (perspective[0] === 'published') return documents.filter(({_id}) => isPublishedId(_id))
  const byId = new Map(documents.map((document) => [document._id, document]))
  const reachable = documents.filter(
    ({_id}) =>
      isPublishedId(_id) ||
      (isDraftId(_id) ? perspective.includes('drafts') : perspective.includes(releaseOf(_id) ?? '')),
  )
  const groups = [...new Set(reachable.map(({_id}) => publishedIdOf(_id)))].toSorted()
  return groups.flatMap((id) => {
    const layers = perspective.map((name) => (name === 'drafts' ? `drafts.${id}` : `versions.${name}.${id}`))
    const found = [...layers, id].flatMap((each) => byId.get(each) ?? [])[0]
    const system: unknown = found?.['_system']
    const isDeleted = JSON.stringify(system) === '{"delete":true}' && found?._id !== id
    return found && !isDeleted ? [{...found, _id: id, _originalId: found._id}] : []
  })
}

function plainly(query: string, parameters: Record<string, unknown>, dataset: LakeDocument[]): unknown {
  if (query.includes('text::query')) return evaluateSync(query, parameters, {dataset, identity: 'me'})
  const dereference = ({_ref}: {_ref: string}) => dataset.find(({_id}) => _id === _ref) ?? null
  const options = {dataset, params: parameters, identity: 'me', dereference}
  return toJS(evaluatePlain(parse(query, {params: parameters}), options))
}

/**
 * Compares the planned evaluation of random queries over random stores with plain groq-js over the same documents. Throws
 * on the first that differs, with the seed to come back to it. Gives the number of queries that were compared.
 */
export function comparePlannedWithPlain(options: {queries: number; seed: number}): number {
  let compared = 0
  const compare = (state: State): void =>
    withRandomStore(state, ({store, reader}) => {
      const stored = store.db.prepare('SELECT json FROM documents ORDER BY id').all()
      const all = stored.map(({json}): LakeDocument => JSON.parse(String(json)))
      for (const {query, perspective, readFilters, params} of state.queries) {
        const readable = all.filter((document) => readFilters[0] === 'true' || document._type !== 'y')
        const plain = JSON.stringify(plainly(query, params, shownBy(perspective, readable)))
        const view = reader.view({dataset: 'main', perspective, readFilters, identity: 'me'})
        const planned = JSON.stringify(
          reader.snapshot(() => evaluateOver(query, {view, params, identity: 'me'})),
        )
        compared += 1
        if (planned !== plain)
          throw new Error(
            `${query} in ${perspective.join()} with ${JSON.stringify(params)}:\nplanned ${planned}\nplain   ${plain}`,
          )
      }
    })
  const numRuns = Math.ceil(options.queries / 20)
  fc.assert(fc.property(states, compare), {seed: options.seed, endOnFailure: true, numRuns})
  return compared
}
