import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'

let desk: DeskWorld
beforeAll(async () => {
  desk = await newDesk()
})
afterAll(() => desk.world.end())

/** The first thing said, and what opens. */
const partsOf = (html: string) => {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)![1]!
  const details = /<details>[\s\S]*?<\/details>/.exec(main)?.[0] ?? ''
  return { open: main.replace(details, ''), details }
}

test('a plain desk without a script says no reason while its screen is turned to the customer', async () => {
  const { code } = await desk.card({ registeredOn: '2025-03-15', children: 3 })
  const reason = 'Kortin voimassaolo päättyi 14.3.2026.'
  const plain = partsOf((await desk.open(code)).html)
  expect(plain.open).toContain(reason)
  expect(plain.details).toBe('')

  const turned = await desk.post('/fi/kassa/naytto', { turned: 'yes' })
  expect(turned).toMatchObject({ status: 303, to: '/fi/kassa/tapahtuma' })
  expect((await desk.get(turned.to)).text).toContain('Käännä näyttö takaisin')
  // Also after another event was chosen, and on the next day.
  await desk.post('/fi/kassa/tapahtuma', { site: String(desk.site.id), event: 'Esimerkkikonsertti' })
  await desk.world.db.updateTable('desk_choice').set({ chosen_on: '2026-05-03' }).execute()
  const { html } = await desk.open(code)
  const { open, details } = partsOf(html)
  expect(open).toContain('Tällä kortilla ei saa nyt lippua täältä.')
  expect(open).toContain('Kysy henkilökunnalta.')
  expect(`${open} ${/<title>.*<\/title>/.exec(html)}`).not.toMatch(/voimassaolo|uusia|•••/)
  expect(details).toContain(reason)

  await desk.post('/fi/kassa/naytto', { turned: 'no' })
  expect(partsOf((await desk.open(code)).html).open).toContain(reason)
})
