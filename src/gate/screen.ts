/** The gate's screen: one answer, large; a question with keys; the counters and the last five cards. */

import { reasonBehindButton } from '../desk/turned.ts'
import type { TurnedWords } from '../desk/turned-words.ts'
import type { Line } from './steps.ts'
import type { GateWords } from './words.ts'

export type Words = GateWords & { turned: TurnedWords }
export type Tone = 'ready' | 'ok' | 'hold' | 'ask' | 'no'
export type Key = { value: number; label: string; wide?: boolean }
export type Question = {
  word: string
  detail?: string
  hint: string
  keys: Key[] /** What Enter means. */
  first: number | null
}

/** A question is no answer for long after a customer has gone. */
const answerMs = 12_000

export const count = ({ one, other }: { one: string; other: string }, number: number) =>
  (number === 1 ? one : other).replace('#', String(number))

/** Keys for whole numbers. */
export const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ value: from + index, label: String(from + index) }))

export const ticketsText = (t: Words, { adults, children }: { adults: number; children: number }) =>
  [adults > 0 && count(t.adult, adults), children > 0 && count(t.child, children)].filter(Boolean).join(' + ')

const timeText = (at: number) => {
  const shape = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Europe/Helsinki' } as const
  const text = new Intl.DateTimeFormat('fi-FI', shape).format(at)
  return text.replace(/[.:]/, document.documentElement.lang === 'en' ? ':' : '.')
}

const paragraph = (text: string) => {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

export type Screen = ReturnType<typeof openScreen>

export const openScreen = (root: HTMLElement, t: Words) => {
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-gate-${name}]`)!
  const [answer, word, detail, keys] = [part('answer'), part('word'), part('detail'), part('keys')]
  const [hint, lines, none] = [part('hint'), part('lines'), part('none')]
  let pending: { question: Question; done: (value: number | null) => void } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let endReason = () => {}

  const say = (tone: Tone, said: string, more: string) => {
    clearTimeout(timer)
    endReason()
    endReason = () => {}
    word.textContent = said
    detail.textContent = more
    keys.replaceChildren()
    hint.textContent = ''
    answer.dataset.tone = tone
  }
  const ready = () => say('ready', t.ready, t.readyHint)

  const keyButton = ({ value, label, wide }: Key) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = wide ? 'btn sec' : 'btn sec num'
    if (wide) {
      const cap = document.createElement('kbd')
      cap.textContent = String(value)
      button.append(cap, ` ${label}`)
    } else button.textContent = label
    button.addEventListener('click', () => reply(value))
    return button
  }
  const reply = (value: number | null) => {
    const asked = pending
    pending = null
    asked?.done(value)
  }

  return {
    ready,
    /** @param stays until the next card, else it gives way to “read a card” */
    show: (tone: Exclude<Tone, 'ask'>, said: string, more = '', stays = false) => {
      say(tone, said, more)
      if (!stays) timer = setTimeout(ready, answerMs)
    },
    /** What stands on the screen already is said more surely, such as “Kirjattu” after “Tallessa”. */
    confirm: (tone: Exclude<Tone, 'ask'>, said: string, more: string) => {
      word.textContent = said
      detail.textContent = more
      answer.dataset.tone = tone
    },
    /** @param reason lines for the clerk; where the screen is turned to the customer, they wait behind a button */
    refuse: (title: string, reason: string[], isTurned: boolean) => {
      if (!isTurned) {
        say('no', title, '')
        detail.replaceChildren(reason.join(' '))
      } else {
        say('no', t.turned.refused, t.turned.ask)
        const box = document.createElement('div')
        const { button, end } = reasonBehindButton(t.turned, box, [title, ...reason].map(paragraph))
        endReason = end
        keys.replaceChildren(button, box)
      }
      timer = setTimeout(ready, 2 * answerMs)
    },
    /** @returns the chosen number; null when the card is not to be recorded */
    ask: (question: Question): Promise<number | null> => {
      say('ask', question.word, question.detail ?? '')
      hint.textContent = question.hint
      const skip = { label: t.skip, wide: true }
      const buttons = question.keys.map(keyButton)
      if (!question.keys.some(({ wide }) => wide)) {
        const cancel = document.createElement('button')
        cancel.type = 'button'
        cancel.className = 'btn sec'
        cancel.textContent = skip.label
        cancel.addEventListener('click', () => reply(null))
        buttons.push(cancel)
      }
      keys.replaceChildren(...buttons)
      return new Promise((done) => {
        pending = { question, done }
      })
    },
    isAsking: () => pending !== null,
    /** A number or Enter (null) was pressed. @returns whether it answered the question */
    press: (value: number | null): boolean => {
      const chosen = value ?? pending?.question.first ?? null
      if (chosen === null || !pending?.question.keys.some((key) => key.value === chosen)) return false
      reply(chosen)
      return true
    },
    cancel: () => reply(null),
    /** How many cards wait while a question is open. */
    moreWait: (cards: number) => {
      if (pending) hint.textContent = cards > 0 ? count(t.moreWait, cards) : pending.question.hint
    },
    counts: (counts: Record<'uses' | 'adults' | 'children' | 'waiting', number>) => {
      for (const [name, number] of Object.entries(counts))
        root.querySelector(`[data-gate-count=${name}]`)!.textContent = String(number)
    },
    place: (name: string) => {
      part('place').textContent = name
    },
    net: (state: 'on' | 'off' | 'pair-again') => {
      const tag = part('net')
      tag.textContent = t.net[state]
      tag.className = state === 'on' ? 'tag ok' : 'tag warn'
    },
    lines: (all: readonly Line[], isTurned: boolean, undo: (line: Line) => void) => {
      none.hidden = all.length > 0
      lines.replaceChildren(
        ...all.map((line) => {
          const item = document.createElement('li')
          const tickets = isTurned ? '' : ` · ${ticketsText(t, line)}`
          const text = document.createElement('span')
          text.textContent = `${timeText(line.at)} · •••${line.tail}${tickets}`
          const state = document.createElement('span')
          state.className = `tag ${line.state === 'recorded' ? 'ok' : line.state === 'undone' ? '' : 'warn'}`
          // That a card is not in the register yet is not for the customer's eyes.
          state.textContent = t.states[isTurned && line.state === 'waits' ? 'kept' : line.state]
          item.append(text, state)
          if (line.state !== 'undone') {
            const button = document.createElement('button')
            button.type = 'button'
            button.className = 'btn sec'
            button.textContent = t.undo
            button.setAttribute('aria-label', `${t.undo} ${timeText(line.at)} ${line.tail}`)
            button.addEventListener('click', () => undo(line))
            item.append(button)
          }
          return item
        }),
      )
    },
  }
}
