import { expect, test } from 'vitest'
import { dayProblem, mayAnswer, mayCancel, visitStates } from './rules.ts'

const today = '2026-05-04'

test.each([
  ['2026-05-03', 'visitOn-past'],
  ['2026-05-04', null],
  ['2027-05-05', null],
  ['2027-05-06', 'visitOn-far'],
])('a visit asked for on %s: %s', (day, problem) => expect(dayProblem(day, today)).toBe(problem))

test('a unit calls off what is asked or accepted, until the day ends', () => {
  const may = visitStates.filter((state) => mayCancel({ state, visitOn: today }, today))
  expect(may).toEqual(['asked', 'accepted'])
  expect(mayCancel({ state: 'accepted', visitOn: '2026-05-03' }, today)).toBe(false)
})

test('a site answers, and changes its mind, until the day ends; what is called off stays so', () => {
  const may = visitStates.filter((state) => mayAnswer({ state, visitOn: today }, today))
  expect(may).toEqual(['asked', 'accepted', 'declined'])
  expect(mayAnswer({ state: 'asked', visitOn: '2026-05-03' }, today)).toBe(false)
})
