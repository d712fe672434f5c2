import {randomUUID} from 'node:crypto'
import {z} from 'zod'
import {LakeError} from '../lake-error.ts'

const maxItems = 1000
const transactionIdPattern = /^[a-zA-Z0-9._-]{1,160}$/
const envelope = z.looseObject({transactionId: z.string().regex(transactionIdPattern).optional()})

/** The items of a write's body and its transaction id. Throws a LakeError that says what was expected. */
export function readBody(
  body: unknown,
  field: 'mutations' | 'actions',
): {items: unknown[]; transactionId: string} {
  const parsed = envelope.safeParse(body)
  const items: unknown = parsed.success ? parsed.data[field] : undefined
  if (!parsed.success || !Array.isArray(items) || items.length === 0) {
    throw new LakeError('invalidRequest', `expected a JSON object with a list “${field}” of at least one`)
  }
  if (items.length > maxItems) {
    throw new LakeError(
      'tooLarge',
      `expected at most ${maxItems} ${field} in one transaction, found ${items.length}`,
    )
  }
  return {items, transactionId: parsed.data.transactionId ?? randomUUID()}
}

/** Runs each item; an error carries the item's position, as the clients expect it. */
export function eachItem(
  items: unknown[],
  code: 'mutationFailed' | 'actionFailed',
  run: (item: unknown, index: number) => void,
): void {
  for (const [index, item] of items.entries()) {
    try {
      run(item, index)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      throw error.items.length > 0 ? error : positioned(error, index, code)
    }
  }
}

function positioned(error: LakeError, index: number, code: 'mutationFailed' | 'actionFailed'): LakeError {
  const {type = code === 'mutationFailed' ? 'mutationError' : 'actionError', status, ...more} = error.details
  const isConflict = error.code === 'conflict'
  // The hosted service answers every conflict of a mutation with 409, a missing document included.
  const answered = status ?? (isConflict && code === 'mutationFailed' ? 409 : undefined)
  return new LakeError(isConflict ? code : error.code, error.message, {
    items: [{error: {...more, type: String(type), description: error.message}, index}],
    details: answered === undefined ? {} : {status: answered},
    cause: error,
  })
}
