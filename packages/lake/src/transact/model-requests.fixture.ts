/** Mutations and actions as any client could send them, at random over a handful of ids. */
export const ids = ['a', 'b', 'c', 'drafts.a', 'drafts.b', 'versions.r.a']
const published = ['a', 'b', 'c']
type Random = () => number
const pick = <T>(random: Random, list: readonly T[], fallback: T): T =>
  list[Math.floor(random() * list.length)] ?? fallback

/** One mutation or action under its kind. */
export type Operation = {[kind: string]: Record<string, unknown>}

function randomFields(random: Random): Record<string, unknown> {
  const fields: Record<string, unknown> = {n: Math.floor(random() * 5)}
  if (random() < 0.3) fields['list'] = [{_key: 'k', v: Math.floor(random() * 3)}]
  if (random() < 0.25)
    fields['ref'] = {_ref: pick(random, ids, 'a'), ...(random() < 0.5 ? {_weak: true} : {})}
  return fields
}

export function randomMutation(random: Random, revisions: ReadonlyMap<string, string>): Operation {
  const _id = pick(random, ids, 'a')
  const document = {_id, _type: pick(random, ['note', 'other'], 'note'), ...randomFields(random)}
  const kind = random()
  if (kind < 0.15) return {create: document}
  if (kind < 0.25) return {createIfNotExists: document}
  if (kind < 0.45) return {createOrReplace: document}
  if (kind < 0.6) return {delete: {id: _id}}
  const revision =
    random() < 0.3 ? {ifRevisionID: random() < 0.7 ? (revisions.get(_id) ?? 'none') : 'stale'} : {}
  return {patch: {id: _id, ...revision, ...randomPatch(random)}}
}

function randomPatch(random: Random): Record<string, unknown> {
  const kind = random()
  if (kind < 0.3) return {set: randomFields(random)}
  if (kind < 0.45) return {setIfMissing: {n: 9, extra: true}}
  if (kind < 0.6) return {unset: [pick(random, ['n', 'ref', 'list', 'extra'], 'n')]}
  if (kind < 0.8) return {inc: {n: 2}}
  return {dec: {n: 1}}
}

export function randomAction(random: Random): Operation {
  const publishedId = pick(random, published, 'a')
  const draftId = `drafts.${publishedId}`
  const kind = random()
  const action = (name: string, more: object): Operation => ({[name]: {publishedId, draftId, ...more}})
  if (kind < 0.3) return action('edit', {patch: randomPatch(random)})
  if (kind < 0.55) return action('publish', {})
  if (kind < 0.7) return action('unpublish', {})
  if (kind < 0.85) return action('discard', {})
  return action('delete', {includeDrafts: random() < 0.5 ? [draftId] : []})
}
