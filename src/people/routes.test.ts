import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadeSite,
  type MadeUnit,
  makeAccount,
  makeMunicipality,
  makeSite,
  makeUnit,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { startSession } from '../accounts/queries.ts'
import { giveRole } from '../accounts/role-queries.ts'
import { createPairing, findOffer } from '../devices/pairing-queries.ts'
import { tokenOf } from '../devices/rules.ts'
import { hashToken, newToken } from '../web/session-cookie.ts'

type Browser = Awaited<ReturnType<World['as']>>

let world: World
let areaId: number
let otherAreaId: number
let unit: MadeUnit
let site: MadeSite
let foreignUnit: MadeUnit
let foreignSite: MadeSite
let centre: Browser
let coordinator: Browser
let issuer: Browser
let venue: Browser
beforeEach(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const espoo = await makeMunicipality(world.db, { name: 'Espoo', area: 'Espoo' })
  areaId = kuhmo.areaId
  otherAreaId = espoo.areaId
  unit = await makeUnit(world.db, { municipality: kuhmo, name: 'Nuorten talo' })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Kamarimusiikki' })
  foreignUnit = await makeUnit(world.db, { municipality: espoo, name: 'Espoon talo' })
  foreignSite = await makeSite(world.db, { municipality: espoo, name: 'Espoon teatteri' })
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId })
  issuer = await world.as({ role: 'issuer', unit })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

const accountOf = async (role: string) =>
  (
    await world.db
      .selectFrom('account_role')
      .select('account_id')
      .where('id', '=', role)
      .executeTakeFirstOrThrow()
  ).account_id!
/** Somebody in a role, with the ids that addresses name. */
const somebody = async (name: string, given: Parameters<typeof giveRole>[2], email?: string) => {
  const role = await makeAccount(world.db, world.now(), { name, ...given, ...(email ? { email } : {}) })
  return { role, account: await accountOf(role) }
}
const give = (account: string, given: Parameters<typeof giveRole>[2]) =>
  world.db.transaction().execute((db) => giveRole(db, account, given, world.now()))
const enter = async (role: string) => {
  const token = newToken()
  await world.db
    .transaction()
    .execute((db) => startSession(db, role, hashToken(token), world.now(), { proof: 'passkey' }))
  const cookie = { cookie: `kaiku=${token}` }
  return {
    get: (path: string) => world.anyone.get(path, cookie),
    post: (path: string, fields: Record<string, string>) => world.anyone.post(path, fields, cookie),
    isIn: async () => (await world.anyone.get('/fi/oma', cookie)).status === 200,
  }
}
/** @returns the provider */
const linkWithProvider = async (account_id: string): Promise<number> => {
  const { id: provider_id } = await world.db
    .insertInto('identity_provider')
    .values({
      ...{ name: 'Kunta', issuer: 'https://kunta.example', client_id: 'kaiku' },
      ...{ client_secret_sealed: Buffer.from('x'), made_at: world.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('identity')
    .values({ provider_id, account_id, subject: 'eino', made_at: world.now() })
    .execute()
  return provider_id
}
const textOf = async (response: Promise<Response>) => (await response).text()
const invitations = () => world.db.selectFrom('invitation').selectAll().orderBy('invited_at').execute()
const mails = () => world.db.selectFrom('mail').selectAll().orderBy('made_at').execute()
const pathIn = (text: string | null) => /http:\/\/localhost:3000(\S+)/.exec(text ?? '')![1]!
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

const email = 'eino@esimerkki.example'
const invite = (who: Browser, fields: Record<string, string> = {}) =>
  who.post('/fi/ihmiset/kutsu', {
    ...{ role: 'issuer', place: String(unit.id), side: '', email, language: 'fi' },
    ...fields,
  })

describe('an invitation', () => {
  test('goes by mail to one address, for one role in one place, and its link is on no page', async () => {
    const sent = await invite(coordinator, { language: 'sv' })
    expect(sent.headers.get('location')).toBe('/fi/ihmiset/kutsut?done=invited')
    const [row] = await invitations()
    expect(row).toMatchObject({ email, role: 'issuer', unit_id: unit.id, area_id: null, side: null })
    expect(row!.invited_by).toBe(`account:${await accountOf(coordinator.accountRoleId)}`)
    expect(row!.expires_at.getTime() - world.now().getTime()).toBe(72 * 3_600_000)
    const [mail] = await mails()
    expect(mail).toMatchObject({ kind: 'invitation', recipient: email, language: 'sv' })
    expect(mail!.text_body).toContain('Kortutdelare, Nuorten talo')
    const link = pathIn(mail!.text_body)
    expect(link).toMatch(/^\/sv\/inbjudan\/[\w-]{43}$/)
    const token = link.split('/').at(-1)!
    for (const path of ['/fi/ihmiset', '/fi/ihmiset/kutsut', `/fi/ihmiset/kutsut/${row!.id}`])
      expect(await textOf(coordinator.get(path))).not.toContain(token)
    const page = await textOf(coordinator.get('/fi/ihmiset/kutsut?done=invited'))
    for (const text of [email, 'Kortinjakaja, Nuorten talo', 'Odottaa', 'Kutsu on tehty.'])
      expect(page).toContain(text)
    expect(JSON.stringify(await world.db.selectFrom('audit').selectAll().execute())).not.toContain(email)
  })

  const password = 'hiljainen lumi satoi'
  const accept = (link: string) => world.anyone.post(link, { name: 'Eino Esimerkki', password })

  test('makes an account in the role and side that it names, whatever is posted with it', async () => {
    await invite(centre, { role: 'coordinator', place: String(areaId), side: 'sote' })
    const link = pathIn((await mails())[0]!.text_body)
    const taken = await world.anyone.post(link, {
      ...{
        name: 'Eino Esimerkki',
        password,
        email: 'muu@esimerkki.example',
        role: 'centre',
        side: 'culture',
      },
    })
    expect(taken.status).toBe(303)
    const account = await world.db
      .selectFrom('account as a')
      .innerJoin('account_role as r', 'r.account_id', 'a.id')
      .selectAll('r')
      .where('a.email', '=', email)
      .execute()
    expect(account).toMatchObject([{ role: 'coordinator', area_id: areaId, side: 'sote' }])
  })

  test.each([
    ['coordinator', 'coordinator', 'area', 303],
    ['coordinator', 'issuer', 'unit', 303],
    ['coordinator', 'venue', 'site', 303],
    ['issuer', 'issuer', 'unit', 303],
    ['venue', 'venue', 'site', 303],
    ['centre', 'venue', 'foreignSite', 303],
    ['centre', 'auditor', 'none', 303],
    ['coordinator', 'issuer', 'foreignUnit', 404],
    ['coordinator', 'venue', 'foreignSite', 404],
    ['coordinator', 'coordinator', 'otherArea', 404],
    ['issuer', 'issuer', 'foreignUnit', 404],
    ['issuer', 'issuer', 'siblingUnit', 404],
    ['venue', 'venue', 'foreignSite', 404],
    ['coordinator', 'centre', 'none', 403],
    ['coordinator', 'auditor', 'none', 403],
    ['coordinator', 'intermediary', 'organisation', 403],
    ['issuer', 'venue', 'site', 403],
    ['issuer', 'coordinator', 'area', 403],
    ['issuer', 'centre', 'none', 403],
    ['venue', 'issuer', 'unit', 403],
    ['venue', 'auditor', 'none', 403],
  ] as const)('of a %s to a %s at %s is answered %i', async (from, role, at, status) => {
    const sibling = await makeUnit(world.db, { municipality: unit.municipality })
    const { organisation_id } = await world.db
      .selectFrom('site')
      .select('organisation_id')
      .where('id', '=', site.id)
      .executeTakeFirstOrThrow()
    const places = {
      ...{ area: areaId, otherArea: otherAreaId, unit: unit.id, siblingUnit: sibling.id, site: site.id },
      ...{
        foreignUnit: foreignUnit.id,
        foreignSite: foreignSite.id,
        organisation: organisation_id,
        none: '',
      },
    }
    const who = { centre, coordinator, issuer, venue }[from]
    const side = role === 'coordinator' ? 'culture' : ''
    expect((await invite(who, { role, place: String(places[at]), side })).status).toBe(status)
    const isSent = status === 303
    expect(await invitations()).toHaveLength(isSent ? 1 : 0)
    expect(await mails()).toHaveLength(isSent ? 1 : 0)
    expect(await lastAudit()).toMatchObject({
      permission: 'people.invite',
      outcome: isSent ? 'done' : 'refused',
    })
  })

  test('is no auditor’s and no intermediary’s to send', async () => {
    const auditor = await world.as({ role: 'auditor' })
    expect((await invite(auditor)).status).toBe(403)
    expect((await auditor.get('/fi/ihmiset')).status).toBe(403)
    expect((await world.anyone.get('/fi/ihmiset')).status).toBe(303)
  })

  test.each([
    [{ email: '' }, 'Kirjoita sähköpostiosoite.'],
    [{ email: 'eino' }, 'Tarkista sähköpostiosoite.'],
    [{ place: '' }, 'Valitse paikka.'],
    [{ role: 'coordinator', place: '', side: '' }, 'Valitse paikka.'],
    [{ language: 'se' }, 'Valitse kutsun kieli.'],
  ])('with %j comes back with what to do', async (fields, sentence) => {
    await makeUnit(world.db, { municipality: unit.municipality })
    const refused = await invite(centre, fields)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sentence)
    expect(await invitations()).toEqual([])
  })

  test('to a coordinator needs a side', async () => {
    const refused = await invite(centre, { role: 'coordinator', place: String(areaId) })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Valitse, kummalla puolella henkilö toimii.')
  })

  test('to a closed place, or one not yet agreed, is none', async () => {
    await world.db.updateTable('issuing_unit').set({ state: 'proposed' }).where('id', '=', unit.id).execute()
    expect((await invite(coordinator)).status).toBe(404)
    await world.db
      .updateTable('issuing_unit')
      .set({ state: 'active', closed_on: '2026-05-03' })
      .where('id', '=', unit.id)
      .execute()
    expect((await invite(coordinator)).status).toBe(404)
  })

  test('to whoever holds the role already says so; the same sent twice leaves one', async () => {
    await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id }, email)
    const refused = await invite(coordinator, { email: email.toUpperCase() })
    expect(await refused.text()).toContain('Osoitteen tilillä on jo tämä rooli.')
    const other = 'toinen@esimerkki.example'
    await invite(coordinator, { email: other })
    const first = pathIn((await mails())[0]!.text_body)
    world.later(1)
    await invite(issuer, { email: other })
    expect((await invitations()).map(({ withdrawn_at }) => withdrawn_at === null)).toEqual([false, true])
    expect(await textOf(world.anyone.get(first))).toContain('Kutsu ei ole enää voimassa')
  })

  test('sent again has a new link, and the old one is dead', async () => {
    await invite(coordinator)
    const { id } = (await invitations())[0]!
    world.later(72 * 60 + 1)
    coordinator = await world.as({ role: 'coordinator', areaId })
    expect(await textOf(coordinator.get('/fi/ihmiset/kutsut'))).toContain('Vanhentunut')
    const again = await coordinator.post(`/fi/ihmiset/kutsut/${id}`, { deed: 'send-again' })
    expect(again.headers.get('location')).toBe('/fi/ihmiset/kutsut?done=sent')
    const [first, second] = (await mails()).map(({ text_body }) => pathIn(text_body)) as [string, string]
    expect((await accept(first)).status).toBe(422)
    expect((await accept(second)).status).toBe(303)
    expect((await accept(second)).status).toBe(422)
    const late = await coordinator.post(`/fi/ihmiset/kutsut/${id}`, { deed: 'send-again' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Kutsu on jo otettu vastaan tai peruttu.')
    expect(await mails()).toHaveLength(2)
  })

  test('withdrawn opens nothing, and stays so', async () => {
    await invite(coordinator)
    const { id } = (await invitations())[0]!
    const link = pathIn((await mails())[0]!.text_body)
    const path = `/fi/ihmiset/kutsut/${id}`
    expect((await coordinator.post(path, { deed: 'withdraw' })).status).toBe(303)
    expect(await textOf(world.anyone.get(link))).toContain('Kutsu ei ole enää voimassa')
    expect((await accept(link)).status).toBe(422)
    for (const deed of ['withdraw', 'send-again'])
      expect((await coordinator.post(path, { deed })).status).toBe(422)
    expect(await textOf(coordinator.get(path))).toContain('Peruttu')
    expect(await textOf(coordinator.get('/fi/ihmiset/kutsut'))).not.toContain(email)
  })

  test('of another scope does not exist', async () => {
    await invite(centre, { place: String(foreignUnit.id) })
    await invite(centre, { role: 'auditor', place: '', email: 'taimi@esimerkki.example' })
    const rows = await invitations()
    for (const who of [coordinator, issuer, venue])
      for (const { id } of rows) {
        expect((await who.get(`/fi/ihmiset/kutsut/${id}`)).status).toBe(404)
        for (const deed of ['withdraw', 'send-again'])
          expect((await who.post(`/fi/ihmiset/kutsut/${id}`, { deed })).status).toBe(404)
        expect(await textOf(who.get('/fi/ihmiset/kutsut'))).toContain('Avoimia kutsuja ei ole')
      }
    expect((await coordinator.get('/fi/ihmiset/kutsut/1')).status).toBe(404)
    expect(await mails()).toHaveLength(2)
    expect((await invitations()).every(({ withdrawn_at }) => withdrawn_at === null)).toBe(true)
  })

  test('sixty an hour, no more', async () => {
    for (let time = 0; time < 60; time++) await invite(centre, { email: `a${time}@esimerkki.example` })
    expect((await invite(centre, { email: 'viimeinen@esimerkki.example' })).status).toBe(429)
    expect(await mails()).toHaveLength(60)
  })

  test('shows each inviter only the roles and places that they may give', async () => {
    const ofIssuer = await textOf(issuer.get('/fi/ihmiset/kutsu'))
    expect(ofIssuer).toContain('Nuorten talo')
    expect(ofIssuer).not.toContain('Espoon talo')
    const chips = await textOf(coordinator.get('/fi/ihmiset/kutsu'))
    for (const role of ['coordinator', 'issuer', 'venue']) expect(chips).toContain(`value="${role}"`)
    for (const role of ['centre', 'auditor', 'intermediary']) expect(chips).not.toContain(`value="${role}"`)
    expect(await textOf(coordinator.get('/fi/ihmiset/kutsu?role=issuer'))).not.toContain('Espoon talo')
    expect(await textOf(coordinator.get('/fi/ihmiset/kutsu?role=centre'))).toContain('Mihin rooliin kutsut?')
    expect(await textOf(centre.get('/fi/ihmiset/kutsu?role=issuer'))).toContain('Espoon talo (Espoo)')
    expect(await textOf(centre.get('/fi/ihmiset/kutsu?role=intermediary'))).toContain('ei ole vielä paikkaa')
  })
})

describe('an invitation to an address that has an account', () => {
  const invited = async () => {
    await invite(coordinator)
    return pathIn((await mails()).at(-1)!.text_body)
  }
  const rolesOf = async (account: string) =>
    (await world.db.selectFrom('account_role').selectAll().where('account_id', '=', account).execute())
      .filter(({ ended_at }) => ended_at === null)
      .map(({ role }) => role)
      .sort()

  test('adds the role to it, once its holder has signed in, and lets them act in it', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'venue', siteId: site.id }, email.toUpperCase())
    const link = await invited()
    const page = await textOf(world.anyone.get(link))
    expect(page).toContain('Tällä osoitteella on jo tili.')
    expect(page).not.toContain('type="password"')
    const join = `${link}/rooli`
    expect(page).toContain(`href="${join}"`)
    expect((await world.anyone.get(join)).headers.get('location')).toBe(
      `/fi/kirjaudu?next=${encodeURIComponent(join)}`,
    )
    const here = await enter(eino.role)
    expect(await textOf(here.get(join))).toContain('Saat roolin nykyiselle tilillesi.')
    const taken = await here.post(join, {})
    expect(taken.headers.get('location')).toBe('/fi/anna-kortti')
    expect(await rolesOf(eino.account)).toEqual(['issuer', 'venue'])
    expect(await here.isIn()).toBe(false)
    const cookie = (taken.headers.get('set-cookie') ?? '').split(';')[0]!
    expect(await textOf(world.anyone.get('/fi/kortit', { cookie }))).toContain('Kortinjakaja · Nuorten talo')
    expect((await world.anyone.post(join, {}, { cookie })).status).toBe(422)
    expect(await rolesOf(eino.account)).toHaveLength(2)
  })

  test('is nobody else’s to take, and makes no second account', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'venue', siteId: site.id }, email)
    const link = await invited()
    const refused = await venue.post(`${link}/rooli`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Kutsu on toiselle tilille.')
    const tried = await world.anyone.post(link, { name: 'Eve', password: 'hiljainen lumi satoi' })
    expect(tried.status).toBe(422)
    expect(await rolesOf(eino.account)).toEqual(['venue'])
    expect(await rolesOf(await accountOf(venue.accountRoleId))).toEqual(['venue'])
    expect((await invitations())[0]!.accepted_at).toBeNull()
  })

  test('that is expired or withdrawn adds nothing', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'venue', siteId: site.id }, email)
    const link = await invited()
    world.later(72 * 60)
    const here = await enter(eino.role)
    expect((await here.post(`${link}/rooli`, {})).status).toBe(422)
    expect(await rolesOf(eino.account)).toEqual(['venue'])
  })

  test('brings back whoever had left, with a new password and nothing of the old', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'centre' }, email)
    await world.db
      .insertInto('passkey')
      .values({
        ...{ credential_id: 'x', account_id: eino.account, public_key: Buffer.from('x'), counter: 0 },
        ...{ transports: [], name: 'Puhelin', made_at: world.now() },
      })
      .execute()
    await linkWithProvider(eino.account)
    await centre.post(`/fi/ihmiset/${eino.account}/paata`, {})
    const link = await invited()
    const taken = await world.anyone.post(link, { name: 'Eino Mallinen', password: 'hiljainen lumi satoi' })
    expect(taken.headers.get('location')).toBe('/fi/kirjaudu')
    expect(taken.headers.get('set-cookie')).toBeNull()
    expect(await rolesOf(eino.account)).toEqual(['issuer'])
    const signedIn = await world.anyone.post('/fi/kirjaudu', { email, password: 'hiljainen lumi satoi' })
    expect(signedIn.headers.get('location')).not.toContain('/fi/kirjaudu')
    expect(await world.db.selectFrom('passkey').selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('identity').selectAll().execute()).toEqual([])
  })
})

describe('the list of people', () => {
  const list = (who: Browser, query = '') => textOf(who.get(`/fi/ihmiset${query}`))
  beforeEach(async () => {
    await somebody('Jaana Jakaja', { role: 'issuer', unitId: unit.id }, 'jaana@esimerkki.example')
    await somebody('Kalle Kohde', { role: 'venue', siteId: site.id })
    await somebody('Sanni Sote', { role: 'coordinator', areaId, side: 'sote' })
    await somebody('Esko Espoo', { role: 'issuer', unitId: foreignUnit.id })
    await somebody('Elli Espoo', { role: 'coordinator', areaId: otherAreaId, side: 'culture' })
    await somebody('Tarmo Tarkastaja', { role: 'auditor' })
  })
  const all = ['Jaana Jakaja', 'Kalle Kohde', 'Sanni Sote', 'Esko Espoo', 'Elli Espoo', 'Tarmo Tarkastaja']
  const seenIn = (page: string) => all.filter((name) => page.includes(name))

  test('shows each role the people of its own scope', async () => {
    expect(seenIn(await list(centre))).toEqual(all)
    expect(seenIn(await list(coordinator))).toEqual(['Jaana Jakaja', 'Kalle Kohde', 'Sanni Sote'])
    expect(seenIn(await list(issuer))).toEqual(['Jaana Jakaja'])
    expect(seenIn(await list(venue))).toEqual(['Kalle Kohde'])
  })

  test('is narrowed by name, address, place, role and side, by the address of the page alone', async () => {
    const narrowed = async (query: string) => seenIn(await list(centre, query))
    expect(await narrowed('?q=jaana')).toEqual(['Jaana Jakaja'])
    expect(await narrowed('?q=JAANA@ESIM')).toEqual(['Jaana Jakaja'])
    expect(await narrowed('?place=espoo')).toEqual(['Esko Espoo', 'Elli Espoo'])
    expect(await narrowed('?place=espoo&role=issuer')).toEqual(['Esko Espoo'])
    expect(await narrowed('?side=sote')).toEqual(['Sanni Sote'])
    expect(await narrowed('?q=%25')).toEqual([])
    expect(await narrowed('?q=_____')).toEqual([])
    expect(await list(centre, '?q=ei-ketään')).toContain('Näillä ehdoilla ei löydy ketään')
    const page = await list(coordinator, '?q=sanni&side=sote')
    expect(page).toContain('value="sanni"')
    expect(page).toContain('href="/fi/ihmiset.csv?q=sanni&amp;side=sote"')
  })

  test('says who last signed in and when, also after the session is gone', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    expect(await list(coordinator, '?q=Eino')).toContain('Ei vielä')
    await enter(eino.role)
    await world.db.deleteFrom('session').where('account_role_id', '=', eino.role).execute()
    expect(await list(coordinator, '?q=Eino')).toContain('4.5.2026')
  })

  test('has fifty on a page', async () => {
    for (let number = 10; number < 65; number++)
      await somebody(`Numero ${number}`, { role: 'issuer', unitId: unit.id })
    const first = await list(coordinator, '?q=Numero')
    expect(first).toContain('55 henkilöä')
    expect(first.match(/Numero \d\d</g)).toHaveLength(50)
    expect(first).toContain('href="/fi/ihmiset?q=Numero&amp;page=2"')
    expect((await list(coordinator, '?q=Numero&page=2')).match(/Numero \d\d</g)).toHaveLength(5)
  })

  test('as a file has the same people and one row a role, and the log says that it was taken', async () => {
    await somebody('=1+1', { role: 'issuer', unitId: unit.id })
    const file = await coordinator.get('/fi/ihmiset.csv?role=issuer')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain('kaiku-ihmiset-2026-05-04.csv')
    const text = await file.text()
    expect(text).toContain('Jaana Jakaja;jaana@esimerkki.example;Kortinjakaja;;Nuorten talo;')
    expect(text).toContain("\n'=1+1;")
    expect(seenIn(text)).toEqual(['Jaana Jakaja'])
    expect(await lastAudit()).toMatchObject({ permission: 'people.read', subject: { query: 'role=issuer' } })
  })

  test('leaves nothing of what was typed in the log, which never forgets', async () => {
    await coordinator.get(
      '/fi/ihmiset.csv?q=jaana&place=Nuorten+talo&role=issuer&side=Jaana&state=&name=eino&Aino+E=',
    )
    expect(await lastAudit()).toMatchObject({ subject: { query: 'q&place&role=issuer&side&name' } })
  })

  test('keeps apart who has ended', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    await coordinator.post(`/fi/ihmiset/${eino.account}/paata`, {})
    expect(await list(coordinator)).not.toContain('Eino Esimerkki')
    expect(await list(coordinator, '?state=ended')).toContain('Eino Esimerkki')
    expect(seenIn(await list(coordinator, '?state=ended'))).toEqual([])
  })
})

describe('a person', () => {
  test('of another scope does not exist', async () => {
    const esko = await somebody('Esko Espoo', { role: 'issuer', unitId: foreignUnit.id })
    const taimi = await somebody('Taimi Exempel', { role: 'auditor' })
    for (const { account, role } of [esko, taimi])
      for (const who of [coordinator, issuer, venue])
        expect((await who.get(`/fi/ihmiset/${account}`)).status, role).toBe(404)
    for (const { account, role } of [esko, taimi])
      for (const path of [`/fi/ihmiset/${account}/paata`, `/fi/ihmiset/${account}/paata/${role}`]) {
        expect((await coordinator.get(path)).status).toBe(404)
        expect((await coordinator.post(path, {})).status).toBe(404)
        // An issuer may end nobody at all.
        expect((await issuer.post(path, {})).status).toBe(403)
      }
    expect((await coordinator.get('/fi/ihmiset/1')).status).toBe(404)
    expect((await enterCount(esko.role)).ended).toBe(false)
  })

  const enterCount = async (role: string) => ({
    ended:
      (
        await world.db
          .selectFrom('account_role')
          .select('ended_at')
          .where('id', '=', role)
          .executeTakeFirstOrThrow()
      ).ended_at !== null,
  })

  test('shows only the roles that lie in the scope, and that there are others', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    const elsewhere = await give(eino.account, { role: 'issuer', unitId: foreignUnit.id })
    const page = await textOf(coordinator.get(`/fi/ihmiset/${eino.account}`))
    expect(page).toContain('Nuorten talo')
    expect(page).not.toContain('Espoon talo')
    expect(page).toContain('Vain Kaikukeskus voi päättää tilin.')
    expect(page).not.toContain(`/fi/ihmiset/${eino.account}/paata"`)
    const refused = await coordinator.post(`/fi/ihmiset/${eino.account}/paata`, {})
    expect(refused.status).toBe(422)
    expect((await coordinator.post(`/fi/ihmiset/${eino.account}/paata/${elsewhere}`, {})).status).toBe(404)
    expect(await enterCount(elsewhere)).toEqual({ ended: false })
    expect((await centre.post(`/fi/ihmiset/${eino.account}/paata`, {})).status).toBe(303)
    expect(await enterCount(elsewhere)).toEqual({ ended: true })
  })

  test('whose account is ended while signed in elsewhere is out at once, and stays in the log by id', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id }, email)
    const [desk, phone] = [await enter(eino.role), await enter(eino.role)]
    await desk.post('/fi/oma/kieli', { language: 'sv' })
    expect(await phone.isIn()).toBe(true)
    const confirm = await textOf(coordinator.get(`/fi/ihmiset/${eino.account}/paata`))
    expect(confirm).toContain('Päätetäänkö tili?')
    expect(await phone.isIn()).toBe(true)
    const ended = await coordinator.post(`/fi/ihmiset/${eino.account}/paata`, {})
    expect(ended.headers.get('location')).toBe(`/fi/ihmiset/${eino.account}?done=account`)
    expect([await desk.isIn(), await phone.isIn()]).toEqual([false, false])
    const left = await world.db.selectFrom('session').select('account_role_id').execute()
    expect(left.map(({ account_role_id }) => account_role_id)).not.toContain(eino.role)
    const account = await world.db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', eino.account)
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({ name: 'Eino Esimerkki', ended_at: world.now() })
    const deeds = await world.db
      .selectFrom('audit')
      .select('permission')
      .where('actor', '=', `account:${eino.account}`)
      .execute()
    expect(deeds).toEqual([{ permission: 'account.change' }])
    expect(await lastAudit()).toMatchObject({ permission: 'people.end', subject: { account: eino.account } })
    expect(await textOf(coordinator.get(`/fi/ihmiset/${eino.account}`))).toContain(
      'Tili on päättynyt 4.5.2026.',
    )
    const again = await coordinator.post(`/fi/ihmiset/${eino.account}/paata`, {})
    expect(await again.text()).toContain('Tämä on jo päättynyt.')
  })

  test('whose account ends takes their open invitations with them', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    const here = await enter(eino.role)
    await here.post('/fi/ihmiset/kutsu', { role: 'issuer', place: String(unit.id), email, language: 'fi' })
    const link = pathIn((await mails())[0]!.text_body)
    await centre.post(`/fi/ihmiset/${eino.account}/paata`, {})
    expect(await textOf(world.anyone.get(link))).toContain('Kutsu ei ole enää voimassa')
  })

  test('keeps a role that a provider’s group gives: it would come back at the next sign-in', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    const { id } = await world.db
      .insertInto('identity_group')
      .values({
        provider_id: await linkWithProvider(eino.account),
        ...{ group_name: 'jakajat', role: 'issuer', unit_id: unit.id },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db.updateTable('account_role').set({ group_id: id }).where('id', '=', eino.role).execute()
    const refused = await coordinator.post(`/fi/ihmiset/${eino.account}/paata/${eino.role}`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Pyydä organisaatiota poistamaan henkilö ryhmästä.')
    const role = world.db.selectFrom('account_role').select('ended_at').where('id', '=', eino.role)
    expect(await role.execute()).toEqual([{ ended_at: null }])
    expect((await coordinator.post(`/fi/ihmiset/${eino.account}/paata`, {})).status).toBe(303)
  })

  test('who loses a role takes along the invitations and the pairings of phones that they have opened', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    await give(eino.account, { role: 'venue', siteId: site.id })
    const here = await enter(eino.role)
    await here.post('/fi/ihmiset/kutsu', { role: 'issuer', place: String(unit.id), email, language: 'fi' })
    const link = pathIn((await mails())[0]!.text_body)
    expect(await textOf(world.anyone.get(link))).not.toContain('Kutsu ei ole enää voimassa')
    const pairing = (actor: string) =>
      world.db.transaction().execute((db) =>
        createPairing(db, Buffer.from('x'), {
          site: { id: site.id, name: site.name, isOpen: true },
          ...{ name: 'Puhelin', actor, now: world.now() },
        }),
      )
    const [theirs, others] = [await pairing(`account:${eino.account}`), await pairing('account:x')]
    const isOpen = async (id: string) =>
      (await findOffer(world.db, tokenOf(Buffer.from('x'), id), world.now())) !== undefined
    expect([await isOpen(theirs), await isOpen(others)]).toEqual([true, true])
    await centre.post(`/fi/ihmiset/${eino.account}/paata/${eino.role}`, {})
    expect(await textOf(world.anyone.get(link))).toContain('Kutsu ei ole enää voimassa')
    expect([await isOpen(theirs), await isOpen(others)]).toEqual([false, true])
  })

  test('loses one role and the sessions in it at once, and keeps the others', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id })
    const other = await give(eino.account, { role: 'venue', siteId: site.id })
    const [issuing, selling] = [await enter(eino.role), await enter(other)]
    const path = `/fi/ihmiset/${eino.account}/paata/${eino.role}`
    expect(await textOf(coordinator.get(path))).toContain('Päätetäänkö rooli?')
    expect((await coordinator.post(path, {})).headers.get('location')).toBe(
      `/fi/ihmiset/${eino.account}?done=role`,
    )
    expect([await issuing.isIn(), await selling.isIn()]).toEqual([false, true])
    const left = await world.db.selectFrom('session').select('account_role_id').execute()
    expect(left.map(({ account_role_id }) => account_role_id)).not.toContain(eino.role)
    expect((await selling.post('/fi/oma/rooli', { role: eino.role })).status).toBe(404)
    expect((await coordinator.post(path, {})).status).toBe(422)
  })

  test('who has lost the second factor gets it removed, is signed out and told by mail', async () => {
    const eino = await somebody('Eino Esimerkki', { role: 'issuer', unitId: unit.id }, email)
    const path = `/fi/ihmiset/${eino.account}/vahvistus`
    expect(await textOf(coordinator.get(`/fi/ihmiset/${eino.account}`))).not.toContain(path)
    await world.db
      .insertInto('passkey')
      .values({
        ...{ credential_id: 'x', account_id: eino.account, public_key: Buffer.from('x'), counter: 0 },
        ...{ transports: [], name: 'Puhelin', made_at: world.now() },
      })
      .execute()
    expect(await textOf(coordinator.get(`/fi/ihmiset/${eino.account}`))).toContain(path)
    await linkWithProvider(eino.account)
    await world.db.updateTable('account').set({ password_hash: 'x' }).where('email', '=', email).execute()
    const here = await enter(eino.role)
    expect(await textOf(coordinator.get(path))).toContain('Poistetaanko vahvistus?')
    expect((await issuer.post(path, {})).status).toBe(403)
    const outsider = await world.as({ role: 'coordinator', areaId: otherAreaId })
    expect((await outsider.post(path, {})).status).toBe(404)
    expect(await here.isIn()).toBe(true)
    expect((await coordinator.post(path, {})).headers.get('location')).toBe(
      `/fi/ihmiset/${eino.account}?done=factors`,
    )
    expect(await world.db.selectFrom('passkey').selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('identity').selectAll().execute()).toEqual([])
    expect(await here.isIn()).toBe(false)
    expect(await mails()).toMatchObject([{ kind: 'factors-forgotten', recipient: email }])
    await give(eino.account, { role: 'issuer', unitId: foreignUnit.id })
    expect((await coordinator.post(path, {})).status).toBe(422)
  })

  test('is not oneself', async () => {
    const own = await accountOf(coordinator.accountRoleId)
    for (const path of [
      `/fi/ihmiset/${own}/paata`,
      `/fi/ihmiset/${own}/paata/${coordinator.accountRoleId}`,
    ]) {
      const refused = await coordinator.post(path, {})
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('Et voi päättää omaa tiliäsi')
    }
    expect(await textOf(coordinator.get(`/fi/ihmiset/${own}`))).not.toContain('Päätä tili')
  })

  test('who runs the whole is never the last one, though two end each other at once', async () => {
    const other = await world.as({ role: 'centre' })
    const [a, b] = [await accountOf(centre.accountRoleId), await accountOf(other.accountRoleId)]
    const answers = await Promise.all([
      centre.post(`/fi/ihmiset/${b}/paata`, {}),
      other.post(`/fi/ihmiset/${a}/paata`, {}),
    ])
    // The one that came second finds nobody else, or is signed out already.
    expect(answers.filter(({ headers }) => headers.get('location')?.includes('done=account'))).toHaveLength(1)
    const standing = await world.db
      .selectFrom('account')
      .select('id')
      .where('id', 'in', [a, b])
      .where('ended_at', 'is', null)
      .execute()
    expect(standing).toHaveLength(1)
  })
})
