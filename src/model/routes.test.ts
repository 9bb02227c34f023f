import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationOf } from '../../test/commitments.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { putCommitment, signOnPaper } from '../../test/model.ts'
import { newWorld, type World } from '../../test/world.ts'
import { findModelInForce, findNewestModel } from './queries.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
let [centre, coordinator, other] = [] as unknown as [Someone, Someone, Someone]
let [unit, site] = [] as unknown as [MadeUnit, MadeSite]
beforeAll(async () => {
  world = await newWorld() // Monday 4.5.2026
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const oulu = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  unit = await makeUnit(world.db, { municipality: kuhmo, name: 'Aikuissosiaalityö' })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Kuhmon teatteri' })
  await makeSite(world.db, { municipality: oulu, name: 'Oulun museo' })
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId: kuhmo.areaId })
  other = await world.as({ role: 'coordinator', areaId: oulu.areaId })
})
afterAll(() => world.end())

const keep = '/fi/toimintamalli-yllapito'
const read = async (path: string, who: Pick<Someone, 'get'> = world.anyone) => (await who.get(path)).text()
const post = async (path: string, fields: Record<string, string> = {}, who = centre) => {
  const reply = await who.post(path, fields)
  return { status: reply.status, to: reply.headers.get('location') ?? '', html: await reply.text() }
}
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const aPoint = {
  ...{ chapter: '2', 'mark-venues': 'yes', headingFi: 'Palaute', textFi: 'Palautteeseen vastataan.' },
  ...{ headingSv: 'Respons', textSv: 'Respons besvaras.', headingEn: 'Feedback', textEn: 'It is answered.' },
}

test('the first version is there, for everyone, in three languages', async () => {
  const html = await read('/fi/toimintamalli')
  expect(html).toMatch(/Toimintamalli, versio 1[\s\S]*Voimassa 11\.9\.2025 alkaen/)
  expect(plain(html)).toContain('1.2 Kenelle kortin voi antaa')
  expect(plain(html)).toContain('Koskee: J (kortinjakajat), K (kohteet)')
  expect(await htmlProblems(html)).toEqual([])
  expect(plain(await read('/sv/verksamhetsmodell'))).toContain('2.1 Biljetterna är gratis')
  expect(plain(await read('/en/operating-model/1'))).toContain('3.3 No name is stored')
  expect((await world.anyone.get('/fi/toimintamalli/2')).status).toBe(404)
  expect(await findModelInForce(world.db, '2025-09-10')).toBeUndefined()
})

test('the next version is written, seen by the centre alone, published ahead and taken back', async () => {
  const made = await post(`${keep}/uusi`)
  expect(made).toMatchObject({ status: 303, to: `${keep}/2?done=made` })
  expect((await post(`${keep}/uusi`)).html).toContain('Luonnos on jo tehty.')
  for (const who of [coordinator, world.anyone])
    for (const path of [`${keep}/2`, '/fi/toimintamalli/2'])
      expect((await who.get(path)).status, path).not.toBe(200)
  expect((await post(`${keep}/2/julkaise`, { from: '1.6.2026' })).html).toContain(
    'Muuta ensin jotakin kohtaa.',
  )

  const refused = await post(`${keep}/2/kohdat/uusi`, { ...aPoint, textSv: '', 'mark-venues': '' })
  expect([refused.status, refused.html.includes('Palautteeseen vastataan.')]).toEqual([422, true])
  expect(refused.html).toContain('Valitse, keitä kohta koskee.')
  expect((await post(`${keep}/2/kohdat/uusi`, aPoint)).to).toBe(`${keep}/2?done=point#point-17`)
  expect((await post(`${keep}/2/kohdat/17/siirra`, { direction: 'up' })).status).toBe(303)
  expect((await post(`${keep}/2/kohdat/17/siirra`)).status).toBe(422)
  const first = {
    ...aPoint,
    chapter: '1',
    headingFi: 'Sama kortti kaikille',
    textFi: 'Kortti käy samoin ehdoin.',
  }
  expect((await post(`${keep}/2/kohdat/1`, { ...first, 'mark-issuers': 'yes' })).status).toBe(303)
  expect((await post(`${keep}/2/kohdat/12/poista`)).status).toBe(422)
  expect((await post(`${keep}/2/kohdat/12/poista`, { sure: 'yes' })).status).toBe(303)

  const changes = await read(`${keep}/2/muutokset`, centre)
  expect(plain(changes)).toMatch(
    /1 kohta muuttuu · 1 kohta on uusi · 1 kohta poistuu · 14 kohtaa pysyy samoina/,
  )
  expect(changes).toMatch(/<del><span class="vh">poistettu: <\/span>/)
  expect(await htmlProblems(changes)).toEqual([])

  expect((await post(`${keep}/2/seuraukset/uusi`, { what: 'issuers no-new-cards', days: '10' })).status).toBe(
    303,
  )
  expect(
    (await post(`${keep}/2/seuraukset/uusi`, { what: 'issuers no-new-cards', days: '60' })).html,
  ).toContain('Tämä seuraus on jo.')
  expect(
    (await post(`${keep}/2/seuraukset/uusi`, { what: 'issuers no-new-events', days: 'x' })).html,
  ).toMatch(/Valitse, mitä seuraa\.[\s\S]*Kirjoita päivät numerona/)
  expect(await read(`${keep}/2/julkaise`, centre)).toContain('3 paikkaa pyydetään sitoutumaan uudelleen.')
  for (const [from, why] of [
    ['4.5.2026', 'Valitse aikaisintaan huominen päivä.'],
    ['5.5.2026', 'Anna enemmän siirtymäaikaa.'],
    ['pian', 'Kirjoita päivä näin: 1.1.2027.'],
  ] as const)
    expect((await post(`${keep}/2/julkaise`, { from })).html).toContain(why)
  expect((await post(`${keep}/2/julkaise`, { from: '1.6.2026' })).to).toBe(`${keep}/2?done=published`)
  expect((await findNewestModel(world.db))?.number).toBe(2)
  expect((await findModelInForce(world.db, '2026-05-31'))?.number).toBe(1)

  expect(plain(await read('/fi/toimintamalli'))).toContain('Uusi versio 2 tulee voimaan 1.6.2026.')
  const seen = await read('/sv/verksamhetsmodell/2/andringar')
  expect(plain(seen)).toContain('Ny punkt: 2.6 Respons')
  expect(await htmlProblems(seen)).toEqual([])

  // Published text is nobody's to change, by no way.
  expect((await centre.get(`${keep}/2/kohdat/1`)).status).toBe(404)
  await expect(
    sql`update operating_model_point set text_fi = 'x' where version_number = 2`.execute(world.db),
  ).rejects.toThrow('stay')
  await expect(
    sql`update operating_model_version set from_on = '2027-01-01' where number = 2`.execute(world.db),
  ).rejects.toThrow('stays')
  await expect(sql`delete from operating_model_version where number = 2`.execute(world.db)).rejects.toThrow()

  expect((await post(`${keep}/1/peru`)).html).toContain('Versiota ei voi enää perua.')
  expect((await post(`${keep}/2/peru`)).to).toBe(`${keep}/2?done=back`)
  expect((await world.anyone.get('/fi/toimintamalli/2')).status).toBe(404)
  expect((await post(`${keep}/2/julkaise`, { from: '1.6.2026' })).status).toBe(303)
})

describe('who has committed', () => {
  const list = `${keep}/2/sitoutuneet`
  const names = async (query = '', who = centre) =>
    [
      ...(await read(`${list}.csv${query}`, who)).matchAll(
        /^(?:unit|site);\d+;([^;]+);.*;(\w+);([\d-]*)\r$/gm,
      ),
    ].map(([, name, state]) => `${name} ${state}`)
  test('is told by area, and a commitment covers what it names, or all of its organisation', async () => {
    expect(await names()).toEqual([
      'Aikuissosiaalityö missing',
      'Kuhmon teatteri missing',
      'Oulun museo missing',
    ])
    expect(await names('', coordinator)).toEqual(['Aikuissosiaalityö missing', 'Kuhmon teatteri missing'])
    expect(await names('', other)).toEqual(['Oulun museo missing'])
    const organisationId = await organisationOf(world, site)
    const sibling = await makeSite(world.db, { municipality: site.municipality, name: 'Kuhmon kesäteatteri' })
    await sql`update site set organisation_id = ${organisationId} where id = ${sibling.id}`.execute(world.db)
    await sql`update issuing_unit set organisation_id = ${organisationId} where id = ${unit.id}`.execute(
      world.db,
    )

    const party = { side: 'venue', name: site.name, organisationId } as const
    const common = { model: 2, kind: 'venue', from: '2026-05-04' } as const
    const old = await putCommitment(world, { ...common, model: 1, party })
    const one = await putCommitment(world, { ...common, party: { ...party, siteId: site.id } })
    await signOnPaper(world, old)
    // Version 2 cannot be taken back any more: somebody was asked to commit to it.
    expect((await post(`${keep}/2/peru`)).html).toContain('Versiota ei voi enää perua.')
    await expect(
      sql`update operating_model_version set state = 'draft', from_on = null, published_at = null where number = 2`.execute(
        world.db,
      ),
    ).rejects.toThrow('stays')
    expect(await names('', coordinator)).toEqual([
      'Aikuissosiaalityö missing',
      'Kuhmon kesäteatteri missing',
      'Kuhmon teatteri asked',
    ])
    await signOnPaper(world, one)
    expect(await names('?show=committed')).toEqual(['Kuhmon teatteri committed'])
    const all = await putCommitment(world, { ...common, party })
    await signOnPaper(world, all)
    // The whole organisation's, but a venue's commitment is none for handing out cards.
    expect(await names('', coordinator)).toEqual(['Aikuissosiaalityö missing'])
    const short = { ...common, kind: 'issuer', until: '2026-05-31' } as const
    const issuing = await putCommitment(world, { ...short, party: { ...party, side: 'issuer' } })
    await signOnPaper(world, issuing)
    // It ends before the version begins.
    expect(await names('', coordinator)).toEqual(['Aikuissosiaalityö missing'])
    expect(await names('?show=all&kind=site&q=kuhmon+KESÄ')).toEqual(['Kuhmon kesäteatteri committed'])
  })

  test('and more time is given by who keeps the place, with a reason', async () => {
    const path = `${list}/jakaja/${unit.id}`
    expect((await other.get(path)).status).toBe(404)
    expect((await post(path, { until: '30.6.2026', reason: 'x' }, other)).status).toBe(404)
    const refused = await post(path, { until: '4.5.2026', reason: 'Lautakunta käsittelee.' }, coordinator)
    expect(refused.html).toMatch(/vielä edessä[\s\S]*Lautakunta käsittelee\./)
    expect((await post(path, { until: '30.6.2026', reason: '' }, coordinator)).html).toContain(
      'Kirjoita syy.',
    )
    const given = await post(path, { until: '30.6.2026', reason: 'Lautakunta käsittelee.' }, coordinator)
    const html = await read(given.to, coordinator)
    expect(html).toMatch(/Lisäaika on annettu\.[\s\S]*Lisäaikaa 30\.6\.2026 asti/)
    expect(await htmlProblems(html)).toEqual([])
    const { rows } = await sql<{ subject: unknown }>`
      select subject from audit where permission = 'model.extend' and outcome = 'done' order by id desc limit 1`.execute(
      world.db,
    )
    expect(rows[0]?.subject).toMatchObject({ model: 2, unit: unit.id, until: '2026-06-30' })
    await expect(
      world.requests
        .transaction()
        .execute((db) => sql`update model_extension set until_on = '2030-01-01'`.execute(db)),
    ).rejects.toThrow()
  })

  test('the pages are whole, and a consequence that is ended is told as that', async () => {
    const html = await read(list, centre)
    expect(plain(html)).toMatch(/Ei ole sitoutunut ?2[\s\S]*On sitoutunut ?2/)
    expect(await htmlProblems(html)).toEqual([])
    for (const path of [keep, `${keep}/2`, `${keep}/1`, `${list}/jakaja/${unit.id}`])
      expect(await htmlProblems(await read(path, centre))).toEqual([])
    const [, id] = /seuraukset\/(\d+)\/paata/.exec(await read(`${keep}/2`, centre))!
    expect((await post(`${keep}/2/seuraukset/${id}/paata`)).status).toBe(303)
    expect(await read(`${keep}/2`, centre)).toMatch(/Mitään ei seuraa\.[\s\S]*lopetettu 4\.5\.2026/)
  })
})
