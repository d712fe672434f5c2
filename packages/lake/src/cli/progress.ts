export type Progress = {
  /** How far the work is; `total` when it is known. */
  at(done: number, total?: number): void
  end(): void
}

const lineEveryMs = 5_000

/** Says how far long work is: a line that renews itself on a terminal, one every five seconds in a file. */
export function openProgress(label: string, out: NodeJS.WriteStream = process.stderr): Progress {
  let toldAt = performance.now()
  let isOpen = false
  return {
    at: (done, total) => {
      const now = performance.now()
      if (now - toldAt < (out.isTTY ? 100 : lineEveryMs)) return
      toldAt = now
      const share = total ? ` of ${total} (${Math.floor((done / total) * 100)} %)` : ''
      out.write(out.isTTY ? `\r\u001B[K${label}: ${done}${share}` : `${label}: ${done}${share}\n`)
      isOpen = out.isTTY
    },
    end: () => {
      if (isOpen) out.write('\r\u001B[K')
      isOpen = false
    },
  }
}
