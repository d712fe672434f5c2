const said = new Set<string>()
const maxRemembered = 1_000

/** Writes a line to the error log; the same line only once until the memory of lines is full. */
export function logOnce(message: string): void {
  if (said.has(message)) return
  if (said.size >= maxRemembered) said.clear()
  said.add(message)
  console.error(message)
}
