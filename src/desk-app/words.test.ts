import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ticketsText as plainTickets } from '../desk/views.tsx'
import { words } from '../desk/words.ts'
import { drawIcon } from '../desk-install/icon.ts'
import { formatDay, languages } from '../i18n/translated.ts'
import { counted, fill, hasNoMore, ticketsText } from './say.ts'
import { appWordsOf } from './words.ts'

test.each(languages)('the application says in %s what the plain desk says', (language) => {
  const [app, plain] = [appWordsOf(language), words[language]]
  for (const count of [0, 1, 2, 30]) {
    expect(hasNoMore(app, { children: count, childAge: 18 })).toBe(plain.childrenHint(count, 18))
    expect(counted({ one: app.todayCount, other: app.todayCount }, count)).toBe(
      plain.todayCount(String(count)),
    )
    if (count > 0) expect(counted(app.soonDays, count)).toBe(plain.soon(count))
    for (const companions of [0, 1, 2]) {
      const tickets = { adults: 1, children: count, companions }
      expect(ticketsText(app, tickets)).toBe(plainTickets(language, tickets))
    }
  }
  expect(app.soonToday).toBe(plain.soon(0))
  expect(fill(app.untilDay, { day: formatDay(language, '2027-03-14') })).toBe(plain.until('2027-03-14'))
  expect(fill(app.clientsOf, { age: 16 })).toBe(plain.clients(16))
  expect(fill(app.atToday, { site: 'Esimerkkiteatteri' })).toBe(plain.todayAt('Esimerkkiteatteri'))
  const at = new Date('2026-05-04T14:51:00Z')
  const time = language === 'en' ? '17:51' : '17.51'
  for (const isEvent of [true, false])
    expect(fill(isEvent ? app.repeatedEvent : app.repeated, { tickets: 'X', time })).toBe(
      plain.repeated('X', at, isEvent),
    )
})

/** The rows of a PNG of ours, whose filter is none. */
const pixelsOf = (png: Uint8Array, size: number) => {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size])
  const at = bytes.indexOf('IDAT')
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
  return (x: number, y: number) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4).subarray(0, 4)]
}

test('the icon is an open doorway, and the maskable one fills its square', () => {
  const [wall, door, light] = [
    [11, 79, 74, 255],
    [255, 255, 255, 255],
    [245, 166, 35, 255],
  ]
  const icon = pixelsOf(drawIcon(40, false), 40)
  expect([icon(20, 4), icon(16, 25), icon(24, 25), icon(0, 0)[3]]).toEqual([wall, door, light, 0])
  const maskable = pixelsOf(drawIcon(40, true), 40)
  expect([maskable(0, 0), maskable(16, 25), maskable(24, 25), maskable(11, 25)]).toEqual([
    wall,
    door,
    light,
    wall,
  ])
})
