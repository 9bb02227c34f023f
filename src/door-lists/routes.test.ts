import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, mistyped, newDesk, strangeCode } from '../../test/desk.ts'
import { formatCode } from '../codes/rules.ts'
import { derivedId } from '../lib/derived-id.ts'
import { meaningOf } from './rules.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

const bring = (fields: Record<string, string>) =>
  desk.post('/fi/ovilista', {
    site: String(desk.site.id),
    day: '2.5.2026',
    event: 'Lumikuningatar',
    ...fields,
  })
const standing = async () => (await desk.uses()).length

test('a night on paper: good lines are recorded once, bad ones are corrected in place, and all can be undone', async () => {
  const [one, two, gone] = [
    await desk.card({ children: 2 }),
    await desk.card(),
    await desk.card({ validUntil: '2026-05-01' }),
  ]
  const wrong = mistyped(two.code)
  const sent = await bring({
    text: [
      'Kortin tunnus;Aikuisia;Lapsia;Avustajia;Kello',
      `${one.code};1;2;1;18.30`,
      `${wrong};1;0;0;18.35`,
      `${one.code};0;1;;18.50`,
      `${gone.code};1;;;19.00`,
      '131052-308T;1;;;',
      `${strangeCode()};1;;;`,
    ].join('\n'),
    'code-1': two.code,
    'children-1': '3',
  })
  expect(sent.status).toBe(303)
  const page = await desk.get(sent.to)
  expect(page.text).toContain('Mitään ei ole vielä kirjattu.')
  expect(page.text).toContain('Valmiina kirjattavaksi 1 Korjaa nämä rivit 6 Kirjattu 0')
  expect(page.text).toContain('1 aikuinen + 2 lasta + 1 avustaja tai tulkki')
  expect(page.text).toContain(`Tarkoititko ${formatCode(two.code)}?`)
  for (const why of [
    'Sama kortti on listassa',
    'voimassaolo oli päättynyt',
    'näyttää henkilötunnukselta',
    'Lapsia on enemmän',
  ])
    expect(page.text).toContain(why)
  expect(page.html).not.toContain('131052-308T')
  // The code of a good line is not shown again; a line to be corrected has it in its field.
  expect(page.text).not.toContain(one.code)
  expect(await standing()).toBe(0)

  const at = (page.html.match(/name="code-(\d+)"/g) ?? []).map((name) => /\d+/.exec(name)![0])
  expect(at).toEqual(['1', '2', '3', '4', '5', '6'])
  const first = await desk.post(sent.to, {
    do: 'record',
    'code-1': two.code,
    'again-2': 'yes',
    'drop-3': 'yes',
    'drop-4': 'yes',
    'drop-5': 'yes',
    'drop-6': 'yes',
  })
  expect((await desk.get(first.to)).text).toContain('3 käyttöä on kirjattu')
  expect(await desk.counted()).toEqual({ adults: 2, children: 3 })
  expect((await desk.uses()).map(({ source, event, used_on }) => [source, event, used_on])).toEqual(
    Array.from({ length: 3 }, () => ['offline', 'Lumikuningatar', '2026-05-02']),
  )
  // Programs are told the ids of uses: the number of the card is not to be found by trying all of them.
  const line = { number: 1, code: '', adults: '1', children: '2', companions: '1', time: '18.30' }
  const of = { siteId: desk.site.id, day: '2026-05-02', event: 'Lumikuningatar', cardId: one.id }
  expect((await desk.uses()).map(({ id }) => id)).not.toContain(derivedId(`${meaningOf(line, of)}#0#0`))
  // Again, by the browser's back button or from the same paper: nothing is doubled.
  await desk.post(sent.to, { do: 'record' })
  const twice = await bring({ text: `${one.code};1;2;1;18.30\n${two.code};1;0;0;18.35` })
  expect((await desk.get(twice.to)).text).toContain('Valmiina kirjattavaksi 0 Korjaa nämä rivit 0 Kirjattu 2')
  expect(await standing()).toBe(3)

  const done = /\/fi\/ovilistat\/[0-9a-f-]+/.exec((await desk.get(first.to)).html)![0]
  expect((await desk.post(`${done}/kumoa`)).to).toBe(done)
  expect(await desk.counted()).toEqual({ adults: 0, children: 0 })
  desk.world.later(1)
  // What was undone can be recorded anew.
  const anew = await bring({ text: `${one.code};1;2;1;18.30` })
  await desk.post(anew.to, { do: 'record' })
  expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
  desk.world.later(15 * 60)
  const late = await desk.world.as({ role: 'venue', site: desk.site })
  const old = /\/fi\/ovilistat\/[0-9a-f-]+/.exec((await desk.get('/fi/ovilista', late)).html)![0]
  expect((await desk.post(`${old}/kumoa`, {}, late)).status).toBe(422)
  expect(desk.world.logged).toEqual([])
})

test('a list is no way to guess codes, and the empty lists can be taken along', async () => {
  const { code } = await desk.card()
  const guesses = Array.from({ length: 25 }, strangeCode)
  const sent = await bring({ text: [...guesses, code].map((one) => `${one} 1 0`).join('\n') })
  const { text } = await desk.get(sent.to)
  expect(text.match(/Tunnusta ei löydy\./g)).toHaveLength(20)
  expect(text.match(/Yritä tunnin päästä uudelleen\./g)).toHaveLength(6)
  expect((await bring({ day: '5.5.2026', text: 'x' })).text).toContain('Päivä on tulevaisuudessa.')
  const empty = await bring({ day: '3.5.2026', event: code })
  expect(empty.text).toContain('Tämä näyttää kortin tunnukselta.')
  for (const [path, start] of [
    ['/fi/ovilista.pdf', '%PDF'],
    ['/fi/ovilista.csv', '\u00ef\u00bb\u00bfKortin tunnus;'],
    ['/sv/dorrlista.xlsx', 'PK'],
  ] as const) {
    const file = await desk.venue.get(path)
    expect(file.status).toBe(200)
    expect(
      Buffer.from(await file.arrayBuffer())
        .toString('latin1')
        .startsWith(start),
    ).toBe(true)
  }
})
