import {ArchiveError} from './archive-error.ts'

const maxLineBytes = 32_000_000
const newline = 10

/** The lines of a stream of bytes, numbered from 1, without their ends; empty ones are left out. Throws an ArchiveError for a line over 32 MB. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{number: number; bytes: Buffer}> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  const take = (): Buffer => {
    const bytes = Buffer.concat(parts)
    parts = []
    size = 0
    return bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes
  }
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      // Millions of empty lines are a few kilobytes of gzip.
      const empty = size === 0 ? countFrom(bytes, from) : 0
      number += empty
      from += empty
      if (end < from) continue
      parts.push(bytes.subarray(from, end))
      const line = take()
      if (line.length > 0) yield {number, bytes: line}
      number += 1
      from = end + 1
    }
    parts.push(bytes.subarray(from))
    size += bytes.length - from
    if (size > maxLineBytes) throw new ArchiveError(`Line ${number} is longer than ${maxLineBytes} bytes`)
  }
  const last = take()
  if (last.length > 0) yield {number, bytes: last}
}

function countFrom(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === newline) at += 1
  return at - from
}
