import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { fillPages } from './fill.ts'
import type { ShippedText } from './shipped.ts'

let world: World
const textOf = (key: ShippedText['key'], language: string, title: string, more = ''): ShippedText => ({
  ...{ key, language, title, lead: `Johdanto: ${title}.`, hash: `${key} ${language} ${title}` },
  body: `## Ensin\n\nTeksti.\n\n## Sitten\n\nTeksti.\n\n## Lopuksi\n\nTeksti.${more}`,
})
const texts = [
  textOf('for-me', 'fi', 'Minulle Kaikukortti?', '\n\n<script>alert(1)</script> [x](javascript:alert(1))'),
  textOf('for-me', 'ar', 'هل البطاقة مناسبة لي؟'),
  textOf('questions', 'fi', 'Kysymyksiä'),
  textOf('issuers', 'fi', 'Kortinjakajille'),
  textOf('issuers-checklist', 'fi', 'Muistilista', '\n\n- Kerro kortista.\n- Kerro kortista.'),
]
const fill = (given: readonly ShippedText[]) =>
  world.db.transaction().execute((db) => fillPages(db, world.now(), given))

beforeAll(async () => {
  world = await newWorld()
  await fill(texts)
})
afterAll(() => world.end())

const read = async (path: string) => {
  const reply = await world.anyone.get(path)
  return { status: reply.status, html: await reply.text(), headers: reply.headers }
}

test('a page has its way back, its contents, its date and its neighbours, and may be kept by all', async () => {
  const { status, html, headers } = await read('/fi/minulle-kaikukortti')
  expect(status).toBe(200)
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('cache-control')).toContain('public')
  expect(html).toContain('<a href="/fi">Etusivu</a>')
  expect(html).toContain('<a href="#t-sitten">Sitten</a>')
  expect(html).toContain('Päivitetty 4.5.2026')
  expect(html).toContain('<a href="/fi/kysymyksia">Kysymyksiä</a>')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('href="javascript')
})

test('what a language lacks is shown in another, and said so', async () => {
  const arabic = await read('/ar/is-the-card-for-me')
  expect(arabic.html).toContain('<h1>هل البطاقة مناسبة لي؟</h1>')
  expect(arabic.html).toContain('لم يراجع متحدث أصلي هذه الترجمة بعد')
  expect(arabic.html).toContain('<a href="/ar/questions" lang="fi" dir="ltr">Kysymyksiä</a>')
  const simple = await read('/selko/minulle-kaikukortti')
  expect(simple.html).toContain('<html lang="fi"')
  const swedish = await read('/sv/for-kortutdelare')
  expect(swedish.html).toContain('<div lang="fi"><h1>Kortinjakajille</h1>')
  expect(swedish.html).toContain('En del av texten är på ett annat språk.')
})

test('a page without a text in any language is not there', async () => {
  expect((await read('/fi/kohteet-tai-muuta')).status).toBe(404)
  expect((await read('/fi/laskutustiedot')).status).toBe(404)
  expect((await read('/fi/uutiset/%00')).status).toBe(404)
})

test('the points of a checklist are boxes, each with its own name', async () => {
  const { html } = await read('/fi/kortinjakajille/muistilista')
  const names = [...html.matchAll(/<input type="checkbox" data-item="([^"]+)"/g)].map(([, name]) => name)
  expect(new Set(names).size).toBe(2)
  expect(html).toMatch(/<script src="\/assets\/checklist\.\w+\.js"/)
  expect(html).toContain('<a href="/fi/kortinjakajille">Kortinjakajille</a>')
})

test('printed addresses lead on for good, and only those that there were', async () => {
  const moved = {
    '/alueet': '/fi/alueet',
    '/tietosuojaseloste': '/fi/tietosuojaseloste',
    '/koulutukset': '/fi/koulutukset',
    '/yhteystiedot': '/fi/yhteystiedot',
    '/lisatietoa/toimintamalli': '/fi/lisatietoa/toimintamalli',
    '/lisatietoa/kaikukortin-tilastot': '/fi/tilastot',
    '/lisatietoa/kaikukortin-kayttoonotto-alueella': '/fi/lisatietoa/kaikukortin-kayttoonotto-alueella',
    '/kortinjakajille/perehdytysmateriaali-kortinjakajille':
      '/fi/kortinjakajille/perehdytysmateriaali-kortinjakajille',
    '/kaikukortti-kohteille/perehdytysmateriaali-kulttuurikohteille':
      '/fi/kaikukortti-kohteille/perehdytysmateriaali',
    '/vastuuhenkiloille/ohjeet-ja-materiaalit': '/fi/vastuuhenkiloille/ohjeet-ja-materiaalit',
    '/etusivu-2/kayttoehdot': '/fi/kayttoehdot',
    '/etusivu-2/tietosuojaseloste?utm=a': '/fi/tietosuojaseloste?utm=a',
    '/ar-kortet-for-mig': '/sv/ar-kortet-for-mig',
    '/lisatietoa/kaikukeskus': '/fi/lisatietoa/kaikukeskus',
    '/news': '/en/news',
  }
  for (const [from, to] of Object.entries(moved)) {
    const reply = await world.anyone.get(from)
    expect([from, reply.status, reply.headers.get('location')]).toEqual([from, 308, to])
  }
  expect((await world.anyone.get('/etusivu-2')).status).toBe(404)
})

test.each([
  ['sv-FI,sv;q=0.9,fi;q=0.8', '/sv/logga-in'],
  ['en-GB,en;q=0.9', '/en/sign-in'],
  ['ru,en;q=0.5', '/en/sign-in'],
  ['de', '/fi/kirjaudu'],
  ['', '/fi/kirjaudu'],
])(
  'the staff’s printed address leads to signing in, in the language of the browser: %s',
  async (asked, to) => {
    const reply = await world.anyone.get('/admin', { 'accept-language': asked })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, to])
    expect([reply.headers.get('vary'), reply.headers.get('cache-control')]).toEqual([
      'accept-language',
      'no-store',
    ])
  },
)

test('a start publishes what is new of the program’s texts, and nothing twice', async () => {
  expect(await fill(texts)).toBe(0)
  expect(await fill([textOf('for-me', 'sv', 'Är kortet för mig?')])).toBe(1)
  expect((await read('/sv/ar-kortet-for-mig')).html).toContain('<h1>Är kortet för mig?</h1>')
})
