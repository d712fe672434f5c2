const againMs = 5_000

/**
 * Calls back for each change that the site's stream tells of, and once after the stream was broken, because a change
 * may have been missed. A browser gives up on an answer that is no stream; then it is asked for again.
 */
export function followChanges(address: string, onChange: () => void): void {
  let isFirst = true
  const open = (): void => {
    const stream = new EventSource(address)
    stream.addEventListener('open', () => {
      if (!isFirst) onChange()
      isFirst = false
    })
    stream.addEventListener('message', onChange)
    stream.addEventListener('restart', onChange)
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, againMs)
    })
  }
  open()
}
