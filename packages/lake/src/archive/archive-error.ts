/** What is wrong with an archive, in words that name the line or the entry. Nothing of it was imported. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}
