import { describe, expect, test } from 'vitest'
import { groupsOf, isAllowedIssuer, mayAsk, personOf, rolesToChange } from './rules.ts'

test.each([
  ['https://kunta.example', true],
  ['https://kunta.example/realms/kunta', true],
  ['http://localhost:8080', true],
  ['http://127.0.0.1:8080/x', true],
  ['http://kunta.example', false],
  ['http://localhost.kunta.example', false],
  ['http://127.0.0.1.kunta.example', false],
  ['https://user@kunta.example', false],
  ['https://kunta.example/#x', false],
  ['https://kunta.example/?x', false],
  ['ftp://kunta.example', false],
  ['kunta.example', false],
  ['', false],
])('the issuer %s may be added: %s', (issuer, allowed) => expect(isAllowedIssuer(issuer)).toBe(allowed))

test.each([
  ['http://localhost:8080', 'https://kaiku.example', false, false],
  ['http://localhost:8080', 'http://localhost:3000', false, true],
  ['http://localhost:8080', 'https://kaiku.example', true, true],
  ['https://kunta.example', 'https://kaiku.example', false, true],
])('%s is asked by %s (demo: %s): %s', (issuer, origin, demo, may) =>
  expect(mayAsk(issuer, { origin, demo })).toBe(may),
)

test.each([
  ['a list', { groups: ['a', 'b'] }, ['a', 'b']],
  ['one name', { groups: 'a' }, ['a']],
  ['nothing', {}, []],
  ['null', { groups: null }, []],
  ['numbers, empty names and objects', { groups: [1, '', { a: 1 }, 'a'] }, ['a']],
  ['an object', { groups: { a: true } }, []],
  ['text that no database keeps', { groups: ['a\0', '\ud800', 'a'] }, ['a']],
])('groups said as %s', (_, claims, groups) =>
  expect(groupsOf({ sub: 'x', ...claims }, 'groups')).toEqual(groups),
)

test('groups are read from a claim of one’s own name alone', () => {
  expect(
    groupsOf({ sub: 'x', 'https://kunta.example/ryhmat': ['a'] }, 'https://kunta.example/ryhmat'),
  ).toEqual(['a'])
  for (const claim of ['constructor', '__proto__', 'toString'])
    expect(groupsOf({ sub: 'x' }, claim)).toEqual([])
})

test.each([
  [
    { name: ' Aino Esimerkki ', email: 'a@b.example' },
    { name: 'Aino Esimerkki', email: 'a@b.example' },
  ],
  [
    { email: 'a@b.example', email_verified: true },
    { name: 'a@b.example', email: 'a@b.example' },
  ],
  [
    { name: 'Aino', email: 'a@b.example', email_verified: false },
    { name: 'Aino', email: null },
  ],
  [
    { name: 'Aino', email: 'a b@c' },
    { name: 'Aino', email: null },
  ],
  [
    { name: 7, email: 7 },
    { name: 'x', email: null },
  ],
  [
    { name: 'Ai\0no', email: 'a\0@b.example' },
    { name: 'x', email: null },
  ],
  [
    { name: '\ud800', email: 'a@b.example' },
    { name: 'a@b.example', email: 'a@b.example' },
  ],
])('the person of %j', (claims, person) => expect(personOf({ sub: 'x', ...claims })).toEqual(person))

describe('roles', () => {
  const issuer = (id: number, unitId: number) => ({ id, role: 'issuer', unitId })
  const held = (id: string, unitId: number, groupId: number | null, providerId: number | null = 1) => ({
    ...{ id, role: 'issuer', side: null, areaId: null, unitId, siteId: null, organisationId: null },
    ...{ groupId, providerId: groupId === null ? null : providerId },
  })
  const change = (given: ReturnType<typeof issuer>[], now: ReturnType<typeof held>[]) => {
    const { give, end } = rolesToChange(given, now, 1)
    return { give: give.map(({ id }) => id), end }
  }

  test.each([
    ['are given to who has none', [issuer(1, 7)], [], [1], []],
    ['stay while the group does', [issuer(1, 7)], [held('a', 7, 1)], [], []],
    ['end with the group', [], [held('a', 7, 1)], [], ['a']],
    ['follow the group to another unit', [issuer(2, 8)], [held('a', 7, 1)], [2], ['a']],
    ['move from one group to another in the same unit', [issuer(2, 7)], [held('a', 7, 1)], [2], ['a']],
    [
      'given by hand are neither ended nor doubled',
      [issuer(1, 7)],
      [held('a', 7, null), held('b', 8, null)],
      [],
      [],
    ],
    ['of another provider are not touched', [], [held('a', 7, 5, 2)], [], []],
    ['of another provider do not stand for this one', [issuer(1, 7)], [held('a', 7, 5, 2)], [1], []],
    ['that two groups give are given once', [issuer(1, 7), issuer(2, 7)], [], [1], []],
    ['outlive one of two groups', [issuer(2, 7)], [held('a', 7, 2)], [], []],
  ])('%s', (_, given, now, give, end) => expect(change(given, now)).toEqual({ give, end }))
})
