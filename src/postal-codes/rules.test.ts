import { describe, expect, test } from 'vitest'
import { countryOf, type Home, homeQuestion } from './rules.ts'

test.each([
  ['87100', null],
  ['871 00', null],
  [' FI-87100 ', 'FI'],
  ['AX-22100', 'FI'],
  ['SE-95331', 'SE'],
  ['s-953 31', 'SE'],
  ['953 31', 'SE'],
  ['\u200b953\u00a031', 'SE'],
  ['95331', null],
  ['95330', null],
  ['953 30', 'SE'],
  ['', null],
])('a postal code written “%s” names the country %s', (typed, country) =>
  expect(countryOf(typed)).toBe(country),
)

describe('what is asked about a home', () => {
  const home = (isServed: boolean): Home => ({ municipalityId: 1, nameFi: 'Kuhmo', nameSv: null, isServed })
  test.each([
    ['a home in the network is not asked about', true, home(true), null],
    ['a home outside is', true, home(false), 'home-outside'],
    ['an unknown code is', true, null, 'home-unknown'],
    ['a register without any list asks nothing', false, null, null],
    ['and nothing of Haparanda either', false, home(false), null],
  ] as const)('%s', (_, isListed, found, question) =>
    expect(homeQuestion({ isListed, home: found })).toBe(question),
  )
})
