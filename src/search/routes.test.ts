import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { fillPages } from '../pages/fill.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  await makeSite(world.db, { municipality, name: 'Kuhmo-talo' })
  await world.db.transaction().execute((db) => fillPages(db, world.now()))
})
afterAll(() => world.end())

const get = async (path: string) => (await world.anyone.get(path)).text()
const linksIn = (html: string) => [...html.matchAll(/<p class="how"><a href="([^"]+)"/g)].map(([, to]) => to)

describe('the page that looks through everything public', () => {
  test('finds a text by another form of its word, and marks it', async () => {
    const html = await get('/fi/haku?q=avustajalle')
    expect(linksIn(html)).toContain('/fi/nain-kaytat-korttia')
    expect(html).toMatch(/<mark>[Aa]vustaja/)
  })

  test.each([
    ['/sv/sok?q=assistenten', '/sv/sa-anvander-du-kortet'],
    ['/en/search?q=assistants', '/en/how-to-use'],
    ['/ru/search?q=билетами', '/ru/how-to-use'],
    ['/selko/haku?q=avustajan', '/selko/nain-kaytat-korttia'],
  ])('%s finds the page of that language', async (path, page) =>
    expect(linksIn(await get(path))).toContain(page),
  )

  test('finds municipalities and sites by name', async () => {
    const html = await get('/ar/search?q=kuhmo')
    expect(html).toContain('href="/ar/places?q=Kuhmo"')
    expect(html).toContain('>Kuhmo-talo</a>')
  })

  test('says what to do when nothing is found, and asks nothing of an empty question', async () => {
    expect(await get('/fi/haku?q=zzzz')).toContain('Kokeile toista sanaa')
    expect(await get('/fi/haku?q=')).not.toContain('Kokeile toista sanaa')
  })

  test.each(["'", '"', '&|!', '\\', '<script>alert(1)</script>', ':*', 'a & ', '\u0000x', '%_'])(
    'what is typed stays what it is: %j',
    async (typed) => {
      const reply = await world.anyone.get(`/fi/haku?q=${encodeURIComponent(typed)}`)
      expect(reply.status).toBe(200)
      expect(await reply.text()).not.toContain('<script>alert')
    },
  )
})
