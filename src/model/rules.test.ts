import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, isChange, wordDiff } from './diff-rules.ts'
import { type Consequence, firstOf, followsAt, isStopped, reminderOn, type Signed } from './follow-rules.ts'
import { followNotice } from './follow-words.ts'
import { inForce, moved, numberOf, type Point, publishProblem, standingOf, type Version } from './rules.ts'

const point = (line: number, chapter: 1 | 2 | 3, place: number, given: Partial<Point> = {}): Point => ({
  ...{ line, chapter, place, marks: ['issuers'] },
  heading: { fi: `Otsikko ${line}`, sv: `Rubrik ${line}`, en: `Heading ${line}` },
  text: { fi: 'Teksti.', sv: 'Text.', en: 'Text.' },
  ...given,
})
const told = (points: readonly Pick<Point, 'line' | 'chapter' | 'place'>[]) =>
  points.map((one) => `${one.line}=${numberOf(one)}`).join(' ')

describe('a point that moves', () => {
  const points = [point(1, 1, 1), point(2, 1, 2), point(3, 2, 1), point(4, 3, 1)]
  test.each([
    ['up within its chapter', 2, 'up', '2=1.1 1=1.2 3=2.1 4=3.1'],
    ['down within its chapter', 1, 'down', '2=1.1 1=1.2 3=2.1 4=3.1'],
    ['over the edge of its chapter', 3, 'up', '1=1.1 2=1.2 3=1.3 4=3.1'],
    ['into the next chapter as its first', 2, 'down', '1=1.1 2=2.1 3=2.2 4=3.1'],
    ['no further than the first', 1, 'up', '1=1.1 2=1.2 3=2.1 4=3.1'],
    ['no further than the last', 4, 'down', '1=1.1 2=1.2 3=2.1 4=3.1'],
  ] as const)('%s', (_, line, direction, expected) =>
    expect(told(moved(points, line, direction))).toBe(expected),
  )
})

describe('words that changed', () => {
  test.each([
    ['Lippu on maksuton.', 'Lippu on aina maksuton.', 'Lippu on +aina +maksuton.'],
    ['Kysy ensin lupa.', 'Kysy lupa.', 'Kysy -ensin -lupa.'],
    ['yksi kaksi', 'kolme neljä', '-yksi kaksi-+kolme neljä+'],
    ['sama', 'sama', 'sama'],
    ['', 'uusi', '+uusi+'],
  ])('%s → %s', (before, after, expected) =>
    expect(
      wordDiff(before, after)
        .map(({ kind, text }) => ({ same: text, old: `-${text}-`, new: `+${text}+` })[kind])
        .join(''),
    ).toBe(expected),
  )
  const text = fc
    .array(fc.constantFrom('lippu', 'kortti', 'on', 'maksuton', ' ', '  ', '.', 'ja', '\u00a0'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''))
  test('the old parts give the old text back, the new ones the new, and runs never repeat', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        const joined = (left: 'old' | 'new') =>
          parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
        expect(joined('new')).toBe(before)
        expect(joined('old')).toBe(after)
        expect(parts.every(({ kind }, index) => kind !== parts[index - 1]?.kind)).toBe(true)
        if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true)
      }),
      { numRuns: 400 },
    ))
})

test('two versions are compared by the point and not by its number', () => {
  const before = [point(1, 1, 1), point(2, 1, 2), point(3, 2, 1)]
  const after = [
    point(2, 1, 1),
    point(3, 2, 1, { text: { fi: 'Uusi teksti.', sv: 'Text.', en: 'Text.' }, marks: ['venues'] }),
    point(4, 2, 2),
  ]
  const changes = compareVersions(before, after)
  expect(
    changes.map((change) => [
      change.kind,
      change.kind === 'removed' ? change.before.line : change.after.line,
      ...(change.kind === 'changed' ? change.what : []),
    ]),
  ).toEqual([
    ['removed', 1],
    ['changed', 2, 'number'],
    ['changed', 3, 'text', 'marks'],
    ['added', 4],
  ])
  // A point that only has another number asks nobody to commit anew.
  expect(changes.map(isChange)).toEqual([true, false, true, true])
  expect(compareVersions(before, before).some(isChange)).toBe(false)
})

const version = (number: number, from: string | null): Version => ({
  ...{ number, from, changedAt: new Date(0) },
  state: from === null ? 'draft' : 'published',
  publishedAt: from === null ? null : new Date(0),
})

test('a version is a draft, comes, is in force, and is followed by the next', () => {
  const versions = [version(3, null), version(2, '2026-06-01'), version(1, '2025-09-11')]
  const on = (day: string) => versions.map((one) => standingOf(one, versions, day))
  expect(on('2026-05-31')).toEqual(['draft', 'coming', 'in-force'])
  expect(on('2026-06-01')).toEqual(['draft', 'in-force', 'former'])
  expect(inForce(versions, '2025-09-10')).toBeUndefined()
})

describe('publishing', () => {
  const wanted = { from: '2026-06-01', isChanged: true, points: 16, graces: [30] }
  test.each([
    ['tomorrow at the earliest', { ...wanted, from: '2026-05-04' }, 'from-past'],
    ['soon, when nothing follows', { ...wanted, from: '2026-05-09', graces: [] }, null],
    ['not before the version that it follows', { ...wanted, from: '2026-05-08' }, 'from-early'],
    ['not what is the same', { ...wanted, isChanged: false }, 'nothing-changed'],
    ['not without points', { ...wanted, points: 0 }, 'points-missing'],
    ['not when something follows too soon', { ...wanted, from: '2026-05-10', graces: [7] }, 'warning-short'],
    ['when it follows after fourteen days', { ...wanted, from: '2026-05-10', graces: [8] }, null],
    ['well ahead', wanted, null],
  ] as const)('%s', (_, given, expected) => {
    expect(publishProblem(given, version(1, '2026-05-08'), '2026-05-04')).toBe(expected)
  })
})

const consequence = (given: Partial<Consequence> = {}): Consequence => ({
  ...{ id: 1, version: 2, side: 'issuers', kind: 'no-new-cards', graceDays: 29 },
  ...{ from: '2026-05-01', until: null, versionFrom: '2026-06-01' },
  ...given,
})
const signed = (given: Partial<Signed> = {}): Signed => ({
  ...{ model: 2, state: 'signed', from: '2026-05-20', until: null, endedOn: null },
  ...given,
})

describe('what follows at a unit, from 1.6. and after 29 days', () => {
  const at = (
    today: string,
    place: { signed?: Signed[]; extensions?: { version: number; until: string }[] } = {},
    consequences = [consequence()],
  ) => followsAt(consequences, { kind: 'unit', signed: [], extensions: [], ...place }, today)[0]
  test.each([
    ['is told as soon as it is published', at('2026-05-04'), { on: '2026-06-30', bites: false }],
    ['is told on its last day', at('2026-06-29'), { on: '2026-06-30', bites: false }],
    ['bites on the day after', at('2026-06-30'), { on: '2026-06-30', bites: true }],
    ['not before it was added', at('2026-04-30'), undefined],
    ['not once it is ended', at('2026-07-10', {}, [consequence({ until: '2026-07-10' })]), undefined],
    [
      'still on the day before it ends',
      at('2026-07-09', {}, [consequence({ until: '2026-07-10' })]),
      { bites: true },
    ],
    ['not for who has committed', at('2026-07-01', { signed: [signed()] }), undefined],
    [
      'not for who has committed to a newer one',
      at('2026-07-01', { signed: [signed({ model: 3 })] }),
      undefined,
    ],
    [
      'for who committed to the version before',
      at('2026-07-01', { signed: [signed({ model: 1 })] }),
      { bites: true },
    ],
    [
      'for whose commitment has ended',
      at('2026-07-01', { signed: [signed({ endedOn: '2026-06-30' })] }),
      { bites: true },
    ],
    ['not for who signed ahead', at('2026-05-04', { signed: [signed({ from: '2026-06-30' })] }), undefined],
    [
      'for whose commitment ends before that',
      at('2026-05-04', { signed: [signed({ until: '2026-06-29' })] }),
      { bites: false },
    ],
    [
      'later with more time',
      at('2026-07-01', { extensions: [{ version: 2, until: '2026-08-31' }] }),
      { on: '2026-09-01', bites: false },
    ],
    [
      'not sooner by less time',
      at('2026-06-10', { extensions: [{ version: 2, until: '2026-06-15' }] }),
      { on: '2026-06-30' },
    ],
    [
      'not by more time for another version',
      at('2026-07-01', { extensions: [{ version: 1, until: '2026-08-31' }] }),
      { bites: true },
    ],
    ['nothing of a draft', at('2026-07-01', {}, [consequence({ versionFrom: null })]), undefined],
    [
      'nothing of what venues do',
      at('2026-07-01', {}, [consequence({ side: 'venues', kind: 'no-new-events' })]),
      undefined,
    ],
  ] as const)('%s', (_, follow, expected) =>
    expected === undefined ? expect(follow).toBeUndefined() : expect(follow).toMatchObject(expected),
  )
  test('only what is said is stopped', () => {
    const follows = [at('2026-06-30')!]
    expect([isStopped(follows, 'no-new-cards'), isStopped(follows, 'no-new-events')]).toEqual([true, false])
    expect(isStopped([at('2026-06-29')!], 'no-new-cards')).toBe(false)
  })
})

test('what bites is told before what comes, and with everything of the same day', () => {
  const follows = [
    { kind: 'warn', version: 2, on: '2026-06-15', bites: false },
    { kind: 'no-new-events', version: 2, on: '2026-07-01', bites: false },
    { kind: 'no-new-pairings', version: 2, on: '2026-07-01', bites: false },
  ] as const
  expect(followNotice('fi', [], undefined)).toBeNull()
  expect(followNotice('fi', follows, 7)).toMatchObject({
    title: 'Sitoudu uuteen toimintamalliin 14.6.2026 mennessä',
    lines: ['Lue, mitä muuttuu, ja sitoudu ajoissa.'],
    links: [{ href: '/fi/sitoumus/7' }, { href: '/fi/toimintamalli/2/muutokset' }],
  })
  expect(followNotice('fi', follows.slice(1), undefined)).toMatchObject({
    title: 'Sitoudu uuteen toimintamalliin 30.6.2026 mennessä',
    lines: [
      'Sen jälkeen uusia tapahtumia ei voi lisätä.',
      'Sen jälkeen uusia laitteita ei voi liittää.',
      'Kassa toimii koko ajan.',
      'Pyydä sitoumus alueesi vastuuhenkilöltä.',
    ],
    links: [{ href: '/fi/toimintamalli/2/muutokset' }],
  })
  const biting = follows.map((one, index) => ({ ...one, bites: index > 0 }))
  expect(firstOf(biting)?.kind).toBe('no-new-events')
  expect(followNotice('en', biting, undefined)?.title).toBe('A commitment to the operating model is missing')
})

test.each([
  ['2026-05-30', null],
  ['2026-05-31', 'month-before'],
  ['2026-06-22', 'month-before'],
  ['2026-06-23', 'week-before'],
  ['2026-06-29', 'week-before'],
  ['2026-06-30', null],
] as const)('what bites on 30.6. is reminded of on %s: %s', (today, expected) =>
  expect(reminderOn('2026-06-30', today)).toBe(expected),
)
