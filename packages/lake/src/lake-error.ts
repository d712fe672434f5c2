export type LakeErrorCode =
  | 'invalidRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'misdirected'
  | 'tooManyRequests'
  | 'unavailable'
  | 'storageFull'
  | 'mutationFailed'
  | 'actionFailed'
  | 'queryParseError'
  | 'queryFailed'

/** One thing that went wrong with one mutation or action, as Sanity's clients read it. */
export type FailedItem = {
  error: {type: string; description: string; id?: string; [field: string]: unknown}
  index: number
}

/** Every error that a caller of the lake is told of. The message is for people; only the HTTP edge makes a status of the code. */
export class LakeError extends Error {
  readonly code: LakeErrorCode
  readonly items: FailedItem[]
  readonly details: Record<string, unknown>

  constructor(
    code: LakeErrorCode,
    message: string,
    more: {items?: FailedItem[]; details?: Record<string, unknown>; cause?: unknown} = {},
  ) {
    super(message, {cause: more.cause})
    this.name = 'LakeError'
    this.code = code
    this.items = more.items ?? []
    this.details = more.details ?? {}
  }
}
