import { afterEach, beforeEach, expect, test } from 'vitest'
import { write } from '../../test/commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { areaScopeOf, type User } from '../access.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import { withdraw } from '../commitments/sign-queries.ts'
import { findDraft } from './queries.ts'
import { versionOf } from './send-queries.ts'

let world: World
let site: MadeSite
beforeEach(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
})
afterEach(() => world.end())

const list = '/fi/sitoumukset/luonnokset'
const coordinator = () => world.as({ role: 'coordinator', areaId: site.municipality.areaId })
const addContact = () =>
  world.db
    .insertInto('contact_person')
    .values({
      site_id: site.id,
      name: 'Oili Esimerkki',
      email: 'oili@esimerkki.example',
      made_at: world.now(),
    })
    .execute()
const publishSecondModel = () =>
  world.db
    .insertInto('operating_model_version')
    .values({
      ...{ number: 2, state: 'published', from_on: '2026-09-01' },
      ...{ made_at: world.now(), changed_at: world.now(), published_at: world.now() },
    })
    .execute()
const mails = () => world.db.selectFrom('mail').select(['kind', 'recipient']).orderBy('id').execute()
const stateOf = async (id: number) => (await findCommitment(world.db, id))?.state

const steps = {
  parties: {
    ...{
      way1: 'account',
      way2: 'link',
      name2: 'Sari Johtaja',
      title2: 'johtaja',
      email2: 'sari@esimerkki.example',
    },
    ...{ from: '1.6.2026', until: '', answer: '30.6.2026', binding: 'sv' },
  },
  additions: { addedFi: 'Ovi aukeaa klo 17.', addedSv: 'Dörren öppnas kl. 17.', addedEn: '' },
}

test('three steps make a draft, whose gaps are told until the register is mended; then it is sent once', async () => {
  const by = await coordinator()
  const found = await (await by.get(`${list}/uusi?kind=venue&q=teatteri`)).text()
  expect(found).toContain(`value="site-${site.id}"`)
  const started = await by.post(`${list}/uusi?kind=venue&q=teatteri`, {
    kind: 'venue',
    partner: `site-${site.id}`,
  })
  const [, id] = /luonnokset\/(\d+)\/osapuolet$/.exec(started.headers.get('location') ?? '') ?? []
  const at = (step: string) => `${list}/${id}/${step}`

  // What is wrong comes back as it was typed.
  const wrong = await by.post(at('osapuolet'), { ...steps.parties, email2: '', until: '31.5.2026' })
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  expect(again).toContain('value="Sari Johtaja"')
  for (const said of ['Valitse viimeinen päivä ensimmäisen jälkeen.']) expect(again).toContain(said)
  const lacking = await by.post(at('osapuolet'), { ...steps.parties, email2: '', answer: '1.5.2026' })
  const told = await lacking.text()
  for (const said of ['Kirjoita sähköpostiosoite linkkiä varten.', 'Määräpäivä on mennyt.'])
    expect(told).toContain(said)
  expect((await by.post(at('osapuolet'), steps.parties)).headers.get('location')).toBe(at('lisaykset'))

  // The binding language has to say it too.
  const unbound = await by.post(at('lisaykset'), { ...steps.additions, addedSv: '' })
  expect(await unbound.text()).toContain('Kirjoita lisäykset myös sitovalla kielellä.')
  expect((await by.post(at('lisaykset'), steps.additions)).status).toBe(303)

  // The register has no contact person yet: it says so, says where, and nothing can be sent.
  const before = await (await by.get(at('tarkista'))).text()
  expect(before).toMatch(/Tieto puuttuu: yhteyshenkilön nimi\.\s*<a href="\/fi\/yhteyshenkilot\/kohde\/\d+">/)
  expect(before).not.toContain('Lähetä allekirjoitettavaksi')
  const unready = versionOf(
    (await findDraft(world.db, areaScopeOf({ role: 'centre' } as User), Number(id), '2026-05-04'))!,
  )
  expect((await by.post(at('tarkista'), { seen: unready })).status).toBe(422)
  await addContact()

  const page = await (await by.get(at('tarkista'))).text()
  for (const text of [
    'Oili Esimerkki',
    'Ruotsi, sitova teksti',
    'Dörren öppnas kl. 17.',
    'There are no additions',
  ])
    if (text !== 'There are no additions') expect(page).toContain(text)
  const [, seen] = /name="seen" value="(\w+)"/.exec(page)!
  // Who read an older text is told so.
  expect(await (await by.post(at('tarkista'), { seen: unready })).text()).toContain(
    'Lue uusi teksti ja lähetä se.',
  )
  const sent = await by.post(at('tarkista'), { seen: seen! })
  expect(sent.status).toBe(200)
  const after = await sent.text()
  expect(after).toMatch(/<strong class="nb">\d{3} \d{3}<\/strong>/)
  expect(after).toContain('Allekirjoita omasta puolestasi')
  expect((await findCommitment(world.db, Number(id)))?.versionHash).toBe(seen)
  // The coordinator signs for the area, and is not written to.
  expect(await mails()).toEqual([{ kind: 'commitment-link', recipient: 'sari@esimerkki.example' }])

  // A second press sends nothing, and neither it nor the way back loses whoever pressed.
  const twice = await by.post(at('tarkista'), { seen: seen! })
  expect([twice.status, (await mails()).length]).toEqual([422, 1])
  for (const reply of [
    twice,
    await by.get(at('tarkista')),
    await by.get(at('osapuolet')),
    await by.post(at('osapuolet'), steps.parties),
    await by.post(at('lisaykset'), steps.additions),
  ])
    expect(await reply.text()).toMatch(
      new RegExp(`Tämä ei ole enää luonnos[\\s\\S]*href="/fi/sitoumus/${id}"[^>]*>Avaa sitoumus`),
    )
  const stranger = await world.as({
    role: 'coordinator',
    areaId: (await makeMunicipality(world.db, { area: 'Muualla' })).areaId,
  })
  expect((await stranger.get(at('tarkista'))).status).toBe(404)
  expect((await stranger.post(at('osapuolet'), steps.parties)).status).toBe(404)
})

const startedBy = async (by: Awaited<ReturnType<typeof coordinator>>) => {
  const started = await by.post(`${list}/uusi`, { kind: 'venue', partner: `site-${site.id}` })
  return Number(/luonnokset\/(\d+)\//.exec(started.headers.get('location') ?? '')![1])
}
const seenOn = async (by: Awaited<ReturnType<typeof coordinator>>, at: string) =>
  /name="seen" value="(\w+)"/.exec(await (await by.get(at)).text())![1]!

test('who waits for a signature already is not chosen for a batch by itself', async () => {
  const by = await coordinator()
  await addContact()
  const box = async () => {
    const page = await (await by.get('/fi/sitoumukset/joukot/uusi?kind=venue')).text()
    return new RegExp(`<input[^>]*name="site-${site.id}"[^>]*>[\\s\\S]*?</label>`).exec(page)?.[0] ?? page
  }
  expect(await box()).toContain(' checked')
  const at = `${list}/${await startedBy(by)}/tarkista`
  await by.post(at, { seen: await seenOn(by, at) })
  await publishSecondModel()
  expect(await box()).toContain('sitoumus odottaa jo allekirjoitusta')
  expect(await box()).not.toContain(' checked')
})

test('additions that lack the language chosen to bind afterwards keep it from being sent', async () => {
  const by = await coordinator()
  await addContact()
  const at = `${list}/${await startedBy(by)}`
  await by.post(`${at}/osapuolet`, steps.parties)
  await by.post(`${at}/lisaykset`, { ...steps.additions, addedFi: '' })
  await by.post(`${at}/osapuolet`, { ...steps.parties, binding: 'fi' })
  const refused = await by.post(`${at}/tarkista`, { seen: await seenOn(by, `${at}/tarkista`) })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Kirjoita lisäykset myös sitovalla kielellä.')
  await by.post(`${at}/lisaykset`, steps.additions)
  const sent = await by.post(`${at}/tarkista`, { seen: await seenOn(by, `${at}/tarkista`) })
  expect(sent.status).toBe(200)
})

test('nobody may sign after the last day of all', async () => {
  const by = await coordinator()
  const at = `${list}/${await startedBy(by)}/osapuolet`
  const late = { ...steps.parties, until: '30.6.2026', answer: '1.7.2026' }
  expect(await (await by.post(at, late)).text()).toContain(
    'Määräpäivä on sitoumuksen viimeisen päivän jälkeen.',
  )
  expect((await by.post(at, { ...late, answer: '30.6.2026' })).status).toBe(303)
})

test('a draft tells the notice period that holds on the day when it is sent', async () => {
  const by = await coordinator()
  await addContact()
  const at = `${list}/${await startedBy(by)}/tarkista`
  expect(await (await by.get(at)).text()).toContain('ilmoittamalla siitä 3 kuukautta aiemmin')
  const seen = await seenOn(by, at)
  await world.db
    .insertInto('commitment_term')
    .values({ notice_months: 6, from_on: '2026-05-05', source: 'Kokous' })
    .execute()
  world.later(24 * 60)
  const later = await coordinator()
  // What was read before is not what would be sent now.
  expect(await (await later.post(at, { seen })).text()).toContain('Lue uusi teksti ja lähetä se.')
  expect(await (await later.get(at)).text()).toContain('ilmoittamalla siitä 6 kuukautta aiemmin')
})

test('a draft is cancelled and comes back; a withdrawn commitment is a draft again; what waits is reminded of', async () => {
  const by = await coordinator()
  await addContact()
  const id = await startedBy(by)
  expect((await by.post(`${list}/${id}/peru`, {})).headers.get('location')).toBe(
    `${list}?done=cancelled&id=${id}`,
  )
  expect(await stateOf(id)).toBe('cancelled')
  expect(await (await by.get(`${list}?done=cancelled&id=${id}`)).text()).toContain(`${list}/${id}/avaa`)
  await by.post(`${list}/${id}/avaa`, {})
  expect(await stateOf(id)).toBe('draft')
  expect((await by.post(`${list}/${id}/avaa`, {})).status).toBe(422)

  await by.post(`${list}/${id}/tarkista`, { seen: await seenOn(by, `${list}/${id}/tarkista`) })
  const waiting = '/fi/sitoumukset/odottavat'
  const offered = async (who: typeof by) =>
    /Voit muistuttaa [\d.]+ alkaen|\/odottavat\/\d+\/muistuta/.exec(
      await (await who.get(waiting)).text(),
    )?.[0]
  expect(await (await by.get(waiting)).text()).toContain('0/2 allekirjoittanut')
  expect(await offered(by)).toBe('Voit muistuttaa 7.5.2026 alkaen')
  expect(await (await by.post(`${waiting}/${id}/muistuta`, {})).text()).toContain('alle kolme päivää')
  world.later(3 * 24 * 60)
  const again = await coordinator()
  expect(await offered(again)).toBe(`/odottavat/${id}/muistuta`)
  const reminded = await (await again.post(`${waiting}/${id}/muistuta`, {})).text()
  expect(reminded).toMatch(/<strong class="nb">\d{3} \d{3}<\/strong>/)
  expect(await offered(again)).toBe('Voit muistuttaa 10.5.2026 alkaen')
  expect((await again.post(`${waiting}/${id}/muistuta`, {})).status).toBe(422)
  expect((await mails()).map(({ kind }) => kind)).toEqual(['commitment-link', 'commitment-link'])

  await write(world, (db) => withdraw(db, id, null, { actor: 'account:test', now: world.now() }))
  const drafts = await (await again.get(list)).text()
  expect(drafts).toContain('Otettu takaisin muutettavaksi')
  expect((await again.get(`${list}/${id}/osapuolet`)).status).toBe(200)
  expect(await listParties(world.db, id)).toHaveLength(2)
})

test('a coordinator begins nothing outside the own area, nor what is the centre’s', async () => {
  const there = await makeSite(world.db, {
    municipality: await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' }),
    name: 'Toinen teatteri',
  })
  const by = await coordinator()
  for (const fields of [
    { kind: 'venue', partner: `site-${there.id}` },
    { kind: 'pop-up', partner: `site-${site.id}` },
    { kind: 'area', partner: `area-${site.municipality.areaId}` },
    { kind: 'issuer', partner: `site-${site.id}` },
    { kind: 'venue', partner: 'site-999999' },
  ])
    expect((await by.post(`${list}/uusi`, fields)).status, JSON.stringify(fields)).toBe(422)
  const centre = await world.as({ role: 'centre' })
  const started = await centre.post(`${list}/uusi`, {
    kind: 'area',
    partner: `area-${site.municipality.areaId}`,
  })
  const [, id] = /luonnokset\/(\d+)\//.exec(started.headers.get('location') ?? '')!
  expect((await listParties(world.db, Number(id))).map(({ side }) => side)).toEqual(['area', 'centre'])
  expect(await world.db.selectFrom('commitment').select('id').execute()).toHaveLength(1)
})

test('a template is changed into a new version; the old draft keeps its own, and two that change it are told', async () => {
  const by = await coordinator()
  await by.post(`${list}/uusi`, { kind: 'venue', partner: `site-${site.id}` })
  const centre = await world.as({ role: 'centre' })
  const at = '/fi/sitoumuspohjat/venue'
  const form = await (await centre.get(`${at}/muuta`)).text()
  const decoded = (text: string) =>
    text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const fields: Record<string, string> = { seen: '1' }
  for (const [, name, value] of form.matchAll(/<input[^>]*name="(title\w\w)"[^>]*value="([^"]*)"/g))
    fields[name!] = decoded(value!)
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<\/textarea>/g))
    fields[name!] = decoded(value!)
  expect(Object.keys(fields)).toHaveLength(10)
  expect((await centre.post(`${at}/muuta`, fields)).status).toBe(422) // nothing has changed
  const unknown = await centre.post(`${at}/muuta`, { ...fields, titleFi: 'Sitoumus {{kohde}}' })
  expect(await unknown.text()).toContain('Tarkista aaltosulkeissa oleva kenttä.')
  const fewer = await centre.post(`${at}/muuta`, { ...fields, clausesSv: 'Rubrik\nText' })
  expect(await fewer.text()).toContain('Kirjoita yhtä monta kohtaa kuin suomeksi.')
  const changed = { ...fields, titleFi: 'Uusi otsikko: {{site}}' }
  expect((await centre.post(`${at}/muuta`, changed)).headers.get('location')).toBe(`${at}?done=saved`)
  expect(await (await centre.post(`${at}/muuta`, { ...changed, titleFi: 'x' })).text()).toContain(
    'Toinen on tallentanut',
  )
  expect(await (await centre.get(at)).text()).toMatch(
    /Versio 2[\s\S]*Mikä muuttui[\s\S]*Uusi otsikko: \{\{site\}\}/,
  )

  await by.post(`${list}/uusi`, { kind: 'venue', partner: `site-${site.id}` })
  const titles = await world.db.selectFrom('commitment').select('content').orderBy('id').execute()
  expect(titles.map(({ content }) => (content as { title: { fi: string } }).title.fi)).toEqual([
    'Kohteen kumppanuussitoumus: Esimerkkiteatteri',
    'Uusi otsikko: Esimerkkiteatteri',
  ])
})

test('a draft is listed by the version of the operating model that it would be sent with', async () => {
  const by = await coordinator()
  const wanted = { kind: 'venue', partner: `site-${site.id}` }
  await by.post(`${list}/uusi?kind=venue&q=teatteri`, wanted)
  const rows = async (query: string) => {
    const page = await (await by.get(`/fi/sitoumukset${query}`)).text()
    return [...page.matchAll(/<td[^>]*>(?:<[^>]+>)*Versio (\d)/g)].map(([, version]) => version)
  }
  expect(await rows('')).toEqual(['1'])
  await publishSecondModel()
  expect(await rows('')).toEqual(['2'])
  expect(await rows('?model=2')).toEqual(['2'])
  expect(await rows('?model=1')).toEqual([])
})
