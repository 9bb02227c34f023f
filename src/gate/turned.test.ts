import { afterEach, describe, expect, test, vi } from 'vitest'
import { FakeElement, fakePage } from '../../test/fake-page.ts'
import { askPage } from '../desk/check-views.tsx'
import { deskPage } from '../desk/ready-views.tsx'
import { refusedPage } from '../desk/result-views.tsx'
import { turnedWords } from '../desk/turned-words.ts'
import { ruled, words } from '../desk/words.ts'
import { cardScreen } from '../desk-app/card.ts'
import type { Desk, Found } from '../desk-app/desk.ts'
import { readyScreen } from '../desk-app/ready.ts'
import { appWordsOf } from '../desk-app/words.ts'
import type { CheckAnswer, CheckAsked } from '../desk-queue/wire.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { type Explainable, explain } from '../uses/explain-words.ts'
import type { Page } from '../web/page.ts'
import { inEvery } from '../web/problem.ts'
import { nothingTyped } from '../web/visit.ts'
import { newGate } from './loop.ts'
import { openScreen } from './screen.ts'
import { firstSettings, newGuard } from './steps.ts'
import { gateWords } from './words.ts'

/** A screen turned to the customer says no word of a reason, on any surface, before the clerk asks for it. */
const refusals = Object.keys({
  ...{ 'card-unknown': 0, 'card-not-registered': 0, 'card-expired': 0, 'card-replaced': 0, 'card-lost': 0 },
  ...{ 'card-blocked': 0, 'card-local-only': 0, 'site-closed': 0, 'site-paused': 0, 'limit-reached': 0 },
  ...{ 'children-exceed-card': 0, 'children-not-on-courses': 0, 'duplicate-suspected': 0 },
  ...{ 'recorded-in-future': 0, 'recorded-too-late': 0, 'nothing-to-record': 0, 'card-code-malformed': 0 },
  'ticket-type-not-offered': 0,
} satisfies Record<Explainable, 0>) as Explainable[]

const said = (text: string) => ({ fi: text, sv: text, en: text })
const pause = { from: '2026-05-01', until: '2026-05-31', pausesSites: true }
const exception = {
  ...pause,
  reason: said('Esimerkkiremontti.'),
  instead: said('Esimerkkihalli avaa ovensa.'),
}
const days = { from: '2026-05-04', until: '2026-05-10' }
const recent = { adults: 1, children: 2, usedAt: new Date('2026-05-04T12:00:00Z') }
const facts = {
  card: { validUntil: '2026-03-14', children: 2 },
  ...{ recent, exception, limit: { kind: 'ticket', volume: 1, period: 'week', used: 1, days } as const },
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []
const reasonOf = (language: Language, refusal: Explainable) =>
  Object.values(explain(language, refusal, facts))

type Screens = Record<string, string>
/** Of each screen: the sentences, or the single words that no screen without a refusal has, that tell of the reason. */
const leaksOf = (language: Language, refusal: Explainable, screens: Screens, innocent: string) => {
  const sentences = reasonOf(language, refusal)
    .flatMap((text) => text.split(/(?<=\.) /))
    .filter(Boolean)
  const neutral = new Set(wordsIn(`${innocent} ${Object.values(turnedWords[language]).join(' ')}`))
  const telling = new Set(sentences.flatMap(wordsIn).filter((word) => !neutral.has(word)))
  return Object.entries(screens).flatMap(([name, text]) => [
    ...sentences.filter((sentence) => text.includes(sentence)).map((sentence) => `${name}: ${sentence}`),
    ...wordsIn(text)
      .filter((word) => telling.has(word))
      .map((word) => `${name}: ${word}`),
  ])
}
/** What the field for the code says of these by itself. */
const ofCodes: Explainable[] = ['card-unknown', 'card-code-malformed']
const codeProblems = ['too-short', 'too-long', 'not-found', 'check', 'identity-code'] as const
const cases = languages.flatMap((language) => refusals.map((refusal) => ({ language, refusal })))

describe('the plain desk', () => {
  const at = { site: { id: 1, name: 'Esimerkkiteatteri' }, event: null }
  const base = (language: Language) => ({ language, at, check: 'c0ffee' })
  const textOf = ({ title, main }: Page) =>
    `${title} ${String(main)}`
      .replace(/<details[\s\S]*?<\/details>/g, ' ')
      .replace(/<script[\s\S]*?<\/script>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
  const card = { type: 'personal', children: 2, validUntil: '2027-03-14', tail: 'AB12' } as const
  const asked = (language: Language, more: Partial<Parameters<typeof askPage>[0]> = {}) =>
    askPage({
      ...{ ...base(language), card, unit: null, childAge: 18, allowsOverride: true, recent: null },
      ...{ today: '2026-05-04', typed: nothingTyped, exception: null, limit: null, isReached: false },
      ...{ turned: true, kinds: ['ticket'], ...more },
    })
  const ready = (language: Language, problem?: string) =>
    deskPage({
      ...{ language, at, count: 3, use: null, mayPair: false, groups: [], turned: true },
      typed: problem ? { values: { code: 'K7PQ2X9D4E' }, problems: { code: problem } } : nothingTyped,
    })
  const refused = (language: Language, refusal: Explainable, mayWait: boolean) => {
    const type = 'personal' as const
    const wait = mayWait && {
      ...base(language),
      type,
      isUnknown: true,
      childAge: 18,
      recent,
      typed: nothingTyped,
    }
    const known = refusal as Parameters<typeof refusedPage>[0]['refusal']
    return refusedPage({
      ...base(language),
      refusal: known,
      facts,
      tail: 'AB12',
      wait: wait || null,
      turned: true,
    })
  }

  test.each(cases)('$language: $refusal', ({ language, refusal }) => {
    const typed = (name: string) => ({ values: {}, problems: { [name]: refusal } })
    const screens: Screens = {
      refused: textOf(refused(language, refusal, false)),
      waits: textOf(refused(language, refusal, true)),
    }
    if (ruled.some((known) => known === refusal)) {
      screens.field = textOf(asked(language, { typed: typed('children') }))
      screens.form = textOf(asked(language, { typed: typed('') }))
    }
    if (refusal === 'duplicate-suspected') screens.again = textOf(asked(language, { recent }))
    if (refusal === 'limit-reached')
      screens.reached = textOf(asked(language, { limit: facts.limit, isReached: true }))
    if (ofCodes.includes(refusal))
      for (const problem of codeProblems) screens[problem] = textOf(ready(language, problem))
    const innocent = `${textOf(asked(language))} ${textOf(ready(language))} ${words[language].next}`
    expect(leaksOf(language, refusal, screens, innocent)).toEqual([])
  })

  test.each(languages)('in %s, all refusals look alike, and the reason opens for the clerk', (language) => {
    for (const mayWait of [true, false]) {
      const looks = refusals.map((refusal) => textOf(refused(language, refusal, mayWait)))
      expect(new Set(looks).size).toBe(1)
    }
    for (const refusal of refusals)
      expect(String(refused(language, refusal, false).main)).toContain(explain(language, refusal, facts).what)
    const problem = ready(language, 'not-found')
    expect(String(problem.main)).toMatch(/<details>[\s\S]*<strong>.*<\/strong>/)
  })
})

const answerOf = (reason: Explainable | null, more: Partial<CheckAnswer> = {}): CheckAnswer => ({
  ...{ allowed: reason === null, reason, booking: null, recent: null, remaining: null },
  card: {
    ...{ type: 'personal', tail: 'AB12', validUntil: '2027-03-14' },
    ...{ children: 2, childAge: 18, unit: null },
  },
  explained: reason && {
    what: inEvery((language) => explain(language, reason, facts).what),
    why: inEvery((language) => explain(language, reason, facts).why),
    still: inEvery((language) => explain(language, reason, facts).still),
    next: inEvery((language) => explain(language, reason, facts).next),
  },
  notice: reason && exception.reason,
  ...more,
})

const turn = (language: Language) => {
  for (const [name, value] of Object.entries(fakePage(language, { 'kaiku-desk-turned': 'yes' })))
    vi.stubGlobal(name, value)
}
afterEach(() => vi.unstubAllGlobals())

describe('the application', () => {
  const deskOf = (language: Language, allowsOverride: boolean, keepsUnrecognised: boolean) => {
    const site = { id: 1, name: 'Esimerkkiteatteri', kinds: ['ticket'], allowsOverride, keepsUnrecognised }
    return {
      t: appWordsOf(language),
      ...{ page: { modes: [] }, basket: [], last: [], session: [] },
      ...{ now: () => 0, today: () => '2026-05-04', site: () => site, canWait: () => keepsUnrecognised },
      standing: { siteId: 1, event: null, eventOn: null },
      remembered: {
        keys: true,
        state: { sites: [site], events: {}, today: {}, groups: {}, now: 0 },
        learntAt: 0,
      },
      ...{ go: { ready: () => {}, list: () => {} }, say: () => {} },
    } as unknown as Desk
  }
  const read = { code: 'K7PQ2X9D4F', isSound: true, problem: null, meant: null }
  const shown = ({ title, nodes }: { title: string; nodes: readonly unknown[] }) =>
    [title, ...(nodes as FakeElement[]).map((node) => node.said())].join(' ')
  const cardOf = (language: Language, answer: CheckAnswer, may: [boolean, boolean] = [false, false]) => {
    const found: Found = { read, answer, scannedAt: '2026-05-04T12:00:00Z' }
    return shown(cardScreen(deskOf(language, ...may), found))
  }
  const codeOf = (language: Language, text: string) =>
    shown(
      readyScreen(deskOf(language, false, true), {
        text,
        typed: 'K7PQ',
        meant: 'K7PQ2-X9D4F',
        mayBeRight: true,
      }),
    )

  test.each(cases)('$language: $refusal', ({ language, refusal }) => {
    turn(language)
    const { problems } = appWordsOf(language)
    const screens: Screens = {
      refused: cardOf(language, answerOf(refusal)),
      waits: cardOf(language, answerOf(refusal), [false, true]),
    }
    if (refusal === 'limit-reached') screens.over = cardOf(language, answerOf(refusal), [true, false])
    if (refusal === 'duplicate-suspected')
      screens.again = cardOf(language, answerOf(null, { recent: { ...recent, at: '2026-05-04T12:00:00Z' } }))
    if (ofCodes.includes(refusal))
      for (const problem of codeProblems) screens[problem] = codeOf(language, problems[problem])
    const innocent = `${cardOf(language, answerOf(null))} ${shown(readyScreen(deskOf(language, false, true)))}`
    expect(leaksOf(language, refusal, screens, innocent)).toEqual([])
  })

  test.each(languages)('in %s, all refusals look alike', (language) => {
    turn(language)
    for (const keeps of [true, false]) {
      const looks = refusals.map((refusal) => cardOf(language, answerOf(refusal), [false, keeps]))
      expect(new Set(looks).size).toBe(1)
    }
  })

  test('the reason comes with the button, and tells all', () => {
    turn('fi')
    const found: Found = { read, answer: answerOf('card-lost'), scannedAt: '2026-05-04T12:00:00Z' }
    const nodes = cardScreen(deskOf('fi', false, false), found).nodes as unknown as FakeElement[]
    const buttons = nodes.flatMap((node) => node.querySelectorAll('button'))
    vi.useFakeTimers()
    buttons.find(({ textContent }) => textContent === turnedWords.fi.show)!.click()
    const text = () => nodes.map((node) => node.said()).join(' ')
    for (const sentence of reasonOf('fi', 'card-lost')) expect(text()).toContain(sentence)
    vi.advanceTimersByTime(10_000)
    expect(text()).not.toContain(reasonOf('fi', 'card-lost')[0])
    vi.useRealTimers()
  })
})

describe('the gate', () => {
  const parts = ['answer', 'word', 'detail', 'keys', 'hint', 'lines', 'none', 'place', 'net'] as const
  const open = (language: Language, answer: CheckAnswer) => {
    const root = new FakeElement('div')
    for (const part of parts) {
      const place = new FakeElement('div')
      place.setAttribute(`data-gate-${part}`, '')
      root.append(place)
    }
    const t = { ...gateWords[language], turned: turnedWords[language] }
    const screen = openScreen(root as unknown as HTMLElement, t)
    let answered: Parameters<Parameters<typeof newGate>[0]['queue']['onAnswer']>[0] = () => {}
    let kept = ''
    const gate = newGate({
      ...{ t, screen, guard: newGuard(), skew: 0, now: () => 0, newId: () => 'id', isTurned: () => true },
      queue: {
        keep: async ({ id }) => {
          kept = id
        },
        undo: async () => 'kept',
        onAnswer: (listener) => {
          answered = listener
          return () => {}
        },
      },
      check: async (_: CheckAsked) => answer,
      arrive: async () => ({}),
      settings: () => ({ ...firstSettings, asksChildren: false, siteId: 1 }),
      ...{ play: () => {}, isStale: () => {}, onCounters: () => {} },
    })
    return {
      gate,
      text: () => root.said(),
      answer: (given: object) => answered({ id: kept, ...given } as never),
    }
  }
  const settled = async () => {
    for (let tick = 0; tick < 20; tick++) await null
  }

  test.each(cases)('$language: $refusal', async ({ language, refusal }) => {
    turn(language)
    vi.useFakeTimers()
    const refused = open(language, answerOf(refusal, { card: null }))
    const late = open(language, answerOf(null))
    const waits = open(language, answerOf(null))
    for (const { gate } of [refused, late, waits]) gate.enter('K7PQ2-X9D4F')
    await settled()
    const innocent = `${late.text()} ${gateWords[language].ready} ${gateWords[language].again}`
    late.answer({
      state: 'attention',
      reason: refusal,
      said: inEvery((one) => explain(one, refusal, facts).what),
    })
    waits.answer({ state: 'waiting', flag: null })
    const screens: Screens = { refused: refused.text(), late: late.text(), waits: waits.text() }
    const slip = open(language, answerOf(null))
    slip.gate.enter('131052-308T')
    // The gate asks about a repeat by itself, and only how long ago the card was read.
    if (refusal === 'duplicate-suspected') screens.refused = ''
    expect(leaksOf(language, refusal, screens, innocent)).toEqual([])
    expect(screens.waits).not.toContain(gateWords[language].waitsHint)
    expect(screens.waits).not.toContain(gateWords[language].states.waits)
    expect(slip.text()).not.toContain(gateWords[language].problems['identity-code'])
    vi.useRealTimers()
  })
})
