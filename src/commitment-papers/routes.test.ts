import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putSent, putSigned, write } from '../../test/commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { keepSigningKey, signingKeyOf } from '../signed-files/queries.ts'
import { sealLength } from '../signed-files/seal-rules.ts'
import { verifyFile } from '../signed-files/verify-rules.ts'

let world: World
let site: MadeSite
let signed: number
beforeAll(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  await keepSigningKey(world.db, world.keys, world.now())
  signed = (await putSigned(world, site)).id
})
afterAll(() => world.end())

const path = (id: number, more = '') => `/fi/sitoumus/${id}/tiedostot${more}`
const filesOf = async (id: number) =>
  (
    await sql<{ id: number; kind: string; language: string | null; head: number }>`
    select id, kind, language, head_number as head from signed_file where commitment_id = ${id} order by id`.execute(
      world.db,
    )
  ).rows
const check = async (bytes: Uint8Array, language = 'fi', address = '/fi/tarkista') => {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)]), 'a.pdf')
  const reply = await world.app.request(address, {
    ...{ method: 'POST', body },
    headers: { 'sec-fetch-site': 'same-origin', 'accept-language': language },
  })
  return { status: reply.status, text: await reply.text() }
}

test('files are made once by whoever may read, are the same for ever, and anyone can check them', async () => {
  const coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  const venue = await world.as({ role: 'venue', site })
  expect(await (await venue.get(path(signed))).text()).toContain('Tiedostoja ei ole vielä tehty')
  const made = await venue.post(path(signed), {})
  expect(made.status).toBe(303)
  expect((await filesOf(signed)).map(({ kind, language, head }) => [kind, language, head])).toEqual([
    ...[
      ['evidence', null, 4],
      ['pdf', 'fi', 4],
      ['pdf', 'sv', 4],
      ['pdf', 'en', 4],
    ],
  ])
  // Again, by somebody else: nothing new.
  expect((await coordinator.post(path(signed), {})).status).toBe(303)
  const files = await filesOf(signed)
  expect(files).toHaveLength(4)
  const page = await (await coordinator.get(path(signed))).text()
  expect(page).toContain('PDF suomeksi')
  expect(page).toContain('Sitova teksti')

  const keys = [publicTextOf(signingKeyOf(world.keys))]
  for (const file of files) {
    const bytes = async (who: typeof venue) =>
      Buffer.from(await (await who.get(path(signed, `/${file.id}`))).arrayBuffer())
    const own = await bytes(venue)
    expect(own.equals(await bytes(coordinator))).toBe(true)
    expect(verifyFile(own, keys).findings).toEqual([])
    const told = await check(own)
    expect(told.status).toBe(200)
    expect(told.text).toContain('Tiedosto on muuttumaton')
    expect(told.text).toContain('Sari Sivistysjohtaja')
    expect(told.text).toContain('Mitään ei ole muuttunut')
  }

  // What was changed is named, and nothing in it is told as true.
  const pdf = Buffer.from(await (await venue.get(path(signed, `/${files[1]!.id}`))).arrayBuffer())
  const changed = Buffer.from(pdf)
  changed[2_000] = changed[2_000]! ^ 1
  const told = await check(changed)
  expect(told.text).toContain('Tiedostoa on muutettu')
  expect(told.text).not.toContain('Sari')
  expect((await check(pdf.subarray(0, -sealLength))).text).toContain('puuttuu allekirjoitus')
  expect((await check(Buffer.from('%PDF-1.7 other'))).text).toContain('ei ole meidän')
  expect((await check(Buffer.alloc(6_000_000))).status).toBe(422)
  expect((await check(Buffer.alloc(0))).status).toBe(422)
  const keysFile = await (await world.anyone.get('/.well-known/kaiku-keys.json')).json()
  expect(keysFile).toMatchObject({ keys: [{ publicKey: keys[0], isPresent: true }] })
  // Nothing of the files was kept.
  expect(await filesOf(signed)).toHaveLength(4)

  // After its life has gone on, the old files hold and say so; new ones tell it.
  await write(world, async (db) => {
    await lockCommitment(db, signed)
    await addEvent(db, signed, {
      ...{ kind: 'ended', party: null, actor: 'account:test', at: world.now() },
      details: { endsOn: '2026-12-31', reason: 'Kohde sulkeutuu.' },
    })
  })
  const late = (await check(pdf)).text
  expect(late).toContain('Tiedosto on muuttumaton')
  expect(late).toContain('31.12.2026')
  expect(late).not.toContain('sulkeutuu')
  expect(await (await venue.get(path(signed))).text()).toContain('Sitoumus on muuttunut')
  await coordinator.post(path(signed), {})
  expect(await filesOf(signed)).toHaveLength(8)
  expect(await (await venue.get(path(signed))).text()).toContain('Aiemmat tiedostot')
})

test('nobody else sees them, what waits has none, and the database holds to both', async () => {
  const elsewhere = await makeMunicipality(world.db, { area: 'Toinen alue' })
  const other = await makeSite(world.db, { municipality: elsewhere })
  const strangers = [
    await world.as({ role: 'coordinator', areaId: elsewhere.areaId }),
    await world.as({ role: 'venue', site: other }),
  ]
  const [file] = await filesOf(signed)
  for (const stranger of strangers) {
    expect((await stranger.get(path(signed))).status).toBe(404)
    expect((await stranger.post(path(signed), {})).status).toBe(404)
    expect((await stranger.get(path(signed, `/${file!.id}`))).status).toBe(404)
  }
  expect((await world.anyone.get(path(signed, `/${file!.id}`))).status).not.toBe(200)

  const waiting = await putSent(world, site)
  const centre = await world.as({ role: 'centre' })
  expect(await (await centre.get(path(waiting.id))).text()).toContain('Tiedostoja ei vielä ole')
  const refused = await centre.post(path(waiting.id), {})
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Kaikki eivät ole vielä allekirjoittaneet')
  expect(await filesOf(waiting.id)).toEqual([])
  // A file of one is none of another.
  expect((await centre.get(path(waiting.id, `/${file!.id}`))).status).toBe(404)

  for (const statement of [
    sql`update signed_file set body = body || 'x'`,
    sql`delete from signed_file`,
    sql`truncate signed_file`,
    sql`update signing_key set public_key = ${'A'.repeat(43)}`,
    sql`delete from signing_key`,
    sql`insert into signed_file (kind, commitment_id, head_number, language, public_key, issued_at, sha256, body)
      select kind, commitment_id, 99, language, public_key, issued_at, sha256('y'), 'x' from signed_file where id = ${file!.id}`,
  ])
    await expect(statement.execute(world.db)).rejects.toThrow()
})
