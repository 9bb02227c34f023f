import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeMunicipality, makeMunicipality, makeSite } from '../../test/makers.ts'
import { makePublication } from '../../test/publications.ts'
import { newWorld, type World } from '../../test/world.ts'
import { entriesOf } from '../../test/zip.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { signingKeyOf } from '../signed-files/queries.ts'
import { verifyFile } from '../signed-files/verify-rules.ts'

let world: World
let here: MadeMunicipality
let first: number
beforeAll(async () => {
  world = await newWorld()
  here = await makeMunicipality(world.db, { name: 'Kajaani' })
  first = await makePublication(world.db, {
    period: '2026-Q1',
    figures: [
      { measure: 'tickets', count: 1234, level: 'area', placeId: here.areaId },
      { measure: 'tickets', count: 5000 },
    ],
  })
})
afterAll(() => world.end())

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')

test('a report is taken into the archive as it is, numbered, packed so that any byte is checked, and decided on', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: here.areaId })
  const saved = `/fi/raportit/${first}/board/area-${here.areaId}`
  expect(await (await keeper.get(saved)).text()).toContain('Vie arkistoon')
  const venue = await world.as({ role: 'venue', site: await makeSite(world.db, { municipality: here }) })
  expect((await venue.post(`${saved}/arkistoi`, {})).status).toBe(403)
  const taken = await keeper.post(`${saved}/arkistoi`, {})
  const one = taken.headers.get('location')!.replace('?done=taken', '')
  expect(one).toMatch(/^\/fi\/arkisto\/raportti\/\d+$/)
  // A second time leads to the same.
  expect((await keeper.post(`${saved}/arkistoi`, {})).headers.get('location')).toBe(`${one}?done=taken`)

  expect(await (await keeper.post(`${one}/paketti`, {})).text()).toContain('Anna ensin diaarinumero')
  for (const recordNumber of ['ESI/7/2026', 'ESI/8/2026'])
    expect((await keeper.post(one, { recordNumber, retentionClass: 'ten-years' })).status).toBe(303)
  const page = await (await keeper.get(one)).text()
  for (const said of ['ESI/8/2026', 'Aiemmat numerot', 'Viety arkistoon', '31.3.2036', saved])
    expect(page).toContain(said)
  expect(await (await keeper.get('/fi/arkisto')).text()).toContain(one)

  expect((await keeper.post(`${one}/paketti`, {})).status).toBe(303)
  const [, path] = /href="([^"]+paketti\/\d+)"/.exec(await (await keeper.get(one)).text()) ?? []
  const bytes = Buffer.from(await (await keeper.get(path!)).arrayBuffer())
  const files = entriesOf(bytes)
  expect([...files.keys()]).toEqual([
    ...['manifest.json', 'report-en.json', 'report-en.pdf', 'report-fi.json', 'report-fi.pdf'],
    ...['report-sv.json', 'report-sv.pdf', 'metadata.json', 'metadata.csv'],
  ])
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    files: { name: string; bytes: number; sha256: string }[]
  }
  expect(manifest.files).toEqual(
    [...files].slice(1).map(([name, body]) => ({ name, bytes: body.length, sha256: sha256(body) })),
  )
  const report = JSON.parse(files.get('report-sv.json')!.toString())
  expect(report).toMatchObject({ language: 'sv', period: '2026-Q1', publication: { number: first } })
  expect(report.figures).toContainEqual(expect.objectContaining({ measure: 'tickets', value: 1234 }))
  const csv = files.get('metadata.csv')!.toString()
  for (const said of [
    'recordNumber,ESI/8/2026,dcterms:identifier,',
    'type,report: board,dcterms:type,',
    `place,area-${here.areaId},dcterms:spatial,`,
    'keptUntil,2036-03-31,dcterms:valid,',
  ])
    expect(csv).toContain(said)

  const keys = [publicTextOf(signingKeyOf(world.keys))]
  expect(verifyFile(bytes, keys)).toMatchObject({ kind: 'package', findings: [] })
  const changed = Buffer.from(bytes)
  changed[bytes.indexOf('%PDF-') + 50]! ^= 1
  expect(verifyFile(changed, keys).findings).toContainEqual({ name: 'altered-file' })

  // Another area's archive is another's; the centre sees them all.
  const other = await makeMunicipality(world.db, { area: 'Muualla' })
  const elsewhere = await world.as({ role: 'coordinator', areaId: other.areaId })
  for (const address of [one, path!]) expect((await elsewhere.get(address)).status).toBe(404)
  const decide = (given: Record<string, string>) =>
    keeper.post(`${one}/paatos`, { reason: 'Seulontapäätös', ...given })
  expect(await (await decide({ decision: 'disposed' })).text()).toContain('ei ole vielä ohi')
  world.later(11 * 366 * 24 * 60)
  const centre = await world.as({ role: 'centre' })
  expect(await (await centre.get('/fi/arkisto')).text()).toContain('Säilytysaika on ohi')
  const disposed = { decision: 'disposed', reason: 'Seulontapäätös' }
  expect((await centre.post(`${one}/paatos`, disposed)).status).toBe(303)
  expect(await (await centre.get(one)).text()).toContain('Hävitetty')
})
