import type {ServerResponse} from 'node:http'

const heartbeatMs = 15_000
const maxBufferedBytes = 1_048_576

type ServerEvent = {name?: string; id?: string; data: unknown}

export type EventStream = {
  send(event: ServerEvent): void
  /** Sends what `frameOf` made: one text for all who hear the same. */
  sendFrame(frame: string): void
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
  const write = (text: string): void => {
    if (outgoing.destroyed || outgoing.writableEnded) return
    if (outgoing.writableLength + text.length > maxBufferedBytes) outgoing.destroy()
    else outgoing.write(text)
  }
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs).unref()
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
export function frameOf({name, id, data}: ServerEvent): string {
  const head = `${name ? `event: ${name}\n` : ''}${id ? `id: ${id.replaceAll(/[\r\n]/gu, '')}\n` : ''}`
  return `${head}data: ${JSON.stringify(data)}\n\n`
}
