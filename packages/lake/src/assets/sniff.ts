const signatures: readonly (readonly [mimeType: string, start: string, at?: number])[] = [
  ['application/pdf', '%PDF-'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'WEBP', 8],
  ['audio/wav', 'WAVE', 8],
  ['video/mp4', 'ftyp', 4],
  ['video/webm', '\x1a\x45\xdf\xa3'],
  ['audio/ogg', 'OggS'],
  ['audio/mpeg', 'ID3'],
  ['application/zip', 'PK\x03\x04'],
  ['application/gzip', '\x1f\x8b'],
]
const plainText = /^(text\/[\w.+-]+|application\/(json|x-ndjson))$/

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What a file is by its first bytes; what was said of it counts only for text, which has none of its own. */
export function sniffMimeType(bytes: Buffer, said: string): string {
  const head = bytes.subarray(0, 16).toString('latin1')
  const found = signatures.find(([, start, at = 0]) => head.startsWith(start, at))
  if (found) return found[0]
  const type = said.split(';')[0]?.trim().toLowerCase() ?? ''
  return plainText.test(type) && isText(bytes) ? type : 'application/octet-stream'
}
