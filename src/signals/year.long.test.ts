import { expect, test } from 'vitest'
import { emptyTally, findInjected, lookAtNormalYear } from '../../test/signal-patterns.ts'
import { kinds } from './rules.ts'

/** The same at full size: `npm run prove -- signals`. */
test('in a made normal year every pattern put in is found, and a site has far less than one false alarm', () => {
  const tally = emptyTally()
  const sites = lookAtNormalYear(101, { sites: 200, units: 130 }, tally)
  const found = findInjected(101, sites, 5)
  expect(found).toEqual(kinds.map((kind) => ({ kind, put: 5, found: 5 })))
  const alarms = Object.values(tally.falseAlarms).reduce((a, b) => a + b, 0)
  // Not none: what noticed nothing would pass too.
  expect(alarms).toBeGreaterThan(5)
  expect(alarms / tally.siteYears).toBeLessThan(0.2)
}, 60_000)
