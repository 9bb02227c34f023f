import { expect, test } from 'vitest'
import { checklistPoints, type Facts, isTickable, pointStates } from './rules.ts'

const none: Facts = {
  ...{ contact: false, confirmed: false, inducted: false, visiting: false, terms: false },
}
const tick = { point: 'posters', note: null, tickedAt: new Date(0), by: 'Aino Esimerkki' }

test('the unit’s list has the 14 points of the scheme’s checklist, and the site’s as many', () => {
  expect(Object.keys(checklistPoints.unit)).toHaveLength(14)
  expect(Object.keys(checklistPoints.site)).toHaveLength(14)
})

test('the register ticks what it knows, people the rest', () => {
  const states = pointStates('unit', { ...none, contact: true, confirmed: true }, [tick])
  const done = states.filter(({ isDone }) => isDone).map(({ point }) => point)
  expect(done).toEqual(['contact', 'posters'])
  expect(states[0]!.facts).toEqual([
    { name: 'contact', holds: true },
    { name: 'confirmed', holds: true },
  ])
})

test('what the register ticks cannot be ticked by hand, nor what is on no list', () => {
  expect(isTickable('unit', 'posters')).toBe(true)
  expect(isTickable('unit', 'contact')).toBe(false)
  expect(isTickable('site', 'posters')).toBe(false)
  expect(isTickable('unit', 'toString')).toBe(false)
  expect(pointStates('unit', none, [{ ...tick, point: 'contact' }])[0]!.isDone).toBe(false)
})
