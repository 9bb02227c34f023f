import { formatCode, newCode } from '../src/codes/rules.ts'
import { makeCard, makeSite, makeUnit } from './makers.ts'
import { newWorld, type World } from './world.ts'

export type Browser = Awaited<ReturnType<World['as']>>

/** The words of a page's main part as one line, without tags and without what only its script reads. */
const wordsOf = (html: string) => {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  return main
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const reply = async (response: Response) => {
  const html = await response.text()
  return { status: response.status, to: response.headers.get('location') ?? '', html, text: wordsOf(html) }
}

/** A world with one site, somebody at its desk, and what a desk does; `who` is another browser. */
export const newDesk = async () => {
  const world = await newWorld()
  const unit = await makeUnit(world.db)
  const site = await makeSite(world.db, { name: 'Esimerkkiteatteri', municipality: unit.municipality })
  const venue = await world.as({ role: 'venue', site })

  const get = async (path: string, who = venue) => reply(await who.get(path))
  const post = async (path: string, fields: Record<string, string> = {}, who = venue) =>
    reply(await who.post(path, fields))
  const check = (code: string, who = venue, desk = '/fi/kassa') => post(desk, { code }, who)

  return {
    ...{ world, unit, site, venue, get, post, check },
    card: (given: Parameters<typeof makeCard>[2] = {}) =>
      makeCard(world.db, world.keys, { unit, registeredOn: '2026-03-15', ...given }),
    /** Checks a card and opens the answer. */
    open: async (code: string, who = venue, desk = '/fi/kassa') => {
      const { status, to } = await check(code, who, desk)
      if (status !== 303) throw new Error(`The check was answered with ${status}`)
      return { path: to, ...(await get(to, who)) }
    },
    /** Time goes by at a desk that is in use: its session does not idle out. */
    pass: async (minutes: number) => {
      for (let left = minutes; left > 0; left -= 15) {
        world.later(Math.min(left, 15))
        await venue.get('/fi/kassa')
      }
    },
    uses: () => world.db.selectFrom('use').selectAll().orderBy('received_at').execute(),
    checks: () => world.db.selectFrom('card_check').selectAll().execute(),
    audits: (permission: string) =>
      world.db.selectFrom('audit').selectAll().where('permission', '=', permission).orderBy('id').execute(),
    /** The tickets that the statistics count. */
    counted: async () => {
      const rows = await world.db.selectFrom('statistics_use_year').select(['adults', 'children']).execute()
      const sum = (of: (row: { adults: number; children: number }) => number) =>
        rows.reduce((total, row) => total + of(row), 0)
      return { adults: sum((row) => row.adults), children: sum((row) => row.children) }
    },
  }
}
export type DeskWorld = Awaited<ReturnType<typeof newDesk>>

/** A code of the new form that no card has. */
export const strangeCode = () => formatCode(newCode())

/** A new-style code with its last character changed: its check no longer holds. */
export const mistyped = (code: string) => `${code.slice(0, 9)}${code[9] === '7' ? '8' : '7'}`
