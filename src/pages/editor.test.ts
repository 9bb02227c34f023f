import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { fillPages } from './fill.ts'
import type { ShippedText } from './shipped.ts'

let world: World
let centre: Awaited<ReturnType<World['as']>>
const shipped = (language: string, title: string): ShippedText => ({
  ...{ key: 'for-me', language, title, lead: `Johdanto: ${title}.`, body: '## Ensin\n\nTeksti.' },
  hash: Buffer.from(title).toString('hex').padEnd(16, '0').slice(0, 16),
})
const fill = (...texts: ShippedText[]) =>
  world.db.transaction().execute((db) => fillPages(db, world.now(), texts))
const address = '/fi/minulle-kaikukortti'
let page: string

beforeAll(async () => {
  world = await newWorld()
  centre = await world.as({ role: 'centre' })
  await fill(shipped('fi', 'Minulle'), shipped('sv', 'För mig'))
  const { rows } = await sql<{ id: number }>`select id from content where key = 'for-me'`.execute(world.db)
  page = `/fi/tekstit/${rows[0]!.id}`
})
afterAll(() => world.end())

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
/** Opens the form and sends it as a browser would, with what it holds. */
const write = async (at: string, fields: Record<string, string>) => {
  const form = await (await centre.get(at)).text()
  return centre.post(at, { ...hidden(form), ...fields })
}
const good = { title: 'Minulle!', lead: 'Uusi johdanto.', body: '## Ensin\n\nKatso [alueet](/fi/alueet).' }
const read = async (at: string) => (await world.anyone.get(at)).text()
const versions = async () =>
  (
    await sql<{ status: string; title: string }>`
      select status, title from content_version where language = 'fi' order by id`.execute(world.db)
  ).rows

test('a draft is nobody’s to see; published, it is everyone’s, and translators are told', async () => {
  const saved = await write(`${page}/muokkaa/fi`, { ...good, do: 'preview' })
  expect(saved.status).toBe(303)
  const preview = await centre.get(saved.headers.get('location')!)
  expect(preview.headers.get('cache-control')).toContain('no-store')
  expect(await preview.text()).toContain('<h1>Minulle!</h1>')
  expect(await read(address)).toContain('<h1>Minulle</h1>')
  expect(await (await centre.get('/fi/tekstit?mark=draft')).text()).toContain('Minulle!')
  const published = await write(`${page}/muokkaa/fi`, { ...good, do: 'publish' })
  expect(published.headers.get('location')).toBe(`${page}/muokkaa/fi?done=publish`)
  expect(await read(address)).toContain('<h1>Minulle!</h1>')
  // The same words as the draft: that one was published, and no third version made.
  expect(await versions()).toHaveLength(2)
  expect(await (await centre.get('/fi/tekstit?mark=finnish-changed')).text()).toContain('Minulle!')
  const swedish = await (await centre.get(`${page}/muokkaa/sv`)).text()
  expect(swedish).toContain('Suomenkielinen teksti on muuttunut')
  await write(`${page}/muokkaa/sv`, { title: 'För mig', lead: 'Ny.', body: 'Se.', do: 'publish' })
  expect(await (await centre.get('/fi/tekstit?mark=finnish-changed')).text()).not.toContain('Minulle!')
})

test('a text that shuts somebody out or leads nowhere is not published, and comes back as it was typed', async () => {
  const body = '#### Liian syvä\n\nLue [tästä](/fi/alueet) ja [ei ole](/fi/ei-ole). ![](/assets/x.svg)'
  const refused = await write(`${page}/muokkaa/fi`, { ...good, body, do: 'publish' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  for (const said of ['Liian syvä', 'tästä', '/fi/ei-ole', '/assets/x.svg', 'ennen julkaisua'])
    expect(html).toContain(said)
  expect(html).toContain('Lue [tästä](/fi/alueet)')
  expect(await versions()).toHaveLength(2)
})

test('nobody overwrites what somebody else saved meanwhile', async () => {
  const form = hidden(await (await centre.get(`${page}/muokkaa/fi`)).text())
  await write(`${page}/muokkaa/fi`, { ...good, title: 'Ensimmäisen', do: 'draft' })
  const late = await centre.post(`${page}/muokkaa/fi`, { ...form, ...good, title: 'Toisen', do: 'publish' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('value="Toisen"')
})

test('a time that comes shows the text without anybody there', async () => {
  const past = await write(`${page}/muokkaa/fi`, { ...good, day: '4.5.2026', time: '11.59', do: 'schedule' })
  expect(await past.text()).toContain('Valitse aika, joka on vielä edessä.')
  const later = { ...good, title: 'Huomenna', day: '5.5.2026', time: '8.00', do: 'schedule' }
  expect((await write(`${page}/muokkaa/fi`, later)).status).toBe(303)
  expect(await read(address)).toContain('<h1>Minulle!</h1>')
  world.later(20 * 60)
  expect(await read(address)).toContain('<h1>Huomenna</h1>')
})

test('a withdrawn text is shown in no earlier version, and any version can be brought back', async () => {
  const { rows } = await sql<{ id: number }>`
    select id from content_version where title = 'Huomenna' and language = 'fi'`.execute(world.db)
  centre = await world.as({ role: 'centre' })
  await centre.post(`${page}/poista-julkaisusta/${rows[0]!.id}`, {})
  const html = await read(address)
  expect(html).toContain('<h1>För mig</h1>')
  expect((await centre.post(`${page}/poista-julkaisusta/${rows[0]!.id}`, {})).status).toBe(422)
  const back = await centre.post(`${page}/versio/${rows[0]!.id}`, {})
  expect(back.headers.get('location')).toBe(`${page}/muokkaa/fi?done=restore`)
  expect((await versions()).at(-1)).toEqual({ status: 'draft', title: 'Huomenna' })
})

test('what people wrote stays when the program brings another text, and they see that it did', async () => {
  expect(await fill(shipped('fi', 'Uusi ohjelma'))).toBe(0)
  const form = await (await centre.get(`${page}/muokkaa/fi`)).text()
  expect(form).toContain('Ohjelman mukana tullut teksti on muuttunut')
  expect(await (await centre.get(`${page}/muokkaa/fi?from=shipped`)).text()).toContain('value="Uusi ohjelma"')
  await write(`${page}/muokkaa/fi`, { ...good, do: 'draft' })
  expect(await (await centre.get(`${page}/muokkaa/fi`)).text()).not.toContain('Ohjelman mukana tullut')
})

test('no story is shown without leave', async () => {
  const made = await centre.post('/fi/tekstit/uusi', { kind: 'story', title: 'Ensimmäinen konsertti' })
  const at = made.headers.get('location')!
  const story = { title: 'Ensimmäinen konsertti', lead: '', body: 'Itkin ilosta.', do: 'publish' }
  expect(await (await write(at, story)).text()).toContain('Kirjaa ensin, kuka on antanut luvan')
  const details = `${at.split('/muokkaa')[0]}/kertoja`
  const told = { teller: 'holder', place: 'Kajaani', year: '2025', source: '' }
  const leave = { leaveOn: '1.4.2026', leaveFrom: 'kertoja itse' }
  expect((await centre.post(details, { ...told, leaveOn: '1.4.2026', leaveFrom: '' })).status).toBe(422)
  expect((await centre.post(details, { ...told, ...leave })).status).toBe(303)
  expect((await write(at, story)).status).toBe(303)
  expect(await read('/fi/tarinoita')).toMatch(/Itkin ilosta\.[\s\S]*Kortinhaltija, Kajaani, 2025/)
  await centre.post(details, { ...told, leaveOn: '', leaveFrom: '' })
  expect(await read('/fi/tarinoita')).not.toContain('Itkin ilosta')
})

test('the database lets requests change no saved text, and nobody but the centre read a draft', async () => {
  const attempt = (statement: string) => sql.raw(statement).execute(world.requests)
  await expect(attempt("update content_version set body = 'x'")).rejects.toThrow(/permission denied/)
  await expect(attempt('delete from content_version')).rejects.toThrow(/permission denied/)
  const { rows } = await attempt("select id from content_version where status = 'draft'")
  expect(rows).toEqual([])
})

test('news is for its readers, on their page too, and a question stands with their questions', async () => {
  const texts = (['issuers', 'venues', 'issuers-questions', 'questions'] as const).map((key) => ({
    ...shipped('fi', key),
    ...{ key, hash: `${key}-fi`.padEnd(16, '0').slice(0, 16) },
  }))
  await fill(...texts)
  const publish = async (kind: string, title: string, audience: string) => {
    const made = await centre.post('/fi/tekstit/uusi', { kind, title, audience })
    const at = made.headers.get('location')!
    expect((await write(at, { title, lead: 'Johdanto.', body: 'Teksti.', do: 'publish' })).status).toBe(303)
    return at.split('/muokkaa')[0]!
  }
  const news = await publish('news', 'Jakajille tiedoksi', 'issuers')
  expect(await read('/fi/kortinjakajille')).toMatch(/Uutisia kortinjakajille<\/h2>[\s\S]*Jakajille tiedoksi/)
  expect(await read('/fi/kaikukortti-kohteille')).not.toContain('Jakajille tiedoksi')
  expect(await read('/fi/uutiset')).toMatch(/Jakajille tiedoksi[\s\S]*5\.5\.2026 · Kortinjakajille/)
  expect((await centre.post(`${news}/kenelle`, { audience: '' })).status).toBe(303)
  expect(await read('/fi/kaikukortti-kohteille')).toContain('Jakajille tiedoksi')

  const question = await publish('question', 'Kuka tilaa kortit?', 'issuers')
  expect(await read('/fi/kortinjakajille/kysymyksia')).toContain('Kuka tilaa kortit?</h2>')
  expect(await read('/fi/kysymyksia')).not.toContain('Kuka tilaa kortit?')
  expect(await read('/fi/haku?q=tilaa')).toContain('"/fi/kortinjakajille/kysymyksia#q-kuka-tilaa-kortit"')
  // Holders read nine languages, those who work with the card three.
  expect((await centre.get(`${question}/muokkaa/ar`)).status).toBe(404)
  const story = await centre.post('/fi/tekstit/uusi', {
    kind: 'story',
    title: 'Kaikille',
    audience: 'venues',
  })
  expect((await centre.get(`${story.headers.get('location')!.split('/muokkaa')[0]}/kenelle`)).status).toBe(
    404,
  )
})
