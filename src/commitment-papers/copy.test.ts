import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putSent } from '../../test/commitments.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeSite } from '../../test/makers.ts'
import { copyClient, copyTokenIn, signingClient, tokenIn, words6 } from '../../test/signing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { addEvent } from '../commitments/event-queries.ts'
import { listParties } from '../commitments/queries.ts'
import { actBy, proofOfCopy, type Write } from '../db/db.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { keepSigningKey, signingKeyOf } from '../signed-files/queries.ts'
import { verifyFile } from '../signed-files/verify-rules.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { copyLimits } from './copy-rules.ts'

let world: World
let site: MadeSite
beforeAll(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  await keepSigningKey(world.db, world.keys, world.now())
})
afterAll(() => world.end())

const email = 'sari@esimerkkila.example'

/** All three sign: the coordinator for the county, Sari by her link, and last the theatre's own people. */
const signAll = async () => {
  const { id, version } = await putSent(world, site)
  const [county, municipality, culture] = await listParties(world.db, id)
  const coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  const venue = await world.as({ role: 'venue', site })
  world.later(1)
  const code = words6(
    await (await coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality!.id}`, {})).text(),
  )
  const signer = signingClient(world, await tokenIn(world))
  await signer.post('', { code })
  const answers = {
    ...{ title: 'johtaja', basis: 'position', reference: '', language: 'fi', version, right: 'yes' },
  }
  const confirm = (party: number) => `/fi/sitoumus/${id}/allekirjoita/${party}/vahvista`
  expect((await signer.post('/vahvista', answers)).status).toBe(303)
  expect((await coordinator.post(confirm(county!.id), answers)).status).toBe(303)
  expect(await world.db.selectFrom('mail').select('id').where('kind', '=', 'commitment-copy').execute())
    // Nothing to fetch while one has not signed.
    .toHaveLength(letters)
  expect((await venue.post(confirm(culture!.id), answers)).status).toBe(303)
  letters++
  return { id, signer, coordinator, token: await copyTokenIn(world, email) }
}
let letters = 0

const filesOf = (id: number) =>
  world.db.selectFrom('signed_file').select(['id', 'kind']).where('commitment_id', '=', id).execute()
const openings = async (id: number) =>
  (
    await world.db
      .selectFrom('commitment_copy_link')
      .select('openings')
      .where('commitment_id', '=', id)
      .executeTakeFirstOrThrow()
  ).openings
const fileAt = (id: number) => `/tiedostot/${id}`

test('who signed by a link fetches the signed files by another: in one browser, for three days, five times', async () => {
  const { id, token, signer, coordinator } = await signAll()
  const text = async (reply: Promise<Response>) => (await reply).text()

  // A scanner of mail looks: nothing of the commitment is there, and nothing is used up.
  const scanner = copyClient(world, token)
  for (const method of ['GET', 'HEAD', 'GET']) {
    const seen = await scanner.look(method)
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await seen.text()).not.toMatch(/Kumppanuussitoumus|Sari|sari@/)
  }
  const closed = await text(scanner.get(''))
  expect(closed).toContain('Esimerkkilä')
  expect(await htmlProblems(closed)).toEqual([])
  expect((await scanner.post('/tiedostot', {})).status).toBe(422)
  expect([await openings(id), await filesOf(id)]).toEqual([0, []])

  // Opened by its button; nobody has made the files yet.
  const person = copyClient(world, token)
  expect((await person.post('', {})).status).toBe(303)
  expect(await text(person.get(''))).toContain('Tiedostoja ei ole vielä tehty')
  expect((await person.post('/tiedostot', {})).status).toBe(303)
  const files = await filesOf(id)
  expect(files.map(({ kind }) => kind)).toEqual(['evidence', 'pdf', 'pdf', 'pdf'])
  const page = await text(person.get('?done=made'))
  expect(page).toContain('PDF suomeksi')
  expect(page).toContain('Tiedostot ovat valmiit')
  expect(await htmlProblems(page)).toEqual([])
  // Again in the same browser: no opening is used up.
  expect((await person.post('', {})).status).toBe(303)
  expect(await openings(id)).toBe(1)

  const pdf = files[1]!.id
  const taken = await person.get(fileAt(pdf))
  expect(
    ['content-type', 'cache-control', 'content-disposition'].map((name) => taken.headers.get(name)),
  ).toEqual([...['application/pdf', 'no-store', `attachment; filename="kaiku-commitment-${id}-fi.pdf"`]])
  const keys = [publicTextOf(signingKeyOf(world.keys))]
  expect(verifyFile(Buffer.from(await taken.arrayBuffer()), keys).findings).toEqual([])

  // Nobody else: without its bond, with the bond of the signing, or signed in elsewhere.
  expect((await scanner.get(fileAt(pdf))).status).toBe(404)
  expect((await copyClient(world, token, signer.kept).get(fileAt(pdf))).status).toBe(404)
  const cookie = `kaiku=${coordinator.token}`
  expect((await world.app.request(`/fi/kopio/${token}${fileAt(pdf)}`, { headers: { cookie } })).status).toBe(
    404,
  )
  // And what it opens does not sign: its bond is of another kind.
  const replay = signingClient(world, await tokenIn(world), person.kept)
  expect(await text(replay.get(''))).not.toContain('Kumppanit noudattavat')

  // A link of another commitment opens its own files and no file of this one; an archive's package is for keepers.
  const other = await signAll()
  const stranger = copyClient(world, other.token)
  await stranger.post('', {})
  expect((await stranger.get(fileAt(pdf))).status).toBe(404)
  expect((await stranger.at(token).get(fileAt(pdf))).status).toBe(404)
  expect(await text(stranger.at(token).get(''))).not.toContain('PDF suomeksi')
  const [pack] = (
    await sql<{ id: number }>`insert into signed_file
      (kind, commitment_id, head_number, language, public_key, issued_at, sha256, body)
      select 'package', commitment_id, head_number, null, public_key, issued_at, sha256('p'), 'p'
      from signed_file where id = ${pdf} returning id`.execute(world.db)
  ).rows
  expect((await person.get(fileAt(pack!.id))).status).toBe(404)

  // What the browser holds reaches this commitment and no other row, and writes nothing that happens to it.
  const bond = person.kept.bond!.split('=')[1]!
  const asHolder = <T>(run: (db: Write) => Promise<T>) =>
    world.requests.transaction().execute(async (db) => {
      await actBy(db, proofOfCopy(proofOfToken(bond)))
      return run(db)
    })
  expect(await asHolder((db) => db.selectFrom('commitment').select('id').execute())).toEqual([{ id }])
  expect(
    await asHolder((db) => db.selectFrom('commitment_copy_link').select('commitment_id as id').execute()),
  ).toEqual([{ id }])
  const [, own] = await listParties(world.db, id)
  const details = { endsOn: '2026-12-31', reason: null, came: null }
  const event = { kind: 'notice', party: own!.id, actor: 'test', at: world.now(), details } as const
  await expect(asHolder((db) => addEvent(db, id, event))).rejects.toThrow('row-level security')
  for (const statement of [
    sql`update commitment_copy_link set openings = 0`,
    sql`delete from commitment_copy_link`,
    sql`insert into commitment_copy_link (commitment_id, link_id, token_hash, made_at, expires_at)
      select commitment_id, link_id, sha256('x'), made_at, expires_at from commitment_copy_link`,
  ])
    await expect(asHolder((db) => statement.execute(db))).rejects.toThrow(
      /row-level security|permission denied/,
    )

  // Another browser takes it over, five times in all; the earlier one is let go.
  const later = Array.from({ length: 5 }, () => copyClient(world, token))
  const found = []
  for (const one of later) found.push((await one.post('', {})).status)
  expect(found).toEqual([303, 303, 303, 303, 422])
  expect((await person.get(fileAt(pdf))).status).toBe(404)
  expect(await text(person.get(''))).toContain('Linkki on avattu viisi kertaa')
  expect((await later[3]!.get(fileAt(pdf))).status).toBe(200)

  // What was done stands in the log, and neither token nor bond.
  const audit = JSON.stringify(
    await world.db
      .selectFrom('audit')
      .selectAll()
      .where('permission', '=', 'commitments.take-by-link')
      .execute(),
  )
  expect(audit.match(/"read":true/g)).toHaveLength(2)
  expect(audit).toContain(`"commitment":${id}`)
  expect(audit).not.toContain(token)
  expect(audit).not.toContain(bond)

  // Files are not taken without end, and the hour after again.
  const statuses = []
  for (let nth = 0; nth < 30; nth++) statuses.push((await later[3]!.get(fileAt(pdf))).status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  world.later(60)
  expect((await later[3]!.get(fileAt(pdf))).status).toBe(200)

  // After three days nothing is open, wherever it was opened.
  world.later(71 * 60 + 1)
  expect((await later[3]!.get(fileAt(pdf))).status).toBe(404)
  expect(await text(later[3]!.get(''))).toContain('Linkin aika on ohi')
  expect((await later[3]!.post('/tiedostot', {})).status).toBe(422)
  expect((await copyClient(world, other.token).post('', {})).status).toBe(422)
  expect(world.logged).toEqual([])
})

test('a link is made for a signature by a link alone, once; what leads nowhere is counted by network', async () => {
  const { id } = await signAll()
  const waiting = await putSent(world, site)
  const [, municipality] = await listParties(world.db, waiting.id)
  const coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  await coordinator.post(`/fi/sitoumus/${waiting.id}/linkki/${municipality!.id}`, {})
  const make = (of: number, hours = 72) =>
    sql`insert into commitment_copy_link (commitment_id, link_id, token_hash, made_at, expires_at)
      select commitment_id, id, sha256(convert_to(${`${of} ${hours}`}, 'UTF8')), ${world.now()}::timestamptz,
        ${world.now()}::timestamptz + make_interval(hours => ${hours}::integer)
      from commitment_link where commitment_id = ${of}`.execute(world.db)
  await expect(make(waiting.id)).rejects.toThrow('nobody signed by that link')
  await expect(make(id)).rejects.toThrow(/unique|duplicate/)
  await sql`delete from commitment_copy_link`.execute(world.db)
  await expect(make(id, 73)).rejects.toThrow(/check/)

  const nowhere = copyClient(world, 'x'.repeat(43))
  expect(await (await nowhere.get('')).text()).toContain('Linkkiä ei löydy')
  expect((await nowhere.post('', {})).status).toBe(404)
  const most = copyLimits(world.keys.cardCode, '')[0]!.size
  const statuses = []
  for (let nth = 0; nth < most; nth++) statuses.push((await nowhere.get('')).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
})

test('nine browsers that open a link at the same moment: five are counted, and one holds it in the end', async () => {
  const { id, token } = await signAll()
  const readers = Array.from({ length: 9 }, () => copyClient(world, token))
  await Promise.all(readers.map((one) => one.post('', {})))
  expect(await openings(id)).toBe(5)
  const opened = await Promise.all(
    readers.map(async (one) => (await (await one.get('')).text()).includes('Tiedostoja ei ole vielä tehty')),
  )
  expect(opened.filter(Boolean)).toHaveLength(1)
})
