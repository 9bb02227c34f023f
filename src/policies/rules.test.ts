import { describe, expect, test } from 'vitest'
import { languages } from '../i18n/translated.ts'
import { explainPolicy } from './explain-words.ts'
import { PolicyForm, valuesOf } from './forms.ts'
import { addProblems, arranged, changedNames, lastDayOf, type SourcedPolicy, yearBefore } from './rules.ts'

const earlier: SourcedPolicy = {
  ...{ validFrom: '2015-01-01', validityMonths: 12, minimumAge: 16, childAge: 16, maximumChildren: 20 },
  ...{ communityChildAge: 16, communityValidityMonths: 12, phoneCard: false, source: 'Old pages' },
}
const present = { ...earlier, validFrom: '2025-02-26', childAge: 18, source: 'Terms' }
const coming = { ...present, validFrom: '2027-01-01', validityMonths: 24, source: 'A decision' }
const policies = [coming, earlier, present]

test('policies are told apart by the day', () => {
  expect(arranged(policies, '2026-05-04')).toEqual({ now: present, before: [earlier], coming: [coming] })
  expect(arranged(policies, '2027-01-01')).toEqual({ now: coming, before: [present, earlier], coming: [] })
  expect(arranged([earlier], '2026-05-04')).toEqual({ now: earlier, before: [], coming: [] })
})

test('a policy ends on the day before the next', () => {
  expect(lastDayOf(policies, earlier)).toBe('2025-02-25')
  expect(lastDayOf(policies, present)).toBe('2026-12-31')
  expect(lastDayOf(policies, coming)).toBeNull()
})

describe('a set of numbers', () => {
  const today = '2026-05-04'
  test.each([
    ['from tomorrow', { ...present, minimumAge: 15, validFrom: '2026-05-05' }, null],
    ['from today', { ...present, minimumAge: 15, validFrom: today }, { from: 'from-past' }],
    ['from yesterday', { ...present, minimumAge: 15, validFrom: '2026-05-03' }, { from: 'from-past' }],
    ['on a day that is taken', { ...present, validFrom: '2027-01-01' }, { from: 'from-taken' }],
    ['that changes nothing', { ...present, validFrom: '2026-08-01', source: 'x' }, { '': 'nothing-changed' }],
    ['that changes nothing later', { ...coming, validFrom: '2028-01-01' }, { '': 'nothing-changed' }],
    ['back to the old', { ...present, validFrom: '2028-01-01' }, null],
    ['with a phone only', { ...present, validFrom: '2026-08-01', phoneCard: true }, null],
  ])('%s', (_, wanted, problems) => expect(addProblems(policies, wanted, today)).toEqual(problems))

  test('says what differs', () => {
    expect(changedNames(earlier, present)).toEqual(['childAge'])
    expect(changedNames(present, { ...coming, phoneCard: true })).toEqual(['validityMonths', 'phoneCard'])
  })
})

test.each([
  ['2026-05-04', '2025-05-04'],
  ['2026-01-01', '2025-01-01'],
  ['2028-02-29', '2027-03-01'],
  ['2029-02-28', '2028-02-28'],
])('the year before %s begins on %s', (today, from) =>
  expect(yearBefore(today)).toEqual({ from, before: today }),
)

describe('what is typed', () => {
  const typed = { ...valuesOf(present), from: '1.1.2027', source: 'Päätös 1.12.2026' }
  test('comes back as it went in', () =>
    expect(PolicyForm.parse(typed)).toEqual({
      ...present,
      validFrom: '2027-01-01',
      source: 'Päätös 1.12.2026',
    }))
  test.each([
    ['validityMonths', '0'],
    ['validityMonths', '61'],
    ['validityMonths', ''],
    ['minimumAge', '-1'],
    ['minimumAge', '31'],
    ['childAge', '1.5'],
    ['maximumChildren', '51'],
    ['communityChildAge', 'kuusitoista'],
    ['communityValidityMonths', '0x10'],
  ])('%s is not %j', (name, value) => {
    const { error } = PolicyForm.safeParse({ ...typed, [name]: value })
    expect(error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([[name, `${name}-form`]])
  })
  test.each([
    ['', 'source-missing'],
    ['x'.repeat(501), 'source-long'],
    ['Aino, 040 123 4567', 'phone'],
  ])('a source is not %j', (source, problem) =>
    expect(PolicyForm.safeParse({ ...typed, source }).error?.issues[0]?.message).toBe(problem),
  )
})

describe('an old decision is explained by the old rule', () => {
  test('in sentences', () =>
    expect(explainPolicy('fi', policies, '2024-03-15')).toEqual([
      '15.3.2024 oli voimassa sääntö, joka alkoi 1.1.2015.',
      'Sen viimeinen päivä on 25.2.2025.',
      'Kortti on voimassa 12 kuukautta rekisteröintipäivästä.',
      'Kortin voi saada, jos täyttää samana vuonna 16 tai on vanhempi.',
      'Lapsi on alle 16-vuotias. Kortilla on enintään 20 lasta.',
      'Yhteisön kortti on voimassa 12 kk, ja lapsi on alle 16-vuotias.',
      'Kassalla näytetään paperinen kortti.',
      'Lähde: Vanhat paikalliset sivut: alle 16-vuotiaat lapset. Lasten enimmäismäärä on oma varmistuksemme kirjoitusvirheitä vastaan.',
    ]))

  test('by the rule of its day, whatever came after', () => {
    for (const language of languages) {
      expect(explainPolicy(language, policies, '2025-02-25').join()).toContain('16')
      expect(explainPolicy(language, policies, '2025-02-25').join()).not.toContain('18')
      expect(explainPolicy(language, policies, '2025-02-26').join()).toContain('18')
      expect(explainPolicy(language, policies, '2027-01-01').join()).toContain('24')
      expect(explainPolicy(language, policies, '2027-01-01').join()).toContain('A decision')
    }
    expect(explainPolicy('en', policies, '2027-01-01')[1]).toBe('There is no newer rule.')
  })
})
