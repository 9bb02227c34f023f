import { describe, expect, test } from 'vitest'
import { linesOf, type SiteFacts, shownText, standingOf, type Texts, translationState } from './rules.ts'

const at = (day: number) => new Date(Date.UTC(2026, 4, day))
const texts: Texts = {
  included: { fi: { text: 'Liput', changedAt: at(2) }, sv: { text: 'Biljetter', changedAt: at(3) } },
  limits: { fi: { text: 'Kaksi', changedAt: at(4) }, sv: { text: 'Tre', changedAt: at(3) } },
  how: { fi: { text: 'Kassalta', changedAt: at(1) } },
  children: { sv: { text: 'Barn', changedAt: at(1) } },
}

describe('what a reader is shown', () => {
  test.each([
    ['the translation', 'included', 'sv', { text: 'Biljetter', language: 'sv', isOutdated: false }],
    ['a translation that is left behind', 'limits', 'sv', { text: 'Tre', language: 'sv', isOutdated: true }],
    ['the Finnish where there is none', 'how', 'sv', { text: 'Kassalta', language: 'fi', isOutdated: false }],
    ['nothing that the Finnish does not say', 'children', 'sv', null],
    ['the Finnish', 'limits', 'fi', { text: 'Kaksi', language: 'fi', isOutdated: false }],
  ] as const)('%s', (_, field, language, shown) => expect(shownText(texts, field, language)).toEqual(shown))
})

test('a translation knows how far it has come', () => {
  expect(translationState(texts, 'sv')).toEqual({ all: 3, missing: 1, outdated: 1 })
  expect(translationState(texts, 'en')).toEqual({ all: 3, missing: 3, outdated: 0 })
})

test('lines', () => expect(linesOf('a\n\n b \n')).toEqual(['a', 'b']))

describe('whether one gets in', () => {
  const open: SiteFacts = {
    closedOn: null,
    mergedInto: null,
    isPopUp: false,
    popUpFrom: null,
    popUpUntil: null,
    pause: null,
    taking: 'now',
  }
  const today = '2026-05-04'
  test.each([
    ['as usual', {}, 'open'],
    ['closed today', { closedOn: today }, 'closed'],
    ['closing tomorrow', { closedOn: '2026-05-05' }, 'open'],
    ['paused', { pause: { from: today, until: null } }, 'paused'],
    ['closed for good in a pause', { pause: { from: today, until: null }, closedOn: today }, 'closed'],
    ['merged', { mergedInto: { id: 1, name: 'x' }, closedOn: today }, 'merged'],
    ['in a municipality that begins later', { taking: 'later' }, 'coming'],
    ['in a municipality that has left', { taking: 'no-more' }, 'left'],
    ['a pop-up, wherever it is', { isPopUp: true, taking: 'no-more' }, 'open'],
    ['a pop-up on its last day', { isPopUp: true, popUpUntil: today }, 'open'],
    ['a pop-up that is over', { isPopUp: true, popUpUntil: '2026-05-03' }, 'over'],
    ['a pop-up that begins tomorrow', { isPopUp: true, popUpFrom: '2026-05-05' }, 'coming'],
  ] as const)('%s', (_, facts, standing) => expect(standingOf({ ...open, ...facts }, today)).toBe(standing))
})
