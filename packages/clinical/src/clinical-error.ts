/** What was asked of this package cannot be done with what it was given. */
export class ClinicalError extends Error {
  override name = 'ClinicalError'
  readonly code: 'not-canonical' | 'not-a-key' | 'not-signable'

  constructor(code: ClinicalError['code'], message: string, cause?: unknown) {
    super(message, {cause})
    this.code = code
  }
}
