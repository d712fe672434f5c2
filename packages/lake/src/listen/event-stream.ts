import type {ServerResponse} from 'node:http'

const heartbeatMs = 15_000
const maxBufferedBytes = 1_048_576
const beat = Buffer.from(':\n\n')

type ServerEvent = {name?: string; id?: string; data: unknown}

export type EventStream = {
  send(event: ServerEvent): void
  /** Sends what `frameOf` made: the same bytes for all who hear the same. */
  sendFrame(frame: Uint8Array): void
  onClose(listener: () => void): void
  end(): void
}

/** Server-sent events on a raw response. A reader that falls a mebibyte behind is dropped; it resumes by itself. */
export function openEventStream(outgoing: ServerResponse, headers: Record<string, string>): EventStream {
  outgoing.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  outgoing.flushHeaders()
  const write = (bytes: Uint8Array): void => {
    if (outgoing.destroyed || outgoing.writableEnded) return
    if (outgoing.writableLength + bytes.length > maxBufferedBytes) outgoing.destroy()
    else outgoing.write(bytes)
  }
  const heartbeat = setInterval(() => write(beat), heartbeatMs).unref()
  outgoing.on('close', () => clearInterval(heartbeat))
  return {
    send: (event) => write(frameOf(event)),
    sendFrame: write,
    onClose: (listener) => void outgoing.on('close', listener),
    end: () => {
      outgoing.end()
      outgoing.destroy()
    },
  }
}

/** A server-sent event as it goes over the wire. */
export function frameOf({name, id, data}: ServerEvent): Uint8Array {
  const head = `${name ? `event: ${name}\n` : ''}${id ? `id: ${id.replaceAll(/[\r\n]/gu, '')}\n` : ''}`
  return Buffer.from(`${head}data: ${JSON.stringify(data)}\n\n`)
}
