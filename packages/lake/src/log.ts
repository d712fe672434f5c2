import pino from 'pino'

/** Logs hold no address, no token and no content: only what happened, where, and how long it took. */
export type Logger = {
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
  error(message: string, fields?: Record<string, unknown>): void
}

/** Fields that would tell of a person or of content, whoever hands them in. */
const withheld = ['ip', 'address', 'token', 'authorization', 'query', 'params', 'email', 'body', 'document']

/** JSON lines on standard error, for whatever keeps and rotates the logs of services on this machine. */
export function createLogger(
  level: 'silent' | 'info',
  out: pino.DestinationStream = pino.destination({fd: 2, sync: true}),
): Logger {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: {level: (severity) => ({severity})},
      redact: {paths: [...withheld, ...withheld.map((name) => `*.${name}`)], remove: true},
    },
    out,
  )
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  }
}
