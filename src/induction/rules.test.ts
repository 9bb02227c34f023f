import { describe, expect, it } from 'vitest'
import { languages } from '../i18n/translated.ts'
import { inductionRoles, inShownOrder, lessonDays } from './lesson-rules.ts'
import { lessonsOf } from './lessons-words.ts'
import { editionOf, type InductionState, lessonStates, nextLesson, standingOf } from './rules.ts'
import { inductionLine } from './words.ts'

const year = { validFrom: '2015-01-01', validMonths: 12, toldDays: 30 }
const half = { validFrom: '2027-01-01', validMonths: 6, toldDays: 0 }

describe('an induction holds for a year', () => {
  it.each<[string, string | null, string, InductionState]>([
    ['is missing until it is done', null, '2026-05-04', 'missing'],
    ['holds on its own day', '2026-05-04', '2026-05-04', 'done'],
    ['is told a day before the last 30 days of nothing', '2026-05-04', '2027-04-02', 'done'],
    ['is told of 30 days before its last day', '2026-05-04', '2027-04-03', 'soon'],
    ['holds on its last day', '2026-05-04', '2027-05-03', 'soon'],
    ['is over the day after', '2026-05-04', '2027-05-04', 'over'],
    ['made on a leap day ends on the last of February', '2028-02-29', '2029-03-01', 'over'],
  ])('%s', (_, doneOn, today, state) => expect(standingOf(doneOn, [year], today).state).toBe(state))

  it('by the numbers of the day on which it was done, not of today', () => {
    const policies = [half, year]
    expect(standingOf('2026-12-31', policies, '2027-11-01')).toMatchObject({ state: 'done' })
    expect(standingOf('2027-01-01', policies, '2027-07-01')).toMatchObject({
      ...{ state: 'over', lastDay: '2027-06-30' },
    })
  })

  it('is told in one line while there is something to do', () => {
    const line = (doneOn: string | null, today: string) =>
      inductionLine('fi', standingOf(doneOn, [year], today))
    expect(line(null, '2026-05-04')).toBe('Perehdytyksesi on vielä tekemättä')
    expect(line('2026-05-04', '2026-06-01')).toBeNull()
    expect(line('2026-05-04', '2027-04-20')).toBe('Perehdytyksesi on voimassa enää 3.5.2027 asti')
    expect(line('2026-05-04', '2027-05-20')).toBe('Perehdytyksesi oli voimassa 3.5.2027 asti')
    expect(inductionLine('fi', null)).toBeNull()
  })
})

describe('lessons', () => {
  const days = { first: '2026-01-01', second: '2026-01-01', third: '2026-06-01' }
  const since = new Date('2026-02-01T00:00:00Z')
  const done = (lesson: string, textOn = '2026-01-01', doneAt = '2026-03-01T00:00:00Z') => ({
    ...{ lesson, textOn, doneAt: new Date(doneAt) },
  })
  const marks = (states: ReturnType<typeof lessonStates>) =>
    states.map(({ isDone, isChanged }) => (isDone ? 'done' : isChanged ? 'changed' : 'open'))

  it('are gone through one by one, in their order', () => {
    const states = lessonStates(days, null, [done('second')], since)
    expect(marks(states)).toEqual(['open', 'done', 'open'])
    expect(nextLesson(states)).toBe('first')
    const all = [done('first'), done('second'), done('third', '2026-06-01')]
    expect(nextLesson(lessonStates(days, null, all, since))).toBeNull()
  })

  it('that changed since the induction are shown, until they have been read anew', () => {
    const latest = { editionOn: '2026-01-01' }
    expect(marks(lessonStates(days, latest, [], since))).toEqual(['open', 'open', 'changed'])
    expect(marks(lessonStates(days, latest, [done('third')], since))[2]).toBe('changed')
    expect(marks(lessonStates(days, latest, [done('third', '2026-06-01')], since))[2]).toBe('done')
  })

  it('of long ago are gone through again', () =>
    expect(
      nextLesson(
        lessonStates(
          { first: '2026-01-01' },
          null,
          [done('first', '2026-01-01', '2025-12-01T00:00:00Z')],
          since,
        ),
      ),
    ).toBe('first'))

  it.each(inductionRoles)('of %s say the same in every language', (role) => {
    const shape = (language: (typeof languages)[number]) =>
      Object.entries(lessonsOf(language, role)).map(([key, { points, questions }]) => [
        ...[key, points.length],
        ...questions.map(({ others }) => others.length),
      ])
    for (const language of languages) expect(shape(language)).toEqual(shape('fi'))
    expect(Object.keys(lessonsOf('fi', role))).toEqual(Object.keys(lessonDays[role]))
    for (const { points, questions } of Object.values(lessonsOf('fi', role))) {
      expect(points.length).toBeGreaterThanOrEqual(3)
      expect(points.length).toBeLessThanOrEqual(6)
      expect(questions.length).toBeGreaterThanOrEqual(2)
    }
    expect(editionOf(role)).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('ask with the right answer in no fixed place, and each answer once', () => {
    const question = {
      ask: '?',
      right: { say: 'a', why: '' },
      others: [
        { say: 'b', why: '' },
        { say: 'c', why: '' },
      ],
    }
    const places = [0, 1, 2].map((nth) => inShownOrder(question, nth).findIndex(({ isRight }) => isRight))
    expect(places).toEqual([1, 2, 0])
    expect(inShownOrder(question, 0).map(({ say }) => say)).toEqual(['b', 'a', 'c'])
  })
})
