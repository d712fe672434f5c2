/** Logs hold no address, no token and no content: only what happened, where, and how long it took. */
export type Logger = {
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
  error(message: string, fields?: Record<string, unknown>): void
}

export function createLogger(level: 'silent' | 'info'): Logger {
  const write = (severity: string) => (message: string, fields?: Record<string, unknown>) => {
    if (level === 'silent') return
    process.stderr.write(`${JSON.stringify({severity, message, ...fields})}\n`)
  }
  return {info: write('info'), warn: write('warning'), error: write('error')}
}
