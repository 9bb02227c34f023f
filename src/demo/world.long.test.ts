import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { type CardFacts, childrenProblem, refusalOf } from '../cards/rules.ts'
import { isNewCode } from '../codes/rules.ts'
import { isPasswordRight } from '../lib/passwords.ts'
import { findDifferences } from '../statistics/rollup-queries.ts'
import { demoEmail, demoPassword, demoUsers } from './people.ts'
import { type DemoFacts, readFacts } from './queries.ts'
import { stories } from './rules.ts'
import { makeDemoWorld } from './world.ts'

const start = '2026-11-18T13:00:00Z'
const day = 24 * 60

let world: World
let facts: DemoFacts
let firstDigest: unknown

const rowsOf = async <Row>(text: string): Promise<Row[]> => (await sql.raw<Row>(text).execute(world.db)).rows
const rowOf = async <Row = Record<string, number>>(text: string): Promise<Row> =>
  (await rowsOf<Row>(text))[0]!

/** Everything that the world says, without what differs by nature: keyed hashes, the ids of accounts, secrets. */
const digestOf = () =>
  rowOf(`select
    (select md5(string_agg(concat_ws('|', c.id, c.code_tail, c.type, u.name, c.state, c.registered_at, c.valid_until,
      c.birth_year, c.postal_code, c.children, c.life_situation, c.gender, c.closed_on), '/' order by c.id))
      from card c join issuing_unit u on u.id = c.unit_id) as cards,
    (select md5(string_agg(concat_ws('|', u.id, u.card_id, s.name, u.used_at, u.received_at, u.adults, u.children,
      u.companions, u.kind, u.source, u.event), '/' order by u.id)) from use u join site s on s.id = u.site_id) as uses,
    (select md5(string_agg(use_id::text, '/' order by use_id)) from use_cancellation) as undone,
    (select facts -> 'cards' from demo_facts) as codes,
    (select count(*) from card) as card_count, (select count(*) from use) as use_count,
    (select count(*) from issuing_unit) as units, (select count(*) from site) as sites`)

beforeAll(async () => {
  world = await newWorld(start)
  await makeDemoWorld(world.db, world.keys, world.now())
  firstDigest = await digestOf()
  await world.end()
  world = await newWorld(start, { demo: true })
  await makeDemoWorld(world.db, world.keys, world.now())
  facts = (await readFacts(world.db))!
}, 240_000)
afterAll(() => world.end())

test('the same moment makes the same world, whatever the key of the cards', async () =>
  expect(await digestOf()).toEqual(firstDigest))

test('a second world on top is refused, and nothing of it stays', async () => {
  await expect(makeDemoWorld(world.db, world.keys, world.now())).rejects.toThrow()
  expect(await digestOf()).toEqual(firstDigest)
})

describe('the network', () => {
  test('is the real one: 123 municipalities in 16 areas, Haaparanta in Sweden', async () => {
    expect(
      await rowOf(`select count(distinct municipality_id) as municipalities, count(distinct area_id) as areas
        from area_membership`),
    ).toEqual({ municipalities: 123, areas: 16 })
    expect(await rowOf(`select country from municipality where name_fi = 'Haaparanta'`)).toEqual({
      country: 'SE',
    })
  })

  test('has some sixty offices, and in each area one of an association', async () => {
    const areas = await rowsOf<{ name: string; units: number; associations: number }>(`
      select a.name, count(u.id) as units, count(u.id) filter (where u.third_sector) as associations
      from area a left join issuing_unit u on u.area_id = a.id group by a.name`)
    const units = areas.reduce((sum, area) => sum + Number(area.units), 0)
    expect(units).toBeGreaterThanOrEqual(60)
    expect(areas.filter(({ associations }) => Number(associations) === 0)).toEqual([])
  })

  test('lets the intermediary record for five sites, the demo venue among them', async () => {
    const sites = await rowsOf<{ site_id: number }>('select site_id from site_intermediary')
    expect(sites).toHaveLength(5)
    expect(sites.map(({ site_id }) => site_id)).toContain(facts.siteId)
  })
})

describe('the demo’s own area', () => {
  const own = `area_id = (select area_id from site where id = `
  test('has a contact person at every unit and site, nearly all with an address', async () => {
    const { missing } = await rowOf(`select count(*)::integer as missing from (
      select id as unit_id, null::integer as site_id from issuing_unit where ${own}${facts.siteId})
      union all select null, id from site where ${own}${facts.siteId})) p
      where not exists (select from contact_person c where c.unit_id = p.unit_id or c.site_id = p.site_id)`)
    expect(missing).toBe(0)
    const people = await rowsOf<{ email: string | null }>('select email from contact_person')
    expect(people.length).toBeGreaterThan(10)
    expect(people.every(({ email }) => email === null || email.endsWith('@esimerkki.example'))).toBe(true)
  })

  test('has one unit that has confirmed, and a theatre that says what the card gives in three languages', async () => {
    expect(await rowsOf('select year from confirmation')).toEqual([{ year: 2026 }])
    const page = await (await world.anyone.get(`/en/places/${facts.siteId}`)).text()
    expect(page).toContain('The card covers €60 of a course.')
    expect(page).not.toContain('in Finnish only')
  })
})

describe('the cards', () => {
  test('number about 1,500 personal ones given out, and five of communities', async () => {
    const cards = await rowOf(`select
      count(*) filter (where type = 'personal' and state <> 'stock') as personal,
      count(*) filter (where type = 'community' and state <> 'stock') as community,
      count(*) filter (where state = 'lost') as lost, count(*) filter (where state = 'withdrawn') as withdrawn,
      count(*) filter (where state = 'replaced') as replaced,
      count(*) filter (where state = 'registered' and valid_until < '2026-11-18') as expired,
      count(*) filter (where state = 'registered' and valid_until between '2026-11-18' and '2026-12-18') as ending
      from card`)
    expect(Number(cards.personal)).toBeGreaterThan(1350)
    expect(Number(cards.personal)).toBeLessThan(1650)
    expect(Number(cards.community)).toBe(5)
    for (const kind of ['lost', 'withdrawn', 'replaced', 'expired', 'ending'])
      expect(Number(cards[kind]), kind).toBeGreaterThan(10)
  })

  test('are used by about four holders in ten', async () => {
    const { share } = await rowOf<{ share: string }>(`
      select avg(case when u.uses > 0 then 1 else 0 end)::text as share
      from card c left join card_usage u on u.card_id = c.id where c.type = 'personal' and c.state <> 'stock'`)
    expect(Number(share)).toBeGreaterThan(0.34)
    expect(Number(share)).toBeLessThan(0.48)
  })

  test('wait in every office, thirty or more in the demo issuer’s', async () => {
    const stock = await rowsOf<{ unit: string; cards: number; isDemo: boolean }>(`
      select u.name as unit, coalesce(sum(r.last_serial - r.first_serial + 1), 0) as cards, u.id = (select l.unit_id from account_role l join account a on a.id = l.account_id
          where a.email = '${demoEmail('issuer')}') as "isDemo"
      from issuing_unit u left join stock_range r on r.unit_id = u.id and r.place = 'unit' group by u.id, u.name`)
    expect(stock.filter(({ cards }) => Number(cards) === 0)).toEqual([])
    expect(Number(stock.find(({ isDemo }) => isDemo)!.cards)).toBeGreaterThanOrEqual(30)
  })

  test('follow the rules: 16 or turning 16, at most a year, a consent for each, renewed by the same person', async () => {
    const personal = `card c where c.type = 'personal' and c.registered_on is not null`
    expect(
      await rowOf(`select
        (select count(*) from ${personal} and extract(year from c.registered_on) - c.birth_year < 16) as young,
        (select count(*) from ${personal} and c.valid_until >= c.registered_on + interval '12 months') as long,
        (select count(*) from ${personal} and not exists (select from consent k where k.card_id = c.id)) as unasked,
        (select count(*) from card_renewal r join card o on o.id = r.old_card_id join card n on n.id = r.new_card_id
          where o.birth_year <> n.birth_year or o.unit_id <> n.unit_id or n.registered_on <= o.registered_on) as mixed,
        (select count(*) from card_event e join card c on c.id = e.card_id
          where e.happened_at > '${start}' or e.happened_at::date < c.registered_on) as unborn`),
    ).toEqual({ young: 0, long: 0, unasked: 0, mixed: 0, unborn: 0 })
  })

  test('of Haaparanta have a Swedish postal code', async () => {
    const codes = await rowsOf<{ code: string }>(`select distinct c.postal_code as code
      from card c join issuing_unit u on u.id = c.unit_id join municipality m on m.id = u.municipality_id
      where m.country = 'SE' and c.registered_on is not null`)
    expect(codes.length).toBeGreaterThan(0)
    for (const { code } of codes) expect(code).toMatch(/^953\d\d$/)
  })
})

describe('the uses', () => {
  test('number about 11,000 in the last nineteen months and none is in the future', async () => {
    const uses = await rowOf<{ uses: number; first: string; future: number }>(`select count(*) as uses,
      min(used_on)::text as first, count(*) filter (where greatest(used_at, received_at) > '${start}') as future from use`)
    expect(Number(uses.uses)).toBeGreaterThan(10_300)
    expect(Number(uses.uses)).toBeLessThan(12_200)
    expect(uses.first >= '2025-04-26' && uses.first < '2025-05-10').toBe(true)
    expect(Number(uses.future)).toBe(0)
  })

  test('would each have been allowed by the rules on its day', async () => {
    const uses = await rowsOf<CardFacts & { usedOn: string; brought: number }>(`
      select c.type, c.state, c.registered_on as "registeredOn", c.valid_until as "validUntil", c.children,
        c.closed_on as "closedOn", u.used_on as "usedOn", u.children as brought
      from use u join card c on c.id = u.card_id`)
    const refused = uses.filter(
      ({ usedOn, brought, ...card }) =>
        refusalOf(card, usedOn) !== null || childrenProblem(card, brought) !== null,
    )
    expect(uses.length).toBeGreaterThan(8000)
    expect(refused).toEqual([])
  })

  test('are of sports for more than half, and of children for an eighth to a quarter', async () => {
    const share = await rowOf<{ sports: string; children: string; others: number }>(`
      select (sum(adults + children) filter (where category = 'sports')::numeric / sum(adults + children))::text as sports,
        (sum(children)::numeric / sum(adults + children))::text as children,
        count(distinct category) as others from use`)
    expect(Number(share.sports)).toBeGreaterThan(0.5)
    expect(Number(share.sports)).toBeLessThan(0.7)
    expect(Number(share.children)).toBeGreaterThan(0.12)
    expect(Number(share.children)).toBeLessThan(0.25)
    expect(Number(share.others)).toBe(4)
  })

  test('have the rhythm of weeks and seasons', async () => {
    const rhythm = await rowOf(`select
      count(*) filter (where s.name like '%eatteri%' and s.category = 'culture' and extract(isodow from used_on) in (5, 6)) as stage_weekend,
      count(*) filter (where s.name like '%eatteri%' and s.category = 'culture' and extract(isodow from used_on) in (1, 2)) as stage_monday,
      count(*) filter (where s.name like '%uimahalli%' and extract(isodow from used_on) between 1 and 5) / 5.0 as swim_workday,
      count(*) filter (where s.name like '%uimahalli%' and extract(isodow from used_on) > 5) / 2.0 as swim_weekend,
      count(*) filter (where u.category = 'education' and extract(month from used_on) = 7) as study_july,
      count(*) filter (where u.category = 'education' and extract(month from used_on) = 9) as study_september,
      count(*) filter (where s.name like '%juhla%' and extract(month from used_on) in (6, 7, 8, 9)) as festival_summer,
      count(*) filter (where s.name like '%juhla%') as festival
      from use u join site s on s.id = u.site_id`)
    const number = (name: string) => Number(rhythm[name])
    expect(number('stage_weekend')).toBeGreaterThan(2 * number('stage_monday'))
    expect(number('swim_workday')).toBeGreaterThan(1.3 * number('swim_weekend'))
    expect(number('study_july')).toBe(0)
    expect(number('study_september')).toBeGreaterThan(20)
    expect(number('festival')).toBeGreaterThan(10)
    expect(number('festival_summer')).toBe(number('festival'))
  })

  test('include companions, events, undone ones and late ones; the demo venue has some today', async () => {
    const some = await rowOf(`select sum(companions) as companions, count(distinct event) as events,
      (select count(*) from use_cancellation) as undone, count(*) filter (where source = 'offline') as late,
      count(*) filter (where site_id = ${facts.siteId} and used_on = '2026-11-18') as today from use`)
    for (const [kind, count] of Object.entries(some)) expect(Number(count), kind).toBeGreaterThan(0)
  })

  test('stand in the counts exactly as a recount finds them', async () =>
    expect(await findDifferences(world.db, null)).toEqual([]))
})

test('each person of the demo signs in with the printed password, in one role and place', async () => {
  const accounts = await rowsOf<{ email: string; hash: string; role: string; place: string | null }>(`
    select a.email, a.password_hash as hash, r.role, coalesce(area.name, u.name, s.name, o.name) as place
    from account a join account_role r on r.account_id = a.id left join area on area.id = r.area_id
    left join issuing_unit u on u.id = r.unit_id left join site s on s.id = r.site_id
    left join organisation o on o.id = r.organisation_id
    where a.email in (${demoUsers.map(({ user }) => `'${demoEmail(user)}'`).join(', ')})`)
  expect(accounts).toHaveLength(demoUsers.length)
  const places = new Map(accounts.map(({ email, role, place }) => [email, `${role}: ${place}`]))
  expect(demoUsers.map(({ user }) => places.get(demoEmail(user)))).toEqual([
    'centre: null',
    'coordinator: Kainuu',
    'coordinator: Kainuu',
    'issuer: Aikuissosiaalityö Tervatupa',
    'venue: Kajaanin teatteri Tuohus',
    'intermediary: Esimerkkilippu',
    'auditor: null',
  ])
  expect(await isPasswordRight(accounts[0]!.hash, demoPassword)).toBe(true)
})

describe('the printed facts', () => {
  const check = async (code: string) => {
    const reply = await world.call('POST', '/api/v1/card-checks', facts.apiKey, {
      code,
      siteId: facts.siteId,
    })
    expect(reply.status).toBe(200)
    return (await reply.json()) as { allowed: boolean; reason: string | null; children: number | null }
  }
  const answers = {
    valid: { allowed: true, reason: null, children: 0 },
    validWithChildren: { allowed: true, reason: null, children: 2 },
    expired: { allowed: false, reason: 'card-expired' },
    unregistered: { allowed: false, reason: 'card-not-registered' },
    withdrawn: { allowed: false, reason: 'card-blocked' },
    community: { allowed: true, reason: null },
    communityInStock: { allowed: false, reason: 'card-not-registered' },
    replaced: { allowed: false, reason: 'card-replaced' },
    lost: { allowed: false, reason: 'card-lost' },
    otherAreaOnly: { allowed: false, reason: 'card-local-only' },
    expiresToday: { allowed: true, reason: null, validUntil: '2026-11-18' },
    limitReached: { allowed: false, reason: 'limit-reached' },
  }
  /** Those whose answer is of the day or year in which the world was made. */
  const passing: readonly string[] = ['expiresToday', 'limitReached']

  test('hold a code for each answer, written as on a card', () => {
    expect(Object.keys(facts.cards).sort()).toEqual([...stories].sort())
    for (const code of Object.values(facts.cards)) {
      expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      expect(isNewCode(code)).toBe(true)
    }
  })

  test('get those answers on the day of making', async () => {
    for (const story of stories) expect(await check(facts.cards[story]), story).toMatchObject(answers[story])
  })

  test('say of cards that nobody has used', async () => {
    const reply = await world.call(
      'POST',
      '/api/v1/uses',
      facts.apiKey,
      { code: facts.cards.valid, siteId: facts.siteId, adults: 1, children: 0 },
      { 'idempotency-key': 'the first ticket' },
    )
    expect(reply.status).toBe(201)
  })

  test('refuse each with a reason of its own, and the limit of one card stands in no other’s way', async () => {
    const record = (code: string, itemKey: string) =>
      world.call(
        'POST',
        '/api/v1/uses',
        facts.apiKey,
        { code, siteId: facts.siteId, adults: 1, children: 0 },
        { 'idempotency-key': itemKey },
      )
    const replies: Record<string, string | number> = {}
    for (const story of stories) {
      const reply = await record(facts.cards[story], `own ${story}`)
      const { type } = (await reply.json()) as { type?: string }
      replies[story] = type?.split('/').at(-1) ?? reply.status
    }
    for (const story of stories) expect(replies[story], story).toBe(answers[story].reason ?? 201)
    const refused = stories.filter((story) => !answers[story].allowed && story !== 'communityInStock')
    expect(new Set(refused.map((story) => replies[story])).size).toBe(refused.length)
    for (let again = 0; again < 20; again++)
      expect((await record(facts.cards.valid, `again ${again}`)).status).toBe(201)
  })

  test('name pages that each role can open', async () => {
    const { unitId, siteId, organisationId } = await rowOf<
      Record<'unitId' | 'siteId' | 'organisationId', number>
    >(`
      select max(unit_id) as "unitId", max(site_id) as "siteId", max(organisation_id) as "organisationId" from account_role`)
    const place = { id: 0, name: '', municipality: { id: 0, areaId: 0, name: '' } }
    const { area_id: areaId } = await world.db
      .selectFrom('issuing_unit')
      .select('area_id')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow()
    const browsers = {
      centre: await world.as({ role: 'centre' }),
      coordinator: await world.as({ role: 'coordinator', areaId }),
      issuer: await world.as({ role: 'issuer', unit: { ...place, id: unitId } }),
      venue: await world.as({ role: 'venue', site: { ...place, id: siteId } }),
      intermediary: await world.as({ role: 'intermediary', organisationId }),
      auditor: await world.as({ role: 'auditor' }),
    }
    for (const [role, browser] of Object.entries(browsers)) {
      const pages = facts.pages[role as keyof typeof browsers]
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages) expect((await browser.get(page)).status, `${role} ${page}`).toBe(200)
    }
  })

  test('still get those answers five months later', async () => {
    world.later(150 * day)
    for (const story of stories.filter((one) => !passing.includes(one)))
      expect(await check(facts.cards[story]), story).toMatchObject(answers[story])
  })
})
