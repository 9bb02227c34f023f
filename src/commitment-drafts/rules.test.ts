import { describe, expect, test } from 'vitest'
import {
  changesBetween,
  contentOf,
  gapsIn,
  namesIn,
  readClauses,
  type Values,
  writeClauses,
} from '../commitment-templates/rules.ts'
import { shippedTemplates } from '../commitment-templates/shipped-rules.ts'
import { kinds, languages } from '../commitments/rules.ts'
import { valuesOf } from './queries.ts'
import { dueReminder, isReminded, mayRemindFrom } from './remind-rules.ts'
import { firstTerms, partiesOf, type RegisterFacts } from './rules.ts'

const facts: RegisterFacts = {
  place: { kind: 'site', id: 1, name: 'Esimerkkiteatteri' },
  area: { id: 1, name: 'Kainuu', nameSv: 'Kajanaland' },
  municipality: { name: 'Kajaani', nameSv: 'Kajana', country: 'FI' },
  county: { name: 'Kainuun hyvinvointialue', nameSv: 'Kajanalands välfärdsområde' },
  organisation: { id: 1, name: 'Esimerkki ry', businessId: '0000000-0' },
  contact: { name: 'Oili Esimerkki', email: 'oili@esimerkki.example' },
  hasAccount: false,
  openFrom: null,
  openUntil: null,
}
const terms = { from: '2026-06-01', until: null, modelNumber: 1, noticeMonths: 3 }
const atUnit: RegisterFacts = { ...facts, place: { kind: 'unit', id: 2, name: 'Sosiaalitoimisto' } }

describe.each(kinds)('the shipped template of %s', (kind) => {
  const template = shippedTemplates[kind]
  const own = kind === 'issuer' ? atUnit : facts
  test('is filled whole in each language, in five points', () => {
    expect(gapsIn(template, valuesOf(own, terms))).toEqual([])
    const content = contentOf(template, valuesOf(own, terms), null)
    expect(namesIn(content)).toEqual([])
    for (const language of languages) {
      expect(content.summary[language].split('\n')).toHaveLength(5)
      expect(
        content.clauses.every(({ heading, text }) => heading[language] !== '' && text[language] !== ''),
      ).toBe(true)
    }
  })
  test('has two parties or three', () =>
    expect(partiesOf(kind, own).length).toBe(kind === 'partnership' ? 3 : 2))
  test('comes back the same from a form', () =>
    expect(readClauses(writeClauses(template, 'sv'))).toEqual(
      template.clauses.map(({ heading, text }) => ({ heading: heading.sv, text: text.sv })),
    ))
})

test('a name in each language, a day as each writes it, and what is open until further notice', () => {
  const content = contentOf(shippedTemplates.partnership, valuesOf(facts, terms), null)
  expect(content.title.sv).toBe(
    'Partnerskapsförbindelse: Kajanalands välfärdsområde, Kajana och Esimerkki ry',
  )
  expect(JSON.stringify(content)).toContain('valid until further notice')
  expect(JSON.stringify(content)).toContain('begins on 1 June 2026')
  const ended = valuesOf(facts, { ...terms, until: '2028-05-31' })
  expect(ended.until).toEqual({ fi: '31.5.2028 asti', sv: 'till 31.5.2028', en: 'until 31 May 2028' })
})

test('the notice period is the one of the rule, not a number that the template chose', () => {
  const saidWith = (noticeMonths: number) =>
    contentOf(shippedTemplates.venue, valuesOf(facts, { ...terms, noticeMonths }), null).clauses.map(
      ({ text }) => text,
    )
  const [three, six] = [JSON.stringify(saidWith(3)), JSON.stringify(saidWith(6))]
  for (const said of ['3 kuukautta aiemmin', '3 månader i förväg', '3 months before'])
    expect(three).toContain(said)
  for (const said of ['6 kuukautta aiemmin', '6 månader i förväg', '6 months before'])
    expect(six).toContain(said)
  expect(six).not.toMatch(/3 (kuukautta|månader|months)/)
})

test('a field that nobody knows, and one that the register leaves empty, are told apart', () => {
  const template = { ...shippedTemplates.venue, title: { fi: '{{kohde}} {{site}}', sv: 'x', en: 'x' } }
  const values: Values = valuesOf({ ...facts, contact: null }, terms)
  expect(gapsIn(template, values)).toEqual([
    { name: 'kohde', kind: 'unknown' },
    { name: 'contactPerson', kind: 'empty' },
  ])
  const content = contentOf(template, values, { fi: '{{site}}', sv: '', en: '' })
  expect(content.title.fi).toBe('{{kohde}} Esimerkkiteatteri')
  expect(content.additions?.fi).toBe('{{site}}') // what a coordinator wrote is left as it is
})

test('a changed clause, a new one and one that is gone', () => {
  const before = shippedTemplates.venue
  const [first, second, ...rest] = before.clauses
  const changed = { ...first!, text: { ...first!.text, fi: 'Uusi teksti.' } }
  const added = { ...second!, number: '99', heading: { fi: 'Uusi', sv: 'Ny', en: 'New' } }
  const changes = changesBetween(before, { ...before, clauses: [changed, ...rest, added] })
  const told = changes.map(({ number, language, before, after }) => [
    number,
    language,
    before !== null,
    after !== null,
  ])
  expect(told).toEqual([
    ['1', 'fi', true, true],
    ...languages.map((language) => ['99', language, false, true]),
    ...languages.map((language) => ['2', language, true, false]),
  ])
})

describe('how a partner signs', () => {
  const partner = (more: Partial<RegisterFacts>) => partiesOf('venue', { ...facts, ...more })[1]!
  test('with an account where somebody has one', () =>
    expect(partner({ hasAccount: true })).toMatchObject({ way: 'account', signatory: null }))
  test('by a link to its contact person', () =>
    expect(partner({})).toMatchObject({ way: 'link', signatory: { email: 'oili@esimerkki.example' } }))
  test('on paper where nobody can be written to', () =>
    expect(partner({ contact: { name: 'Oili Esimerkki', email: null } })).toMatchObject({
      way: 'paper',
      signatory: null,
    }))
})

test('a pop-up site is bound for the days on which it is one, and Haparanda in Swedish', () => {
  const popUp = { municipality: facts.municipality, openFrom: '2026-07-01', openUntil: '2026-07-31' }
  expect(firstTerms('pop-up', popUp, '2026-05-04', null)).toEqual({
    ...{ from: '2026-07-01', until: '2026-07-31', answerUntil: '2026-06-03', bindingLanguage: 'fi' },
  })
  const swedish = { ...popUp, municipality: { ...facts.municipality!, country: 'SE' as const } }
  expect(firstTerms('venue', swedish, '2026-05-04', null)).toMatchObject({
    until: null,
    bindingLanguage: 'sv',
  })
})

test('a follow-on begins the day after, and at once where the earlier one is over or has no end', () => {
  const fromAfter = (lastOn: string | null) => firstTerms('venue', facts, '2026-05-04', lastOn).from
  expect(fromAfter('2026-12-31')).toBe('2027-01-01')
  expect(fromAfter('2026-05-04')).toBe('2026-05-05')
  expect(fromAfter('2026-05-03')).toBe('2026-05-04')
  expect(fromAfter(null)).toBe('2026-05-04')
})

test.each([
  ['2026-06-22', null],
  ['2026-06-23', 'week'],
  ['2026-06-28', 'week'],
  ['2026-06-29', 'day'],
  ['2026-06-30', 'day'],
  ['2026-07-01', null],
])('on %s the reminder of what is to be signed by 30 June is %s', (today, kind) =>
  expect(dueReminder({ answerUntil: '2026-06-30', sentOn: '2026-05-04' }, today)).toBe(kind),
)

test('what was sent late is not reminded of at once', () => {
  expect(dueReminder({ answerUntil: '2026-06-30', sentOn: '2026-06-23' }, '2026-06-24')).toBeNull()
  expect(dueReminder({ answerUntil: '2026-06-30', sentOn: '2026-06-23' }, '2026-06-29')).toBe('day')
  expect(dueReminder({ answerUntil: '2026-06-30', sentOn: '2026-06-29' }, '2026-06-30')).toBeNull()
})

test('by hand three days after the last letter; the keeper’s own side never', () => {
  const sentAt = new Date('2026-06-01T20:59:00Z')
  expect(mayRemindFrom({ sentAt, remindedAt: null })).toBe('2026-06-04')
  // Past midnight in Finland.
  expect(mayRemindFrom({ sentAt, remindedAt: new Date('2026-06-01T21:00:00Z') })).toBe('2026-06-05')
  const area = { side: 'area', way: 'account', signedAt: null, signatory: null } as const
  expect([isReminded('venue', area), isReminded('area', area)]).toEqual([false, true])
  expect(isReminded('venue', { ...area, side: 'venue', signedAt: new Date() })).toBe(false)
  // A paper of the county's comes back by post; without an address the letter would go to who waits for it.
  const paper = {
    ...area,
    side: 'county',
    way: 'paper',
    signatory: { name: 'Heli', title: null, email: null },
  } as const
  expect(isReminded('partnership', paper)).toBe(false)
  const reached = { ...paper, signatory: { ...paper.signatory, email: 'heli@esimerkki.example' } }
  expect(isReminded('partnership', reached)).toBe(true)
})
