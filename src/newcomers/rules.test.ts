import { describe, expect, test } from 'vitest'
import { type Doer, daysWaited, type Facts, progressOf, type Situation, stepToRemindOf } from './rules.ts'

const nothing: Facts = {
  ...{ kind: 'site', askedOn: '2026-05-01', answeredOn: '2026-05-04', unitState: null, approvedOn: null },
  ...{ committedOn: null, bindsFrom: null, waitingId: null, sentOn: null, isOursToSign: false },
  ...{ accountOn: null, hasAccount: false, invitedOn: null, inductionOn: null },
  ...{ orderState: null, orderChangedOn: null, cardsOn: null, deskOn: null },
}
const site = (more: Partial<Facts>): Facts => ({ ...nothing, ...more })
const unit = (more: Partial<Facts>): Facts => ({
  ...nothing,
  ...{ kind: 'unit', unitState: 'active', approvedOn: '2026-05-05' },
  ...more,
})
const committed = { committedOn: '2026-05-10' }
const withAccount = { ...committed, accountOn: '2026-05-12', hasAccount: true }
const inducted = { ...withAccount, inductionOn: '2026-05-20' }

describe('the next step', () => {
  test.each<[string, Facts, Situation, Doer, string]>([
    ['nobody has answered', site({ answeredOn: null }), 'answer-waits', 'keeper', '2026-05-01'],
    [
      'the centre decides',
      unit({ unitState: 'proposed', approvedOn: null }),
      'approval-waits',
      'centre',
      '2026-05-04',
    ],
    [
      'it declined',
      unit({ unitState: 'declined', approvedOn: null }),
      'approval-declined',
      'keeper',
      '2026-05-04',
    ],
    ['no commitment', site({}), 'commitment-missing', 'keeper', '2026-05-04'],
    ['approved, no commitment', unit({}), 'commitment-missing', 'keeper', '2026-05-05'],
    [
      'it waits for the place',
      site({ waitingId: 7, sentOn: '2026-05-06', isOursToSign: true }),
      ...(['commitment-ours', 'place', '2026-05-06'] as const),
    ],
    [
      'it waits for others',
      site({ waitingId: 7, sentOn: '2026-05-06' }),
      ...(['commitment-others', 'keeper', '2026-05-06'] as const),
    ],
    ['it binds later', site({ bindsFrom: '2026-06-01' }), 'commitment-later', 'nobody', '2026-05-04'],
    ['no account', site(committed), 'account-missing', 'keeper', '2026-05-10'],
    ['invited', site({ ...committed, invitedOn: '2026-05-11' }), 'account-invited', 'place', '2026-05-11'],
    [
      'the only one has left',
      site({ ...inducted, hasAccount: false }),
      ...(['account-missing', 'keeper', '2026-05-10'] as const),
    ],
    ['no induction', site(withAccount), 'induction-missing', 'place', '2026-05-12'],
    ['no desk', site(inducted), 'desk-missing', 'place', '2026-05-20'],
    ['no cards', unit(inducted), 'cards-missing', 'place', '2026-05-20'],
    ['declined order', unit({ ...inducted, orderState: 'declined' }), 'cards-missing', 'place', '2026-05-20'],
    [
      'ordered',
      unit({ ...inducted, orderState: 'forwarded', orderChangedOn: '2026-05-25' }),
      ...(['cards-ordered', 'keeper', '2026-05-25'] as const),
    ],
    [
      'on their way',
      unit({ ...inducted, orderState: 'sent', orderChangedOn: '2026-05-26' }),
      ...(['cards-on-way', 'place', '2026-05-26'] as const),
    ],
    // What came early waits for nothing, and its day does not make another wait.
    ['the desk first', site({ deskOn: '2026-06-01' }), 'commitment-missing', 'keeper', '2026-05-04'],
  ])('%s', (_, facts, situation, doer, waitedSince) => {
    expect(progressOf(facts).next).toMatchObject({ situation, doer, waitedSince })
  })

  test('none when all is done: also when everybody has left since, for that is no way in any more', () => {
    const joined = site({ ...inducted, deskOn: '2026-05-22' })
    expect(progressOf(joined)).toMatchObject({ next: null, left: [], joinedOn: '2026-05-22' })
    expect(progressOf({ ...joined, hasAccount: false }).next).toBeNull()
    expect(progressOf(unit({ ...inducted, cardsOn: '2026-05-11' })).joinedOn).toBe('2026-05-20')
  })

  test('the done ones stand in the order of the steps, each with its day', () => {
    expect(progressOf(unit(withAccount)).done).toEqual([
      { name: 'answer', doneOn: '2026-05-04' },
      { name: 'approval', doneOn: '2026-05-05' },
      { name: 'commitment', doneOn: '2026-05-10' },
      { name: 'account', doneOn: '2026-05-12' },
    ])
    expect(progressOf(unit(withAccount)).left).toEqual(['induction', 'cards'])
  })
})

describe('a reminder', () => {
  test.each([
    ['after fourteen days', site(withAccount), '2026-05-26', 'induction'],
    ['not a day before', site(withAccount), '2026-05-25', null],
    ['not of what a keeper does', site({}), '2026-09-01', null],
    [
      'not of a signature: that has letters of its own',
      site({ waitingId: 7, isOursToSign: true }),
      '2026-09-01',
      null,
    ],
    [
      'of cards on their way, from the day they left',
      unit({ ...inducted, orderState: 'sent', orderChangedOn: '2026-05-26' }),
      '2026-06-08',
      null,
    ],
    [
      'and then',
      unit({ ...inducted, orderState: 'sent', orderChangedOn: '2026-05-26' }),
      '2026-06-09',
      'cards',
    ],
    ['not of a place that has joined', site({ ...inducted, deskOn: '2026-05-22' }), '2026-09-01', null],
  ])('%s', (_, facts, today, step) => {
    expect(stepToRemindOf(progressOf(facts), today)).toBe(step)
  })

  test('days are whole, also over the changes of the clock', () => {
    expect(daysWaited('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysWaited('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysWaited('2026-05-04', '2026-05-04')).toBe(0)
  })
})
