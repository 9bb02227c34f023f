/** One card after the other: asks the register, asks the clerk, records. What it leans on is handed in. */

import type { Failed } from '../desk-queue/net.ts'
import type { Queue } from '../desk-queue/types.ts'
import type { ArrivalSent, CheckAnswer, CheckAsked, RecordAnswer, Said } from '../desk-queue/wire.ts'
import { count, range, type Screen, ticketsText, type Words } from './screen.ts'
import type { Sound } from './sound.ts'
import {
  type Counters,
  counted,
  type GateSettings,
  type Guard,
  type Line,
  type LineState,
  mostKeys,
  readEntered,
  type Step,
  signOf,
  stepFor,
  withLine,
  withState,
} from './steps.ts'

export type Gate = {
  t: Words
  screen: Screen
  queue: Pick<Queue, 'keep' | 'undo' | 'onAnswer'>
  check: (asked: CheckAsked) => Promise<CheckAnswer | Failed>
  arrive: (sent: ArrivalSent) => Promise<object | Failed>
  newId: () => string
  now: () => number
  /** Milliseconds by which the server’s clock is ahead of this device’s. */
  skew: number
  settings: () => GateSettings & { siteId: number }
  isTurned: () => boolean
  play: (sound: Sound) => void
  guard: Guard
  /** The counters are to be read anew: something was recorded that this page knows nothing of. */
  isStale: () => void
  onCounters: (change: (before: Counters) => Counters) => void
}

type Card = { code: string; tail: string; isSound: boolean; at: number }

export const newGate = (gate: Gate) => {
  const { t, screen, queue, guard } = gate
  let lines: Line[] = []
  const inbox: Card[] = []
  let current: Card | null = null
  /** The record whose answer the screen shows. */
  let shown: string | null = null

  const said = (text: Said) => text[document.documentElement.lang as 'fi' | 'sv' | 'en'] ?? text.fi
  const showLines = () => screen.lines(lines, gate.isTurned(), undo)

  const setState = (id: string, to: LineState) => {
    const line = lines.find((one) => one.id === id)
    if (!line || line.state === 'undone') return
    const sign = signOf(line.state, to)
    if (sign !== 0) gate.onCounters((before) => counted(before, line, sign))
    lines = withState(lines, id, to)
    showLines()
  }

  const undo = async (line: Line) => {
    await queue.undo(line.id)
    guard.forget(line.code)
    setState(line.id, 'undone')
    shown = null
    screen.show('hold', t.undone, `•••${line.tail}`)
  }

  const record = async (
    card: Card,
    answer: CheckAnswer | null,
    tickets: { adults: number; children: number },
  ) => {
    const id = gate.newId()
    const isRepeat = Boolean(answer?.recent) || guard.last(card.code) !== null
    // Before it is kept: its answer may come at once.
    lines = withLine(lines, { id, at: card.at, code: card.code, tail: card.tail, ...tickets, state: 'kept' })
    shown = id
    try {
      await queue.keep({
        ...{
          id,
          code: card.code,
          siteId: gate.settings().siteId,
          event: null,
          eventOn: null,
          kind: 'ticket',
        },
        ...{ ...tickets, companions: 0, scannedAt: new Date(card.at).toISOString(), overrideReason: null },
        ...{ confirmDuplicate: isRepeat, wasOffline: answer === null },
      })
    } catch {
      lines = lines.filter((line) => line.id !== id)
      return fail('no-memory')
    }
    guard.remember(card.code, card.at)
    const text = `${ticketsText(t, tickets)} · •••${card.tail}`
    if (answer) screen.show('ok', stateOf(id) === 'recorded' ? t.recorded : t.kept, text)
    else screen.show('hold', t.kept, t.keptOffline)
    gate.play('ok')
    showLines()
  }
  const stateOf = (id: string) => lines.find((line) => line.id === id)?.state
  const fail = (problem: keyof Words['problems'], why = t.problems[problem]) => {
    gate.play('no')
    screen.show('no', t.notRecorded, why)
  }

  const refuse = (answer: CheckAnswer) => {
    gate.play('no')
    const { explained } = answer
    const title = explained ? said(explained.what) : t.notNow
    const reason = explained ? [explained.why, explained.still, explained.next].map(said) : []
    screen.refuse(
      title,
      [...reason, answer.notice && said(answer.notice)].filter((text) => text !== null),
      gate.isTurned(),
    )
  }

  const arrive = async (card: Card, booking: NonNullable<CheckAnswer['booking']>) => {
    const answer = await gate.arrive({ use: booking.id, arrived: true })
    if ('failed' in answer) return fail('failed')
    guard.remember(card.code, card.at)
    gate.play('ok')
    screen.show('ok', t.arrived, `${ticketsText(t, booking)} · •••${card.tail}`)
  }

  const ask = (question: Parameters<Screen['ask']>[0]) => {
    gate.play('ask')
    const answered = screen.ask(question)
    screen.moreWait(inbox.length)
    return answered
  }
  const yesOrNo = (word: string, detail: string, yes: string) => {
    const keys = [
      { value: 1, label: yes, wide: true },
      { value: 0, label: t.sameVisit, wide: true },
    ]
    return ask({ word, detail, hint: '', keys, first: 0 })
  }
  const notRecorded = () => screen.show('no', t.notRecorded)
  /** Where the customer sees the screen, its keys do not tell how many children the card has. */
  const askChildren = async (card: Card, answer: CheckAnswer, most: number) => {
    const keys = range(0, gate.isTurned() ? mostKeys : most)
    const children = await ask({ word: t.askChildren, hint: t.keysHint, keys, first: 0 })
    if (children === null) return notRecorded()
    if (children > most) {
      gate.play('no')
      return screen.refuse(t.notRecorded, [t.tooMany.replace('#', String(most))], true)
    }
    return record(card, answer, { adults: 1, children })
  }

  const askWorkers = async (card: Card, answer: CheckAnswer) => {
    const adults = await ask({
      word: t.askWorkers,
      hint: t.keysHintWorkers,
      keys: range(1, mostKeys),
      first: null,
    })
    if (adults === null) return notRecorded()
    const detail = t.askClientsHint.replace('#', String(answer.card?.childAge ?? ''))
    const children = await ask({
      word: t.askClients,
      detail,
      hint: t.keysHint,
      keys: range(0, mostKeys),
      first: 0,
    })
    return children === null ? notRecorded() : record(card, answer, { adults, children })
  }

  const take = async (card: Card, answer: CheckAnswer | null, isAnotherVisit = false): Promise<void> => {
    const facts = {
      last: guard.last(card.code),
      now: gate.now(),
      skew: gate.skew,
      settings: gate.settings(),
      isAnotherVisit,
    }
    const step: Step = stepFor({ answer, ...facts })
    if (step.do === 'refuse') return refuse(answer!)
    if (step.do === 'arrive') return arrive(card, step.booking)
    if (step.do === 'ask-children') return askChildren(card, answer!, step.most)
    if (step.do === 'ask-workers') return askWorkers(card, answer!)
    if (step.do === 'record') return record(card, answer, step)
    const when = step.minutes === 0 ? t.againNow : count(t.againMinutes, step.minutes)
    if ((await yesOrNo(t.again, when, t.anotherVisit)) !== 1) return notRecorded()
    return take(card, answer, true)
  }

  const serve = async (card: Card): Promise<void> => {
    const { siteId } = gate.settings()
    const answer = await gate.check({ code: card.code, siteId, event: null, eventOn: null })
    if (!('failed' in answer)) return take(card, answer)
    if (answer.failed === 'wait') return fail('wait')
    if (answer.failed === 'fault') return fail('failed')
    // A slip that the register would have noticed: what stands on the card decides.
    const isSlip = !card.isSound && /^[0-9A-HJKMNP-TV-Z]{10}$/.test(card.code)
    if (isSlip && (await yesOrNo(t.askSlip, t.askSlipHint, t.slipIsRight)) !== 1) return notRecorded()
    return take(card, null)
  }

  const work = async () => {
    if (current) return
    for (let card = inbox.shift(); card; card = inbox.shift()) {
      current = card
      shown = null
      await serve(card).catch(() => fail('failed'))
    }
    current = null
  }

  queue.onAnswer((answer: RecordAnswer) => {
    const known = lines.find(({ id }) => id === answer.id)
    if (!known) return gate.isStale()
    const state: LineState = answer.state === 'waiting' ? 'waits' : answer.state
    setState(answer.id, state)
    if (shown !== answer.id || screen.isAsking()) return
    const text = `${ticketsText(t, known)} · •••${known.tail}`
    if (state === 'recorded') screen.confirm('ok', t.recorded, text)
    if (state === 'waits') screen.confirm('hold', t.waits, gate.isTurned() ? '' : t.waitsHint)
    if (answer.state === 'attention') {
      gate.play('no')
      screen.refuse(t.attention, [said(answer.said), t.attentionHint], gate.isTurned())
    }
  })

  return {
    /** A code was read or typed; an empty one is the Enter key alone. */
    enter: (typed: string): void => {
      const entered = readEntered(typed)
      if (entered.problem === 'empty') return void screen.press(null)
      if (entered.problem)
        return void fail(entered.problem, gate.isTurned() ? t.turned.readAgain : t.problems[entered.problem])
      // A reader often reads a card twice while it is held.
      if (current?.code === entered.code || inbox.some(({ code }) => code === entered.code)) return
      // Whatever was looked at below, the answer is seen.
      scrollTo(0, 0)
      inbox.push({ ...entered, at: gate.now() })
      screen.moreWait(inbox.length)
      void work()
    },
    showLines,
  }
}
