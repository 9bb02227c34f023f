import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { startThread } from './thread.ts'

/**
 * What a paper is made of. Everything that people wrote travels in `data`, which the template reads as JSON: it never
 * becomes source.
 * @property template a Typst file beside its user: `new URL('./guide.typ', import.meta.url)`; it begins with
 *   `paper` of lib/paper.typ, which sets title and language from the data
 * @property data pictures too: an SVG as text, for `image(bytes(data.svg), format: "svg", alt: "…")`
 */
export type Paper = { template: URL; data: PaperData }
/** @property lang BCP 47, such as `ar`; screen readers choose their voice by it */
type PaperData = { title: string; lang: string; direction: 'ltr' | 'rtl' } & Record<string, unknown>

/** What a template is made into. A picture is its one page: shapes that need no font, or pixels, one to a point. */
export type Form = 'pdf' | 'svg' | 'png'
/** What goes to the thread; `data` is JSON. */
export type Typeset = { template: string; data: string; form: Form }
type Answer = { made: Uint8Array } | { problem: string }

/** Thrown when more papers wait than will be made while anybody still waits for them. */
export class TooManyPapers extends Error {}

/** Characters of JSON: a thousand QR codes are about 3 million. */
export const mostData = 8_000_000
const mostWaiting = 40
const longestMs = 60_000
/** The thread holds some 120 MB, which it gives back when nobody has printed for this long. */
const idleMs = 5 * 60_000

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

const endThread = () => {
  void thread?.terminate()
  thread = null
}

const typeset = (wanted: Typeset): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle)
    thread ??= startThread(new URL('./pdf-worker.ts', import.meta.url))
    const current = thread
    current.ref()
    const finish = (settle: () => void) => {
      clearTimeout(limit)
      current.off('error', fail).off('exit', fail).off('message', take)
      current.unref()
      settle()
    }
    const fail = (reason: unknown) => {
      endThread()
      finish(() => reject(new Error(`The paper was not made: ${String(reason)}`)))
    }
    const take = (answer: Answer) => {
      idle = setTimeout(endThread, idleMs).unref()
      finish(() => ('made' in answer ? resolve(answer.made) : reject(new Error(answer.problem))))
    }
    const limit = setTimeout(fail, longestMs, `it took longer than ${longestMs} ms`)
    current.on('error', fail).on('exit', fail).on('message', take)
    current.postMessage(wanted)
  })

/**
 * Makes a paper, one at a time, in a thread of its own: setting type is native code that blocks for 10–500 ms, and a
 * queue at a desk must not stand still for a printer. The same paper always has the same bytes.
 * @throws TooManyPapers when 40 wait already; RangeError when the data is larger than `mostData`
 */
export const makePaper = ({ template, data }: Paper, form: Form): Promise<Uint8Array> => {
  const wanted = { template: fileURLToPath(template), data: JSON.stringify(data), form }
  if (wanted.data.length > mostData) return Promise.reject(new RangeError('The paper is too large'))
  if (waiting >= mostWaiting) return Promise.reject(new TooManyPapers())
  waiting++
  const made = last.then(() => typeset(wanted))
  last = made.then(
    () => waiting--,
    () => waiting--,
  )
  return made
}

/** Makes a tagged PDF (PDF/UA-1). @throws what `makePaper` throws */
export const makePdf = (paper: Paper): Promise<Uint8Array> => makePaper(paper, 'pdf')
