import type {ServerResponse} from 'node:http'

const heartbeatMs = 15_000
const maxBufferedBytes = 1_048_576

export type EventStream = {
  send(event: {name?: string; id?: string; data: unknown}): void
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
    send: ({name, id, data}) =>
      write(
        `${name ? `event: ${name}\n` : ''}${id ? `id: ${id.replaceAll(/[\r\n]/gu, '')}\n` : ''}data: ${JSON.stringify(data)}\n\n`,
      ),
    onClose: (listener) => void outgoing.on('close', listener),
    end: () => {
      outgoing.end()
      outgoing.destroy()
    },
  }
}
