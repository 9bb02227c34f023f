const width = 30

/** A bar for long work: on a terminal only, on standard error, so that what a program reads stays clean. */
export type Progress = { show: (doing: string, share: number) => void; end: () => void }

/** @param terminal where the bar is drawn; nothing is written when it is no terminal */
export const progressOn = (terminal: NodeJS.WriteStream): Progress => {
  let shown = ''
  const draw = (line: string) => {
    if (!terminal.isTTY || line === shown) return
    shown = line
    terminal.write(`\r\u001b[K${line}`)
  }
  return {
    show: (doing, share) => {
      const done = Math.round(Math.min(Math.max(share, 0), 1) * width)
      draw(`${doing} [${'#'.repeat(done)}${'.'.repeat(width - done)}] ${Math.round((done / width) * 100)} %`)
    },
    end: () => {
      if (shown !== '') draw('')
    },
  }
}
