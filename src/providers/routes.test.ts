import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { startProvider, type TestProvider } from '../../test/identity-provider.ts'
import { type MadeUnit, makeAccount, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { giveRole } from '../accounts/given-role-queries.ts'
import { startSession } from '../accounts/queries.ts'
import { unsealed } from '../lib/sealed.ts'
import { hashToken, newToken } from '../web/session-cookie.ts'

let municipality: TestProvider
beforeAll(async () => {
  municipality = await startProvider()
})
afterAll(() => municipality.stop())

let world: World
let centre: Awaited<ReturnType<World['as']>>
let unit: MadeUnit
const secret = 'salaisuus-jota-ei-nayteta'
beforeEach(async () => {
  world = await newWorld()
  centre = await world.as({ role: 'centre' })
  unit = await makeUnit(world.db, { name: 'Nuorten talo' })
})
afterEach(() => world.end())

const good = () => ({
  ...{ name: 'Esimerkkikunta', issuer: municipality.issuer, clientId: 'kaiku' },
  ...{ clientSecret: secret, groupsClaim: 'groups' },
})
const add = (fields: Record<string, string> = {}) =>
  centre.post('/fi/palvelut/uusi', { ...good(), ...fields })
const added = async (fields: Record<string, string> = {}) =>
  (await add(fields)).headers.get('location')!.replace(/\?.*/, '')
const rows = () => world.db.selectFrom('identity_provider').selectAll().orderBy('id').execute()
const text = async (response: Response | Promise<Response>) => (await response).text()
const audit = () => world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

describe('adding a provider', () => {
  test('shows it in the list, with the address that it has to be told', async () => {
    expect(await text(centre.get('/fi/palvelut'))).toContain('Ei vielä kirjautumispalveluja')
    const at = await added()
    const page = await text(centre.get(`${at}?done=added`))
    for (const said of [
      'Esimerkkikunta',
      municipality.issuer,
      'http://localhost:3000/kirjaudu/paluu',
      'Palvelu on lisätty.',
      'toisen vahvistuksen',
    ])
      expect(page).toContain(said)
    expect(await text(centre.get('/fi/palvelut'))).toContain(`href="${at}"`)
    expect(await audit()).toMatchObject({
      permission: 'providers.change',
      outcome: 'done',
      subject: { provider: 1 },
    })
  })

  test('seals the secret, and never shows it again', async () => {
    const at = await added()
    const [row] = await rows()
    expect(row!.client_secret_sealed.includes(secret)).toBe(false)
    expect(unsealed(world.keys, 'identity-provider', row!.client_secret_sealed).toString()).toBe(secret)
    for (const path of ['/fi/palvelut', at, `${at}/lopeta`])
      expect(await text(centre.get(path))).not.toContain(secret)
    expect(await text(add({ issuer: 'x' }))).not.toContain(secret)
    expect(JSON.stringify(await world.db.selectFrom('audit').selectAll().execute())).not.toContain(secret)
  })

  test.each([
    ['a name', { name: '' }, 'Kirjoita nimi.'],
    ['plain http', { issuer: 'http://kunta.example' }, 'Tarkista osoite. Sen alussa on https://'],
    [
      'another machine that looks like this one',
      { issuer: 'http://localhost.kunta.example' },
      'Tarkista osoite.',
    ],
    ['another scheme', { issuer: 'file:///etc/passwd' }, 'Tarkista osoite.'],
    ['a query in the issuer', { issuer: 'https://kunta.example/?x=1' }, 'Tarkista osoite.'],
    ['a client id', { clientId: ' ' }, 'Kirjoita asiakastunnus.'],
    ['a secret', { clientSecret: '' }, 'Kirjoita asiakassalaisuus.'],
    ['a claim', { groupsClaim: 'my groups' }, 'Kirjoita kentän nimi ilman välilyöntejä.'],
  ])('asks for %s, keeps what was typed and writes nothing', async (_, fields, words) => {
    const response = await add(fields)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(words)
    expect(page).toContain(`value="${({ ...good(), ...fields } as { name: string }).name}"`)
    expect(await rows()).toEqual([])
  })

  test('takes each name and each issuer once', async () => {
    await added()
    expect(await text(add())).toContain('Tämä palvelu on jo käytössä.')
    expect(await text(add({ issuer: 'https://toinen.example' }))).toContain('Tämä nimi on tai on ollut')
    const both = await Promise.all(
      [1, 2].map((n) => add({ name: `Kunta ${n}`, issuer: 'https://kolmas.example' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await rows()).toHaveLength(2)
  })

  test('is for the centre alone', async () => {
    const at = await added()
    const others = [
      await world.as({ role: 'coordinator', areaId: unit.municipality.areaId }),
      await world.as({ role: 'issuer', unit }),
      await world.as({ role: 'auditor' }),
    ]
    for (const other of others) {
      for (const path of ['/fi/palvelut', '/fi/palvelut/uusi', at])
        expect((await other.get(path)).status).toBe(403)
      for (const path of ['/fi/palvelut/uusi', `${at}/lopeta`, `${at}/salaisuus`, `${at}/ryhma/issuer`])
        expect((await other.post(path, { ...good(), name: 'x' })).status).toBe(403)
    }
    expect((await rows()).map(({ ended_at }) => ended_at)).toEqual([null])
  })
})

test('a test of the connection says whether the provider answers', async () => {
  const at = await added()
  expect((await centre.post(`${at}/koe`, {})).headers.get('location')).toBe(`${at}?done=answers`)
  expect(await text(centre.get(`${at}?done=answers`))).toContain('Palvelu vastaa')
  const silent = await added({ name: 'Hiljainen', issuer: 'http://127.0.0.1:9' })
  expect((await centre.post(`${silent}/koe`, {})).headers.get('location')).toBe(`${silent}?done=silent`)
  expect(await text(centre.get(`${silent}?done=silent`))).toContain('Palvelu ei vastaa')
  expect((await centre.post('/fi/palvelut/99/koe', {})).status).toBe(404)
})

test('the secret can be changed', async () => {
  const at = await added()
  expect((await centre.post(`${at}/salaisuus`, { clientSecret: '' })).status).toBe(422)
  expect((await centre.post(`${at}/salaisuus`, { clientSecret: 'uusi' })).status).toBe(303)
  const [row] = await rows()
  expect(unsealed(world.keys, 'identity-provider', row!.client_secret_sealed).toString()).toBe('uusi')
})

describe('groups', () => {
  const give = (at: string, fields: Record<string, string> = {}, role = 'issuer') =>
    centre.post(`${at}/ryhma/${role}`, { groupName: 'jakajat', place: String(unit.id), ...fields })
  const groups = () => world.db.selectFrom('identity_group').selectAll().orderBy('id').execute()

  test('give a role in an area, unit, site or organisation', async () => {
    const at = await added()
    const site = await makeSite(world.db, { name: 'Kuhmo-talo', intermediary: 'Esimerkkilippu' })
    const { organisation_id: organisation } = await world.db
      .selectFrom('site_intermediary')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect((await give(at)).headers.get('location')).toBe(`${at}?done=group`)
    await give(at, { place: String(site.id) }, 'venue')
    await give(at, { place: String(organisation) }, 'intermediary')
    await give(at, { place: String(unit.municipality.areaId), side: 'sote' }, 'coordinator')
    const page = await text(centre.get(at))
    for (const said of [
      'Nuorten talo',
      'Kuhmo-talo',
      'Esimerkkilippu',
      'Kainuu',
      'Vastuuhenkilö, Sote ja hyte',
    ])
      expect(page).toContain(said)
    expect((await groups()).map(({ role, side }) => [role, side])).toEqual([
      ['issuer', null],
      ['venue', null],
      ['intermediary', null],
      ['coordinator', 'sote'],
    ])
  })

  test.each([
    ['no name', { groupName: '' }, 'issuer', 'Kirjoita ryhmän nimi.'],
    ['no place', { place: '' }, 'issuer', 'Valitse paikka.'],
    ['a place that is none', { place: '999' }, 'issuer', 'Valitse paikka.'],
    ['a coordinator without a side', { place: '1' }, 'coordinator', 'Valitse puoli.'],
  ])('with %s are asked again', async (_, fields, role, words) => {
    const at = await added()
    const response = await give(at, fields, role)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(words)
    expect(await groups()).toEqual([])
  })

  test('never give a national role, nor one that is none', async () => {
    const at = await added()
    for (const role of ['centre', 'auditor', 'device', 'x', 'constructor'])
      expect((await give(at, {}, role)).status).toBe(404)
  })

  test('give the same once, also for two who come at the same moment', async () => {
    const at = await added()
    const both = await Promise.all([give(at), give(at)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await text(give(at))).toContain('Ryhmä antaa jo tämän roolin.')
  })

  /** Somebody in the role that the first group gives, signed in. */
  const someone = async (groupId: number) => {
    const accountRole = await makeAccount(world.db, world.now(), { role: 'issuer', unitId: unit.id })
    const { account_id: account } = await world.db
      .selectFrom('account_role')
      .selectAll()
      .where('id', '=', accountRole)
      .executeTakeFirstOrThrow()
    const token = newToken()
    await world.db.transaction().execute(async (db) => {
      await db.deleteFrom('account_role').where('id', '=', accountRole).execute()
      await giveRole(db, account!, { role: 'issuer', unitId: unit.id, groupId }, world.now())
      const role = await db
        .selectFrom('account_role')
        .select('id')
        .where('account_id', '=', account)
        .executeTakeFirstOrThrow()
      await startSession(db, role.id, hashToken(token), world.now(), { proof: 'provider', providerId: 1 })
    })
    return { get: () => world.anyone.get('/fi/oma', { cookie: `kaiku=${token}` }) }
  }

  test('that are removed end their roles and sessions at once, and can be given back', async () => {
    const at = await added()
    await give(at)
    const [{ id }] = (await groups()) as [{ id: number }, ...unknown[]]
    const worker = await someone(id)
    expect((await worker.get()).status).toBe(200)
    const response = await centre.post(`${at}/ryhma/${id}/poista`, {})
    expect(response.headers.get('location')).toBe(`${at}?removed=${id}`)
    expect((await worker.get()).status).toBe(303)
    expect(await text(centre.get(`${at}?removed=${id}`))).toContain('Anna rooli takaisin')
    expect((await centre.post(`${at}/ryhma/${id}/poista`, {})).status).toBe(404)
    expect((await give(at)).status).toBe(303)
    expect(await groups()).toHaveLength(1)
    expect((await worker.get()).status).toBe(303)
  })

  test('belong to their provider: one cannot be removed through another', async () => {
    const at = await added()
    await give(at)
    const other = await added({ name: 'Toinen', issuer: 'https://toinen.example' })
    const [{ id }] = (await groups()) as [{ id: number }, ...unknown[]]
    expect((await centre.post(`${other}/ryhma/${id}/poista`, {})).status).toBe(404)
    expect(await text(centre.get(`${other}?removed=${id}`))).not.toContain('>jakajat<')
  })

  test('ending the provider is asked first, then ends its roles and sessions; it can begin anew without groups', async () => {
    const at = await added()
    await give(at)
    const worker = await someone(1)
    expect(await text(centre.get(`${at}/lopeta`))).toContain('Lopetetaanko: Esimerkkikunta?')
    const response = await centre.post(`${at}/lopeta`, {})
    expect(response.headers.get('location')).toBe('/fi/palvelut?ended=')
    expect(await text(centre.get('/fi/palvelut?ended='))).toContain('Palvelun käyttö on lopetettu.')
    expect((await worker.get()).status).toBe(303)
    expect((await centre.get('/fi/oma')).status).toBe(200)
    expect((await centre.get(at)).status).toBe(404)
    expect((await centre.post(`${at}/lopeta`, {})).status).toBe(404)
    expect(await added({ name: 'Esimerkkikunta 2' })).toBe(at)
    expect(await text(centre.get(at))).toContain('Mikään ryhmä ei vielä anna roolia')
    expect((await worker.get()).status).toBe(303)
  })
})

test('every page is sound HTML in every language', async () => {
  const at = await added()
  await centre.post(`${at}/ryhma/issuer`, { groupName: 'jakajat', place: String(unit.id) })
  const pages = ['/fi/palvelut', '/sv/tjanster', '/en/services', '/fi/palvelut/uusi', '/sv/tjanster/ny', at]
  for (const path of [
    ...pages,
    '/sv/tjanster/1',
    '/en/services/1',
    `${at}/ryhma/coordinator`,
    `${at}/lopeta`,
    '/fi/oma/palvelut',
    '/en/home/services',
    '/fi/kirjaudu/ei-onnistunut/no-groups',
  ])
    expect(await htmlProblems(await text(centre.get(path))), path).toEqual([])
  expect(await htmlProblems(await text(world.anyone.get('/fi/kirjaudu')))).toEqual([])
})
