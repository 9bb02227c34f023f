import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeCard, type MadeUnit, makeCard, makeUnit } from '../../test/makers.ts'
import { linkBy, makeRound, phoneOf } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, type Proof, proofOfSession } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { keepHouse } from '../sweep.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { addInstrument, findInstrument, publishMeans } from './instrument-queries.ts'
import { proofOf } from './rules.ts'

/** What nobody reads: the answers of one person; and means of fewer than ten. */
let world: World
let unit: MadeUnit

beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
})
afterEach(() => world.end())

type Visitor = { token: string } | null
const proofOfVisitor = (visitor: Visitor): Proof | null =>
  visitor && proofOfSession(proofOfToken(visitor.token))

/** A statement in the role that requests have; null where the database refuses it. */
const rowsOf = async (visitor: Visitor, statement: ReturnType<typeof sql>): Promise<unknown[] | null> => {
  try {
    return await world.requests.transaction().execute(async (db) => {
      await actBy(db, proofOfVisitor(visitor))
      return (await statement.execute(db)).rows
    })
  } catch (error) {
    expect((error as { code?: string }).code).toBe('42501')
    return null
  }
}

describe('the answers of one person', () => {
  const forbidden = [
    'select * from wellbeing_answer',
    'select * from wellbeing_round',
    'select count(*) from wellbeing_answer',
    'update wellbeing_round set finished_at = null returning id',
    'delete from wellbeing_answer returning item',
    'insert into wellbeing_answer values (gen_random_uuid(), 1, 1) returning item',
    'select cards_of_line(1)',
    'select wellbeing_drop_open(1, now())',
    "select wellbeing_round_here('\\x00', '\\x00', now())",
    "select instrument_add('{}')",
    'select * from wellbeing_mean',
    'select * from wellbeing_mean_pair',
    'select * from wellbeing_pairs(1, 1)',
    'select wellbeing_is_due(1, 1)',
    "select wellbeing_publish('2026-05-04')",
    'update instrument set is_placeholder = false returning id',
    'update consent_text set words = words returning words',
  ]

  test.each(forbidden)('no role of a request may %s', async (statement) => {
    const card = await makeCard(world.db, world.keys, { unit })
    await makeRound(world.db, { cardId: card.id, wave: 0, points: [1], at: world.now() })
    const visitors = [
      null,
      await world.as({ role: 'issuer', unit }),
      await world.as({ role: 'centre' }),
      await world.as({ role: 'auditor' }),
    ]
    for (const visitor of visitors) expect(await rowsOf(visitor, sql.raw(statement))).toBeNull()
  })

  test('an issuer of another unit neither begins, sees, ends nor forgets', async () => {
    const card = await makeCard(world.db, world.keys, { unit })
    const own = await world.as({ role: 'issuer', unit })
    const other = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    await linkBy(own, card)
    const now = world.now()
    const begin = sql`select wellbeing_begin(${card.id}::bigint, gen_random_uuid(), 'fi', 'phone', '\\x00', null, ${now}, ${now}, '2026-05-04')`
    expect(await rowsOf(other, begin)).toBeNull()
    expect(await rowsOf(other, sql`select wellbeing_forget(${card.id}::bigint, ${now})`)).toBeNull()
    expect(await rowsOf(other, sql`select * from wellbeing_rounds_of(${card.id}::bigint)`)).toEqual([])
    expect(await rowsOf(other, sql`select wellbeing_end(${card.id}::bigint, ${now}) as ended`)).toEqual([
      { ended: 0 },
    ])
    expect(await rowsOf(own, sql`select * from wellbeing_rounds_of(${card.id}::bigint)`)).toHaveLength(1)
  })

  test('a round does not begin without a standing consent, even for who may ask', async () => {
    const card = await makeCard(world.db, world.keys, { unit })
    const own = await world.as({ role: 'issuer', unit })
    const now = world.now()
    const begin = sql`select wellbeing_begin(${card.id}::bigint, gen_random_uuid(), 'fi', 'phone', '\\x00', null, ${now}, ${now}, '2026-05-04')`
    expect(await rowsOf(own, begin)).toBeNull()
  })

  test('the link alone, without the browser that opened it, tells nothing', async () => {
    const card = await makeCard(world.db, world.keys, { unit })
    const own = await world.as({ role: 'issuer', unit })
    const link = await linkBy(own, card)
    const phone = phoneOf(world)
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    const token = proofOf(link.split('/').at(-1)!)
    const bond = proofOf(phone.cookie().split('=')[1]!)
    const given = (by: Buffer | null) =>
      rowsOf(
        own,
        sql`select item, points from wellbeing_given(${token}::bytea, ${by}::bytea, ${world.now()})`,
      )
    expect(await given(null)).toEqual([])
    expect(await given(proofOf('x'.repeat(43)))).toEqual([])
    expect(await given(bond)).toEqual([{ item: 1, points: 2 }])
    await phone.post(`${link}/loppu`, { keep: 'yes' })
    expect(await given(bond)).toEqual([])
  })
})

describe('means before and after', () => {
  /** Somebody with a renewed card; points of the first ten items before and after. @returns the newer card */
  const person = async (
    before: number | null,
    after: number | null,
    instrumentId = 1,
    afterByItem: (number | null)[] = Array(10).fill(after),
  ): Promise<MadeCard> => {
    const cards: MadeCard[] = []
    for (let wave = 0; wave < 2; wave++) cards.push(await makeCard(world.db, world.keys, { unit }))
    await world.db
      .insertInto('card_renewal')
      .values({ new_card_id: cards[1]!.id, old_card_id: cards[0]!.id })
      .execute()
    for (const [wave, points] of [Array(10).fill(before), afterByItem].entries())
      await makeRound(world.db, { cardId: cards[wave]!.id, wave, points, at: world.now(), instrumentId })
    return cards[1]!
  }
  const people = async (count: number, before: number | null, after: number | null, instrumentId = 1) => {
    for (let one = 0; one < count; one++) await person(before, after, instrumentId)
  }
  const file = async () => {
    await publishMeans(world.db, dayOf(world.now()))
    const centre = await world.as({ role: 'centre' })
    const reply = await centre.get('/en/wellbeing-questions.csv')
    const [head, ...rows] = (await reply.text()).trim().split('\r\n')
    return { head, rows: rows.map((row) => row.split(';')) }
  }

  test('nine people are hidden, and why; ten are shown with one decimal, and nothing of any one', async () => {
    await people(5, 2, 4)
    await people(4, 3, 4)
    expect((await file()).rows[0]!.slice(7)).toEqual([
      '',
      '',
      '',
      '"Not shown: fewer than 10 people, or all answered alike"',
      '',
    ])
    await person(3, 3)
    const { rows } = await file()
    expect(rows).toHaveLength(10)
    expect(rows[0]).toEqual([
      ...['SWB-10', 'placeholder-1', 'yes', 't0', 't1', '1'],
      'How often have you had something nice to look forward to?',
      ...['10', '2.5', '3.9', '', '2026-05-04'],
    ])
  })

  test('an item where much is bad is turned round', async () => {
    await people(5, 2, 4)
    await people(5, 3, 4)
    const { rows } = await file()
    expect(rows[7]!.slice(8, 11)).toEqual(['3.5', '2.0', 'Reversed: a large number is good'])
  })

  test('who answered only once, or skipped, is in no pair', async () => {
    await people(9, 2, 4)
    await person(3, null)
    await makeRound(world.db, {
      cardId: (await makeCard(world.db, world.keys, { unit })).id,
      ...{ wave: 0, points: [1], at: world.now() },
    })
    expect((await file()).rows[0]![8]).toBe('')
  })

  test('where all gave the lowest or highest answer, each one’s would be known: hidden', async () => {
    await people(12, 3, 5)
    expect((await file()).rows[0]!.slice(7, 10)).toEqual(['', '', ''])
  })

  test('the number of people is rounded down, so that one more is not told from the others', async () => {
    await people(7, 2, 4)
    await people(7, 3, 3)
    expect((await file()).rows[0]![7]).toBe('10')
  })

  test('answers to another set are another row, and are not paired with these', async () => {
    const { id: _, ...ours } = (await findInstrument(world.db, 1))!
    const scoring = { reversed: [], total: { atLeast: 8 } }
    await addInstrument(world.db, {
      ...ours,
      ...{ name: 'Muu', version: '1', validFrom: '2026-04-01', isPlaceholder: false, scoring },
    })
    await people(6, 2, 4)
    await people(6, 3, 4)
    await people(6, 2, 3, 2)
    await people(6, 3, 3, 2)
    const { rows } = await file()
    expect(rows.map(([name]) => name)).toEqual([...Array(11).fill('Muu'), ...Array(10).fill('SWB-10')])
    expect(rows[0]!.slice(2, 3)).toEqual(['no'])
    expect(rows[10]!.slice(6, 10)).toEqual(['All questions together', '10', '2.5', '3.0'])
    expect(rows[11]!.slice(8, 10)).toEqual(['2.5', '4.0'])
  })

  describe('are published, and stay', () => {
    const months = (count: number) => world.later(count * 31 * 24 * 60)
    /** The mean before and after of the first question, and the day they were counted. */
    const first = async () => (await file()).rows[0]!.filter((_, column) => [8, 9, 11].includes(column))

    test('one person more changes no figure, however long one waits; five do, a month later', async () => {
      await people(5, 2, 4)
      await people(5, 3, 4)
      await person(3, 3)
      const published = await first()
      expect(published).toEqual(['2.5', '3.9', '2026-05-04'])
      await person(5, 1)
      expect(await first()).toEqual(published)
      months(2)
      expect(await first()).toEqual(published)
      await people(4, 5, 1)
      expect(await first()).toEqual(['3.3', '3.0', '2026-07-05'])
      await people(5, 2, 4)
      expect((await first())[2]).toBe('2026-07-05')
      months(1)
      expect((await first())[2]).toBe('2026-08-05')
    })

    test('who skipped a question makes its figure wait, and the others with it', async () => {
      await people(5, 2, 4)
      await people(5, 3, 4)
      await first()
      months(1)
      await people(4, 5, 1)
      await person(5, 1, 1, [null, ...Array(9).fill(1)])
      expect((await first())[2]).toBe('2026-05-04')
      await person(5, 1)
      expect((await first())[2]).toBe('2026-06-04')
    })

    test('who withdraws is in no later figure, and no figure tells who went', async () => {
      await people(8, 2, 4)
      const withdrawn = [await person(5, 1), await person(5, 1), await person(5, 1)]
      const published = await first()
      months(1)
      const issuer = await world.as({ role: 'issuer', unit })
      for (const card of withdrawn)
        await issuer.post(`/fi/kortti/${card.id}/suostumukset/peru-kysymykset`, {})
      expect(await first()).toEqual(published)
      await people(2, 2, 4)
      expect(await first()).toEqual(['2.0', '4.0', '2026-06-04'])
      // Nobody's answers lie behind what is shown but theirs who are still there.
      const { rows } = await sql<{ persons: number }>`
        select count(*)::int as persons from wellbeing_mean_pair where item = 1`.execute(world.db)
      expect(rows).toEqual([{ persons: 10 }])
    })

    test('the sweep publishes', async () => {
      await people(10, 2, 4)
      await keepHouse(world.db, world.now(), 'http://localhost:3000')
      const centre = await world.as({ role: 'centre' })
      expect(await (await centre.get('/en/wellbeing-questions.csv')).text()).toContain(';10;2.0;4.0;')
    })
  })

  test('nobody but the centre gets them, and the page tells how often a set was answered', async () => {
    await people(12, 2, 3)
    await publishMeans(world.db, '2026-05-04')
    for (const visitor of [
      null,
      await world.as({ role: 'issuer', unit }),
      await world.as({ role: 'auditor' }),
    ]) {
      expect(await rowsOf(visitor, sql`select * from wellbeing_means()`)).toEqual([])
      expect(await rowsOf(visitor, sql`select * from wellbeing_counts()`)).toEqual([])
    }
    const centre = await world.as({ role: 'centre' })
    const html = await (await centre.get('/fi/hyvinvointikysymykset')).text()
    expect(html).toContain('Vastanneita kertoja vähintään</dt><dd>20</dd>')
    expect(html).toContain('Luvut on laskettu 4.5.2026.')
    expect(html).toContain('Koekysymykset')
  })
})
