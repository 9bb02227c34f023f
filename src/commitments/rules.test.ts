import { expect, test } from 'vitest'
import { nameWhen } from './rules.ts'

const sent = (number: number, name: string) => ({
  ...{ number, kind: 'sent', partyId: null },
  details: {
    document: {
      parties: [
        { position: 1, name: 'Alue' },
        { position: 2, name },
      ],
    },
  },
})
const of = (number: number, kind: string, details: Record<string, unknown> = {}) => ({
  ...{ number, kind, partyId: 12, details },
})
const parties = [
  { id: 11, position: 1, name: 'Alue' },
  { id: 12, position: 2, name: 'Nykyinen ry' },
]

test('a party bears the name of the text it signed, and its successor’s only from the succession on', () => {
  const events = [
    sent(1, 'Ensimmäinen ry'),
    of(2, 'signed'),
    sent(3, 'Vanha ry'),
    of(4, 'signed'),
    of(5, 'succeeded', { name: 'Seuraaja ry' }),
    of(6, 'notice'),
    of(7, 'succeeded', { name: 'Nykyinen ry' }),
    of(8, 'notice'),
  ]
  const nameAt = nameWhen(parties, events)
  expect(events.map(({ number, partyId }) => nameAt({ number, partyId }))).toEqual([
    ...[null, 'Ensimmäinen ry', null, 'Vanha ry', 'Vanha ry', 'Seuraaja ry', 'Seuraaja ry', 'Nykyinen ry'],
  ])
})

test('before anything was sent it is called as it is now, and a stranger is called nothing', () => {
  const nameAt = nameWhen(parties, [of(1, 'delegated')])
  expect(nameAt({ number: 1, partyId: 12 })).toBe('Nykyinen ry')
  expect(nameAt({ number: 1, partyId: 99 })).toBeNull()
})
