import { afterEach, beforeEach, expect, test } from 'vitest'
import { putSent } from '../../test/commitments.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { onePixel, signingClient, tokenIn, words6 } from '../../test/signing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listEvents } from '../commitments/event-queries.ts'
import { chainFindings } from '../commitments/event-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'

let world: World
let site: MadeSite
let id: number
let version: string
const begin = async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  ;({ id, version } = await putSent(world, site))
}
beforeEach(begin)
afterEach(() => world.end())

const keeper = () => world.as({ role: 'coordinator', areaId: site.municipality.areaId })
const answers = () => ({
  ...{ title: 'johtaja', basis: 'decision', reference: 'Sivistyslautakunta 12.3.2026 § 45' },
  ...{ language: 'fi', version },
})
const mails = (kind: string) =>
  world.db
    .selectFrom('mail')
    .select(['recipient', 'subject', 'text_body as text'])
    .where('kind', '=', kind)
    .execute()
const parties = async () => {
  const [county, municipality, culture] = await listParties(world.db, id)
  return { county: county!.id, municipality: municipality!.id, culture: culture!.id }
}
const text = async (reply: Promise<Response>) => (await reply).text()

test('three parties: with an account, by a link and on paper; checked, then signed, and all are told', async () => {
  const coordinator = await keeper()
  const venue = await world.as({ role: 'venue', site })
  const { county, municipality, culture } = await parties()

  // The keeper sees what is next for each, and gets a code for the link, once.
  const kept = await text(coordinator.get(`/fi/sitoumus/${id}`))
  expect(kept).toContain('Odottaa 3 allekirjoitusta')
  expect(kept).toContain('Linkkiä ei ole vielä lähetetty.')
  expect(await htmlProblems(kept)).toEqual([])
  const made = await text(coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {}))
  const code = words6(made)
  const token = await tokenIn(world)
  expect(await text(coordinator.get(`/fi/sitoumus/${id}`))).not.toContain(
    `${code.slice(0, 3)} ${code.slice(3)}`,
  )

  // With an account: the step, what is missing in it, the check, and the signature.
  const sign = `/fi/sitoumus/${id}/allekirjoita/${culture}`
  expect(await text(venue.get(`/fi/sitoumus/${id}`))).toContain(sign)
  expect(await htmlProblems(await text(venue.get(sign)))).toEqual([])
  const lacking = await venue.post(sign, { ...answers(), reference: '', title: '' })
  expect(lacking.status).toBe(422)
  expect(await lacking.text()).toContain('Kirjoita tehtävänimike.')
  expect(await text(venue.post(sign, { ...answers(), reference: '' }))).toContain(
    'Kirjoita päätös tai valtuutus.',
  )
  const checked = await text(venue.post(sign, answers()))
  expect(checked).toContain('Päätös: Sivistyslautakunta 12.3.2026 § 45.')
  expect(await htmlProblems(checked)).toEqual([])
  expect(await text(venue.post(sign, { ...answers(), again: 'yes' }))).toContain('value="Sivistyslautakunta')
  const unticked = await venue.post(`${sign}/vahvista`, answers())
  expect(unticked.status).toBe(422)
  expect(await unticked.text()).toContain('Merkitse, että sinulla on oikeus allekirjoittaa.')
  const other = await venue.post(`${sign}/vahvista`, { ...answers(), version: 'ab'.repeat(32), right: 'yes' })
  expect(other.status).toBe(422)
  expect(await other.text()).toContain('Teksti on muuttunut lukemisesi jälkeen.')
  const signed = await venue.post(`${sign}/vahvista`, { ...answers(), right: 'yes' })
  expect(signed.headers.get('location')).toBe(`/fi/sitoumus/${id}?done=signed`)
  expect(await text(venue.get(`/fi/sitoumus/${id}?done=signed`))).toContain(
    'Kiitos, sitoumus on allekirjoitettu',
  )
  expect(await text(venue.get(sign))).toContain('Tämä osapuoli on jo allekirjoittanut.')

  // By the link: looking shows nothing of the text and uses nothing up.
  const scanner = signingClient(world, token)
  for (const method of ['GET', 'HEAD', 'GET']) {
    const seen = await scanner.look(method)
    expect(seen.status).toBe(200)
    expect(seen.headers.get('cache-control')).toBe('no-store')
    expect(seen.headers.get('referrer-policy')).toBe('same-origin')
    expect(await seen.text()).not.toContain('Kumppanit noudattavat')
  }
  const person = signingClient(world, token)
  expect(await (await person.post('', { code: '12' })).text()).toContain('Kirjoita koodin kuusi numeroa.')
  const wrong = await person.post('', { code: code === '111111' ? '222222' : '111111' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Koodi ei ole oikea.')
  expect((await person.post('', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303)
  const opened = await (await person.get('')).text()
  expect(opened).toContain('Kumppanit noudattavat toimintamallia.')
  expect(opened).toContain('/sv/underskrift/')
  expect(await htmlProblems(opened)).toEqual([])
  expect(await (await scanner.look('GET')).text()).not.toContain('Kumppanit noudattavat')
  expect(await (await person.post('/allekirjoita', answers())).text()).toContain('Sari Sivistysjohtaja')
  expect((await person.post('/vahvista', { ...answers(), right: 'yes' })).status).toBe(303)
  expect(await (await person.get('')).text()).toContain('Kiitos, sitoumus on allekirjoitettu')
  // Replayed: by the same browser, and by who has the link alone.
  expect((await person.post('/vahvista', { ...answers(), right: 'yes' })).status).toBe(422)
  expect(await (await scanner.look('GET')).text()).toContain('Linkillä on jo allekirjoitettu')

  // On paper.
  const at = `/fi/sitoumus/${id}/paperi/${county}`
  const print = await text(coordinator.get(`/fi/sitoumus/${id}/tulosta`))
  // Lines for the one who has not signed; the others stand with their names.
  expect(print.match(/Nimenselvennys/g)).toHaveLength(1)
  expect(print).toContain('Sari Sivistysjohtaja')
  expect(await htmlProblems(print)).toEqual([])
  expect(await htmlProblems(await text(coordinator.get(at)))).toEqual([])
  const paper = {
    name: 'Heli Hallitus',
    title: 'hallintojohtaja',
    basis: 'position',
    reference: '',
    same: 'yes',
    version,
  }
  const take = (fields: Record<string, string>, file: Uint8Array<ArrayBuffer> | null) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (file) form.set('file', new File([file], 'paperi.png', { type: 'image/png' }))
    return world.app.request(at, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', cookie: `kaiku=${coordinator.token}` },
    })
  }
  const refusals: [Record<string, string>, string][] = [
    [{ ...paper, signedOn: '5.5.2026' }, 'Päivä on vasta edessä.'],
    [{ ...paper, signedOn: '3.5.2026' }, 'Päivä on ennen lähettämistä.'],
    [{ ...paper, signedOn: '4.5.2026', same: '' }, 'Merkitse, että paperissa on sama teksti.'],
    [{ ...paper, signedOn: '4.5.2026' }, 'Valitse tiedosto.'],
    [{ ...paper, signedOn: '4.5.2026', version: 'ab'.repeat(32) }, 'Teksti on lähetetty uudelleen.'],
    [{ ...paper, signedOn: '4.5.2026', version: '' }, 'Teksti on lähetetty uudelleen.'],
    // Whatever else is wrong, too.
    [{ ...paper, signedOn: '', version: 'ab'.repeat(32) }, 'Teksti on lähetetty uudelleen.'],
  ]
  for (const [fields, said] of refusals) {
    const reply = await take(fields, null)
    expect(reply.status).toBe(422)
    const again = await reply.text()
    expect(again).toContain(said)
    expect(again).toContain('Valitse tiedosto.')
    expect(again).not.toContain('Valitse tiedosto uudelleen')
    // The paper is then held against the text that stands now, and nobody has said yet that it is the same.
    expect(again).toContain(`name="version" value="${version}"`)
    if (fields.version !== version) expect(again).not.toMatch(/name="same"[^>]* checked/)
  }
  // A good file does not come back with the page.
  expect(await (await take({ ...paper, signedOn: '' }, onePixel)).text()).toContain(
    'Valitse tiedosto uudelleen',
  )
  expect(
    await text(Promise.resolve(take({ ...paper, signedOn: '4.5.2026' }, new TextEncoder().encode('<html>')))),
  ).toContain('Tiedostoa ei voi lukea.')
  const taken = await take({ ...paper, signedOn: '4.5.2026' }, onePixel)
  expect(taken.headers.get('location')).toBe(`/fi/sitoumus/${id}?done=paper`)
  const scan = await venue.get(`/fi/sitoumus/${id}/paperi/${county}/tiedosto`)
  expect(scan.headers.get('content-type')).toBe('image/png')

  // Signed by all: one chain, everyone told once, and no code or token in the log.
  expect((await findCommitment(world.db, id))!.state).toBe('signed')
  const events = await listEvents(world.db, id)
  expect(events.map(({ kind, way }) => way ?? kind)).toEqual(['sent', 'account', 'link', 'paper'])
  expect(chainFindings(events)).toEqual([])
  expect(events[3]!.details).toMatchObject({ signedOn: '2026-05-04', statement: 'paper-1' })
  // A party is told as it signed, though it was asked to otherwise.
  const paperParty = (await text(coordinator.get(`/fi/sitoumus/${id}`))).split('Heli Hallitus')[1]!
  expect(paperParty).toMatch(/^[\s\S]{0,200}Paperilla/)
  const told = (await mails('commitment-signed')).map(({ recipient }) => recipient)
  expect(new Set(told).size).toBe(told.length)
  // Who signed by the link has a letter that leads to a copy instead.
  expect(told).not.toContain('sari@esimerkkila.example')
  expect((await mails('commitment-copy')).map(({ recipient }) => recipient)).toEqual([
    'sari@esimerkkila.example',
  ])
  const page = await text(coordinator.get(`/fi/sitoumus/${id}?done=paper`))
  expect(page).toContain('Esimerkkilä: Sari Sivistysjohtaja (johtaja) allekirjoitti linkillä.')
  expect(page).toContain('allekirjoitti paperilla 4.5.2026.')
  expect(await text(coordinator.get(`/fi/sitoumus/${id}/tulosta`))).not.toContain('Nimenselvennys')
  const audit = JSON.stringify(await world.db.selectFrom('audit').selectAll().execute())
  expect(audit).toContain(events[3]!.hash)
  expect(audit).not.toContain(token)
  expect(world.logged).toEqual([])
})

test('what is another’s is not there, and what cannot be signed says why', async () => {
  const { county, culture, municipality } = await parties()
  const elsewhere = await makeMunicipality(world.db, { area: 'Toinen alue' })
  const strangers = [
    await world.as({ role: 'coordinator', areaId: elsewhere.areaId }),
    await world.as({ role: 'venue', site: await makeSite(world.db, { municipality: elsewhere }) }),
  ]
  for (const one of strangers)
    for (const path of ['', `/allekirjoita/${culture}`, `/kieltaydy/${culture}`, '/tulosta'])
      expect((await one.get(`/fi/sitoumus/${id}${path}`)).status, path).toBe(404)
  const venue = await world.as({ role: 'venue', site })
  for (const party of [county, municipality, 999_999])
    expect((await venue.get(`/fi/sitoumus/${id}/allekirjoita/${party}`)).status).toBe(404)
  const post = `/fi/sitoumus/${id}/allekirjoita/${county}/vahvista`
  expect((await venue.post(post, { ...answers(), right: 'yes' })).status).toBe(404)
  const coordinator = await keeper()
  expect((await coordinator.get(`/fi/sitoumus/${id}/allekirjoita/${municipality}`)).status).toBe(404)
  const notLink = await coordinator.post(`/fi/sitoumus/${id}/linkki/${county}`, {})
  expect(notLink.status).toBe(422)
  expect(await notLink.text()).toContain('Tämä osapuoli ei allekirjoita linkillä.')
  // Nobody signs for two: the coordinator has signed for the county, and the municipality is by a link.
  expect((await coordinator.post(post, { ...answers(), right: 'yes' })).status).toBe(303)
  world.later(60 * 24 * 60)
  const late = await world.as({ role: 'venue', site })
  expect(await text(late.get(`/fi/sitoumus/${id}/allekirjoita/${culture}`))).toContain(
    'Allekirjoitusaika on ohi.',
  )
})

test('declined: the others are told once, and links are over by name', async () => {
  const coordinator = await keeper()
  const venue = await world.as({ role: 'venue', site })
  const { municipality, culture } = await parties()
  await coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {})
  const decline = `/fi/sitoumus/${id}/kieltaydy/${culture}`
  const short = await venue.post(decline, { reason: 'Ei.' })
  expect(await short.text()).toContain('Kirjoita syy vähintään muutamalla sanalla.')
  const personal = await venue.post(decline, { reason: 'Johtaja 131052-308T ei voi.' })
  expect(personal.status).toBe(422)
  expect(await personal.text()).not.toContain('131052')
  expect((await venue.post(decline, { reason: 'Lautakunta ei ole päättänyt.' })).status).toBe(303)
  const told = await mails('commitment-declined')
  expect(told.map(({ recipient }) => recipient)).toContain('sari@esimerkkila.example')
  expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(told.length)
  expect(told[0]!.text).toContain('Lautakunta ei ole päättänyt.')
  // The keeper's letter leads here: here it is opened again, or given up. A partner can do neither.
  const forms = /luonnokset\/\d+\/(avaa|peru)"/g
  expect((await text(coordinator.get(`/fi/sitoumus/${id}`))).match(forms)).toHaveLength(2)
  expect(await text(venue.get(`/fi/sitoumus/${id}`))).not.toMatch(forms)
  expect(await text(coordinator.get(`/fi/sitoumus/${id}/tulosta`))).not.toContain('Nimenselvennys')
  const link = signingClient(world, await tokenIn(world))
  expect(await (await link.get('')).text()).toContain('Sitoumuksesta on kieltäydytty')
  expect(await text(venue.get(`/fi/sitoumus/${id}`))).toContain('Kieltäydytty')
})

test('taken back: a draft again, the parties are told, the link and the step say so', async () => {
  const coordinator = await keeper()
  const venue = await world.as({ role: 'venue', site })
  const { municipality, culture } = await parties()
  await coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {})
  expect((await coordinator.get(`/fi/sitoumus/${id}/ota-takaisin`)).status).toBe(200)
  const back = await coordinator.post(`/fi/sitoumus/${id}/ota-takaisin`, { reason: 'Päivä oli väärin.' })
  expect(back.headers.get('location')).toBe(`/fi/sitoumus/${id}?done=withdrawn`)
  expect(await text(coordinator.get(`/fi/sitoumus/${id}`))).toContain('Luonnos')
  expect((await venue.get(`/fi/sitoumus/${id}`)).status).toBe(404)
  const late = `/fi/sitoumus/${id}/allekirjoita/${culture}/vahvista`
  expect((await venue.post(late, { ...answers(), right: 'yes' })).status).toBe(404)
  const link = signingClient(world, await tokenIn(world))
  expect(await (await link.get('')).text()).toContain('Sitoumus on otettu takaisin')
  expect((await mails('commitment-withdrawn')).map(({ recipient }) => recipient)).toContain(
    'sari@esimerkkila.example',
  )
  // A second press of the same button finds it done, and tells nobody anew.
  const told = (await mails('commitment-withdrawn')).length
  const again = await coordinator.post(`/fi/sitoumus/${id}/ota-takaisin`, { reason: 'Päivä oli väärin.' })
  expect(again.headers.get('location')).toBe(`/fi/sitoumus/${id}?done=withdrawn`)
  expect(await mails('commitment-withdrawn')).toHaveLength(told)
})

test('the right person is named by the link’s holder or a partner, and asked by the keeper alone', async () => {
  const coordinator = await keeper()
  const { municipality, culture } = await parties()
  const code = words6(await text(coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {})))
  const first = await tokenIn(world)
  const person = signingClient(world, first)
  await person.post('', { code })
  const right = {
    name: 'Outi Oikea',
    title: 'kaupunginjohtaja',
    email: 'outi@esimerkkila.example',
    reason: 'Olen lomalla.',
  }
  expect(
    await (await person.post('/oikea-henkilo', { ...right, email: 'sari@esimerkkila.example' })).text(),
  ).toContain('Tämä on nykyisen allekirjoittajan osoite.')
  const named = await person.post('/oikea-henkilo', right)
  expect(named.headers.get('location')).toBe(`/fi/allekirjoitus/${first}?done=right-person`)
  expect(await (await person.get('?done=right-person')).text()).toContain('Kiitos tiedosta.')
  expect(await (await person.get('')).text()).toContain('Tämä linkki ei enää toimi')
  const told = await mails('commitment-right-person')
  expect(told).toHaveLength(1)
  expect(told[0]!.text).toContain('Outi Oikea')
  expect(await mails('commitment-link')).toHaveLength(1)
  // The keeper sends the new link; the old one stays over.
  words6(await text(coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {})))
  expect((await mails('commitment-link')).map(({ recipient }) => recipient)).toContain(
    'outi@esimerkkila.example',
  )
  expect((await person.post('', { code })).status).toBe(422)

  // The keeper changes the way and the signatory; a partner's people name theirs.
  const to = `/fi/sitoumus/${id}/allekirjoittaja`
  expect((await coordinator.post(`${to}/${culture}`, { ...right, email: '', way: 'link' })).status).toBe(422)
  const changed = await coordinator.post(`${to}/${municipality}`, { ...right, way: 'paper' })
  expect(changed.headers.get('location')).toBe(`/fi/sitoumus/${id}?done=signatory`)
  const venue = await world.as({ role: 'venue', site })
  expect(await htmlProblems(await text(venue.get(`${to}/${culture}`)))).toEqual([])
  expect((await venue.post(`${to}/${municipality}`, right)).status).toBe(404)
  const asked = async (by: typeof venue) =>
    (await text(by.get(`/fi/sitoumus/${id}`))).includes(`/allekirjoita/${culture}"`)
  expect(await asked(venue)).toBe(true)
  expect((await venue.post(`${to}/${culture}`, right)).status).toBe(303)
  // Who has passed it on is asked no more; a colleague still is.
  expect(await asked(venue)).toBe(false)
  expect(await asked(await world.as({ role: 'venue', site }))).toBe(true)
  expect(
    (await listParties(world.db, id)).map(({ way, signatory }) => [way, signatory?.name ?? null]),
  ).toEqual([
    ['account', null],
    ['paper', 'Outi Oikea'],
    ['link', 'Outi Oikea'],
  ])
  expect(await mails('commitment-right-person')).toHaveLength(2)
  // The keeper asks the venue after all: then its people are asked again.
  await coordinator.post(`${to}/${culture}`, { ...right, email: '', way: 'account' })
  expect(await asked(venue)).toBe(true)
})

test('two links in one browser: the first is asked for its code again in plain words, and then signs', async () => {
  const coordinator = await keeper()
  const linkTo = async (commitment: number) => {
    const party = (await listParties(world.db, commitment)).find(({ way }) => way === 'link')!
    world.later(1)
    const code = words6(await text(coordinator.post(`/fi/sitoumus/${commitment}/linkki/${party.id}`, {})))
    return { code, token: await tokenIn(world) }
  }
  const first = await linkTo(id)
  const other = await putSent(world, site)
  const second = await linkTo(other.id)
  const one = signingClient(world, first.token)
  await one.post('', { code: first.code })
  await one.at(second.token).post('', { code: second.code })
  const refused = await one.post('/vahvista', { ...answers(), right: 'yes' })
  expect(refused.status).toBe(422)
  const asked = await refused.text()
  expect(asked).toContain('Linkki ei ole enää auki tässä selaimessa.')
  expect(asked).toContain('Kuusi numeroa.')
  expect(asked).not.toContain('link-over')
  const { right: _, ...unticked } = { ...answers(), right: 'yes' }
  expect(await text(one.post('/vahvista', unticked))).toContain('Linkki ei ole enää auki tässä selaimessa.')
  await one.post('', { code: first.code })
  expect((await one.post('/vahvista', { ...answers(), right: 'yes' })).status).toBe(303)
})

test('each refusal of a link is named, and another’s link opens nothing with one’s own bond', async () => {
  const coordinator = await keeper()
  const { municipality } = await parties()
  const make = async () => {
    const code = words6(await text(coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality}`, {})))
    return { code, token: await tokenIn(world) }
  }
  const first = await make()
  const one = signingClient(world, first.token)
  await one.post('', { code: first.code })
  // Letters are told apart by when they were written.
  world.later(1)
  const other = await putSent(world, await makeSite(world.db))
  const [, foreign] = await listParties(world.db, other.id)
  const centre = await world.as({ role: 'centre' })
  await centre.post(`/fi/sitoumus/${other.id}/linkki/${foreign!.id}`, {})
  const theirs = await tokenIn(world)
  const strange = one.at(theirs)
  const page = await (await strange.get('')).text()
  expect(page).toContain('Kuusi numeroa.')
  expect(page).not.toContain('Kumppanit noudattavat')
  expect(
    (await strange.post('/vahvista', { ...answers(), version: other.version, right: 'yes' })).status,
  ).toBe(422)
  expect((await listParties(world.db, other.id)).every(({ signedAt }) => signedAt === null)).toBe(true)

  world.later(1)
  const second = await make()
  expect(await (await one.get('')).text()).toContain('Tämä linkki ei enää toimi')
  const guesser = signingClient(world, second.token)
  for (let tries = 0; tries < 5; tries++)
    expect((await guesser.post('', { code: second.code === '111111' ? '222222' : '111111' })).status).toBe(
      422,
    )
  expect(await (await guesser.post('', { code: second.code })).text()).toContain('Linkki on suljettu')
  world.later(1)
  const third = await make()
  world.later(72 * 60)
  const late = signingClient(world, third.token)
  expect(await (await late.get('')).text()).toContain('Linkin aika on ohi')
  expect(await (await late.post('', { code: third.code })).text()).toContain('Linkin aika on ohi')
  const unknown = signingClient(world, 'x'.repeat(43))
  expect(await (await unknown.get('')).text()).toContain('Linkkiä ei löydy')
  // A network that tries many is held for a while; who only looks at a link that exists never is.
  let status = 200
  for (let tries = 0; tries < 40 && status !== 429; tries++) status = (await unknown.get('')).status
  expect(status).toBe(429)
  expect((await late.get('')).status).toBe(200)
})
