import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { docxOf, join, packedStream, pdfOf, photoOf, pngOf, svgOf, utf8 } from '../../test/upload-files.ts'
import { newWorld, type World } from '../../test/world.ts'
import { workbookOf } from '../../test/zip.ts'
import { unpackWithin } from '../lib/zip-guard.ts'
import { forgetRemovedFiles } from './file-queries.ts'

type Browser = Awaited<ReturnType<World['as']>>
let world: World
let centre: Browser
let coordinator: Browser
let stranger: Browser
let areaId: number

beforeAll(async () => {
  world = await newWorld()
  const ours = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const theirs = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  areaId = ours.areaId
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId })
  stranger = await world.as({ role: 'coordinator', areaId: theirs.areaId })
})
afterAll(() => world.end())

const keep = '/fi/aineistopankki'
const poster = {
  ...{ titleFi: 'Juliste', titleSv: 'Affisch', descriptionFi: 'Seinälle, koko A3.' },
  ...{ 'language-fi': 'yes', 'audience-holders': 'yes', year: '2026', licence: 'cc-by' },
}
const add = async (who: Browser, more: Record<string, string> = {}) => {
  const answer = await who.post(`${keep}/uusi`, { ...poster, ...more })
  return /\/(\d+)\?/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
const send = async (
  who: Browser,
  path: string,
  name: string,
  bytes: Uint8Array,
  more: Record<string, string> = {},
) => {
  const body = new FormData()
  for (const [field, value] of Object.entries(more)) body.append(field, value)
  body.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const headers = { 'sec-fetch-site': 'same-origin', cookie: `kaiku=${who.token}` }
  const answer = await world.app.request(path, { method: 'POST', body, headers })
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    text: (await answer.text()).replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  }
}
const filesIn = (html: string) => [...html.matchAll(/\/materials\/[0-9a-f]{64}\.\w+/g)].map(([path]) => path)
const textOf = async (answer: Promise<Response>) => (await answer).text()
const kept = async () => {
  const { count } = world.db.fn
  const rows = ['material', 'material_file'] as const
  return Promise.all(
    rows.map(async (table) =>
      Number((await world.db.selectFrom(table).select(count('id').as('n')).executeTakeFirstOrThrow()).n),
    ),
  )
}

test('a material is made, published, taken and withdrawn, and each step can be taken back', async () => {
  expect(await textOf(centre.get(keep))).toContain('Et ole vielä lisännyt aineistoja')
  expect(await textOf(world.anyone.get('/sv/material'))).toContain('Det finns inget material ännu')
  const id = await add(centre)
  const page = `${keep}/${id}`
  const shown = `/fi/aineistot/${id}`
  const early = await centre.post(`${page}/tila`, { state: 'published' })
  expect([early.status, (await early.text()).includes('Lisää ensin ainakin yksi tiedosto.')]).toEqual([
    422,
    true,
  ])

  expect(await send(centre, `${page}/tiedosto`, 'Juliste A3.pdf', pdfOf())).toMatchObject({
    status: 303,
    to: `${page}?done=file-added`,
  })
  const [path = ''] = filesIn(await textOf(centre.get(page)))
  // A keeper looks before others do, and it is not counted.
  expect((await centre.get(path)).status).toBe(200)
  expect((await world.anyone.get(path)).status).toBe(404)
  expect((await world.anyone.get(shown)).status).toBe(404)
  expect(await textOf(centre.get(shown))).toContain('Tämä on esikatselu')

  expect((await centre.post(`${page}/tila`, { state: 'published' })).status).toBe(303)
  const list = await textOf(world.anyone.get('/sv/material'))
  expect(list).toContain('Affisch')
  expect(list).toContain('<span lang="fi">Seinälle, koko A3.</span>')
  expect(await htmlProblems(list)).toEqual([])
  expect(await htmlProblems(await textOf(world.anyone.get(shown)))).toEqual([])

  const phone = { 'user-agent': 'Mozilla/5.0 (Android 16; Mobile) Firefox/140.0' }
  const taken = await world.anyone.get(path, phone)
  expect(taken.status).toBe(200)
  expect(Object.fromEntries(taken.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; filename="kaikukortti-\d+-\d+\.pdf"$/),
    'cache-control': 'public, no-cache',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
  })
  expect(Buffer.from(await taken.arrayBuffer()).equals(Buffer.from(pdfOf()))).toBe(true)
  const again = await world.anyone.get(path, { ...phone, 'if-none-match': taken.headers.get('etag')! })
  expect(again.status).toBe(304)
  // None of these is somebody who takes it.
  await world.app.request(path, { method: 'HEAD', headers: phone })
  await world.anyone.get(path, { ...phone, range: 'bytes=100-' })
  await world.anyone.get(path, { 'user-agent': 'Mozilla/5.0 (compatible; ExampleBot/1.0)' })
  expect(await textOf(world.anyone.get(shown))).not.toContain('set-cookie')
  const counted = await world.db.selectFrom('material_download').selectAll().execute()
  expect(counted).toEqual([{ material_id: Number(id), kind: 'pdf', taken_on: '2026-05-04', times: 1 }])

  await send(centre, `${page}/tiedosto`, 'Juliste.docx', docxOf())
  const [, word = ''] = filesIn(await textOf(centre.get(page)))
  expect((await world.anyone.get(word)).headers.get('content-disposition')).toMatch(/^attachment; /)

  const withdrawn = await centre.post(`${page}/tila`, { state: 'withdrawn' })
  const gone = await world.anyone.get(path, { 'if-none-match': taken.headers.get('etag')! })
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'no-store'])
  expect(await gone.text()).toContain('Tämä ei ole enää saatavilla')
  expect((await world.anyone.get(shown)).status).toBe(410)
  expect((await world.anyone.get(`/materials/${'0'.repeat(64)}.pdf`)).status).toBe(404)
  const after = await textOf(centre.get(withdrawn.headers.get('location')!))
  expect(after).toContain('Aineisto on vedetty pois.')
  expect(after).toContain('Kumoa')
  await centre.post(`${page}/tila`, { state: 'published' })
  expect((await world.anyone.get(path)).status).toBe(200)
})

test('a file is replaced, brought back, taken away, and gone after a month', async () => {
  const id = await add(centre, { altFi: 'Kaari' })
  const page = `${keep}/${id}`
  await send(centre, `${page}/tiedosto`, 'a.png', pngOf(3, 3))
  await centre.post(`${page}/tila`, { state: 'published' })
  const file = await world.db
    .selectFrom('material_file')
    .select('id')
    .where('material_id', '=', Number(id))
    .executeTakeFirstOrThrow()
  const [old = ''] = filesIn(await textOf(centre.get(page)))
  expect((await world.anyone.get(old)).headers.get('content-security-policy')).toContain('sandbox')

  expect(await send(centre, `${page}/tiedosto`, 'b.png', pngOf(3, 3))).toMatchObject({ status: 422 })
  const replaced = await send(centre, `${page}/tiedosto/${file.id}`, 'b.svg', svgOf('<path d="M0 0"/>'))
  expect(replaced).toMatchObject({ status: 303, to: `${page}?done=file-replaced&file=${file.id}` })
  expect((await world.anyone.get(old)).status).toBe(410)
  expect(await textOf(centre.get(replaced.to))).toContain('Kumoa')
  await centre.post(`${page}/tiedosto/${file.id}/tila`, { state: 'kept' })
  expect(filesIn(await textOf(world.anyone.get(`/fi/aineistot/${id}`)))).toEqual([old])

  const last = await centre.post(`${page}/tiedosto/${file.id}/tila`, { state: 'removed' })
  expect(await last.text()).toContain('Julkaistussa aineistossa on oltava tiedosto.')
  await forgetRemovedFiles(world.db, new Date(world.now().getTime() + 31 * 86_400_000), 30)
  expect(await textOf(centre.get(page))).not.toContain('Poistetut tiedostot')
  expect((await world.anyone.get(old)).status).toBe(200)
})

test('a picture needs words, a newer edition takes its place, and what was typed comes back', async () => {
  const id = await add(centre)
  await send(centre, `${keep}/${id}/tiedosto`, 'a.png', pngOf(5, 5))
  const refused = await centre.post(`${keep}/${id}/tila`, { state: 'published' })
  expect(await refused.text()).toContain('Kerro ensin sanoin, mitä kuvassa on.')
  await centre.post(`${keep}/${id}/muuta`, { ...poster, titleFi: 'Vanha kuva', altFi: 'Kaari' })
  await centre.post(`${keep}/${id}/tila`, { state: 'published' })
  expect((await centre.post(`${keep}/${id}/muuta`, poster)).status).toBe(422)
  const newest = await add(centre)

  const changed = await centre.post(`${keep}/${id}/muuta`, { ...poster, titleFi: 'Toinen', altFi: 'Kaari' })
  const former = /name="former" value="(\d+)"/.exec(
    await textOf(centre.get(changed.headers.get('location')!)),
  )?.[1]
  const list = await textOf(centre.get(`${keep}/${id}/aiemmat`))
  expect(list).toContain('Vanha kuva')
  expect(await htmlProblems(list)).toEqual([])
  expect((await stranger.post(`${keep}/${id}/aiemmat`, { former: former! })).status).toBe(404)
  expect((await centre.post(`${keep}/${newest}/aiemmat`, { former: former! })).status).toBe(404)
  await centre.post(`${keep}/${id}/aiemmat`, { former: former! })
  expect(await textOf(world.anyone.get(`/fi/aineistot/${id}`))).toContain('<h1>Vanha kuva</h1>')

  const newer = await add(centre, { titleFi: 'Uusi kuva' })
  await send(centre, `${keep}/${newer}/tiedosto`, 'a.txt', utf8('Hei'))
  await centre.post(`${keep}/${newer}/tila`, { state: 'published' })
  await centre.post(`${keep}/${id}/muuta`, { ...poster, titleFi: 'Vanha kuva', altFi: 'Kaari', newer })
  expect(await textOf(world.anyone.get('/fi/aineistot?year=2026'))).not.toContain('Vanha kuva')
  expect(await textOf(world.anyone.get(`/fi/aineistot/${id}`))).toContain('Tästä on uudempi painos')
  expect(await textOf(world.anyone.get('/fi/aineistot?year=2024'))).toContain('ei löydy')

  const bad = await centre.post(`${keep}/uusi`, { titleFi: 'Esite', year: '26', 'audience-media': 'yes' })
  const form = await bad.text()
  expect(bad.status).toBe(422)
  for (const text of [
    'Kirjoita kuvaus suomeksi.',
    'Valitse ainakin yksi kieli.',
    'Valitse käyttöehdot.',
    'value="Esite"',
  ])
    expect(form).toContain(text)
  expect(await htmlProblems(form)).toEqual([])
})

test('a coordinator keeps the materials of the own area, and no others', async () => {
  const national = await add(centre)
  const own = await add(coordinator, { area: String(areaId) })
  expect((await coordinator.post(`${keep}/uusi`, poster)).status).toBe(422)
  expect((await stranger.post(`${keep}/uusi`, { ...poster, area: String(areaId) })).status).toBe(422)
  expect((await coordinator.get(`${keep}/${own}`)).status).toBe(200)
  expect((await coordinator.get(`${keep}/${national}`)).status).toBe(404)
  expect((await stranger.get(`${keep}/${own}`)).status).toBe(404)
  expect(await send(stranger, `${keep}/${own}/tiedosto`, 'a.txt', utf8('x'))).toMatchObject({ status: 404 })
  expect((await stranger.get(`/fi/aineistot/${own}`)).status).toBe(404)
  // The database by itself: what forgot its scope sees and writes nothing either.
  await send(coordinator, `${keep}/${own}/tiedosto`, 'a.txt', utf8('luonnos'))
  await expect(
    world.requests.updateTable('material').set({ title_fi: 'x' }).where('id', '=', Number(own)).execute(),
  ).resolves.toMatchObject([{ numUpdatedRows: 0n }])
  const seen = await world.read((db) =>
    db.selectFrom('material_file').select('id').where('material_id', '=', Number(own)).execute(),
  )
  expect(seen).toEqual([])
  await expect(world.requests.deleteFrom('material_download').execute()).rejects.toThrow(/permission denied/)
})

test('what a file tells of its maker is taken out, or asked about, and it gets a small picture', async () => {
  const id = await add(centre, { altFi: 'Kaari' })
  const page = `${keep}/${id}/tiedosto`
  const served = async (nth: number) =>
    Buffer.from(
      await (await centre.get(filesIn(await textOf(centre.get(`${keep}/${id}`)))[nth]!)).arrayBuffer(),
    )

  const photo = await photoOf({ width: 60, height: 40, artist: 'Aino Esimerkki', way: 6 })
  expect(photo.includes('Aino Esimerkki') && photo.includes('GPS-64N')).toBe(true)
  expect(await send(centre, page, 'kuva.jpg', photo)).toMatchObject({ status: 303 })
  const [jpeg] = [await served(0)]
  expect(jpeg.includes('Exif') || jpeg.includes('Aino') || jpeg.includes('GPS')).toBe(false)
  const html = await textOf(centre.get(`/fi/aineistot/${id}`))
  expect(html).toContain('40 × 60 kuvapistettä')
  const [, small, width, height] =
    /<img[^>]* src="([^"]+)" alt="Kaari"[^>]* width="(\d+)" height="(\d+)"/.exec(html) ?? []
  expect([width, height]).toEqual(['40', '60'])
  const picture = await centre.get(small!)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await world.anyone.get(small!)).status).toBe(404)

  const core =
    '<cp:coreProperties><dc:creator>Aino Esimerkki</dc:creator><dc:title>Opas</dc:title></cp:coreProperties>'
  await send(centre, page, 'opas.docx', docxOf({ 'docProps/core.xml': core }))
  const parts = unpackWithin(await served(1), 1e6)!
  expect(parts.find(({ name }) => name === 'docProps/core.xml')!.body.toString()).toMatch(
    /Properties.*<dc:title>Opas</s,
  )
  expect(parts.map(({ body }) => body.toString()).join()).not.toContain('Aino')

  await send(centre, page, 'a.pdf', pdfOf('<< /Author (Aino Esimerkki) /Title (Opas) >>'))
  expect((await served(2)).toString('latin1')).toContain('/Author (              ) /Title (Opas)')
  const packed = pdfOf(packedStream('/Type /ObjStm /N 1 /First 4', '9 0 << /Author (Aino Esimerkki) >>'))
  const asked = await send(centre, page, 'b.pdf', packed)
  expect(asked).toMatchObject({ status: 422, text: expect.stringContaining('Tiedosto kertoo tekijästään.') })
  expect(asked.text).toContain('Tiedostosta löytyi: Aino Esimerkki')
  expect(asked.text).toContain('name="known"')
  expect(await send(centre, page, 'b.pdf', packed, { known: 'yes' })).toMatchObject({ status: 303 })
}, 30_000)

describe('nothing is kept of', () => {
  const cases: [what: string, name: string, bytes: () => Uint8Array, said: string][] = [
    ['a script in lines', 'a.svg', () => svgOf('<script>alert(1)</script>'), 'Tiedostosta löytyi: <script>'],
    [
      'a page that is called a document',
      'a.pdf',
      () => utf8('<!doctype html><p>Hei'),
      'Tiedosto on verkkosivu (HTML).',
    ],
    ['a document after a page', 'a.pdf', () => join('<html>', pdfOf()), 'Tiedosto on verkkosivu (HTML).'],
    [
      'an archive that unpacks without end',
      'a.docx',
      () => docxOf({ 'word/a.xml': Buffer.alloc(110_000_000) }),
      'purkautuu liian suureksi',
    ],
    ['a path in the name', '../../a.pdf', () => pdfOf(), 'Tiedoston nimessä on kansiopolku.'],
    ['50 MB', 'a.pdf', () => new Uint8Array(50 * 1024 * 1024), 'Tiedosto on yli 10 Mt.'],
    ['a macro', 'a.docx', () => docxOf({ 'word/vbaProject.bin': 'x' }), 'Asiakirjassa on makroja.'],
    [
      'a formula that asks a server',
      'a.xlsx',
      () => workbookOf([], '<row r="1"><c r="A1"><f>_xlfn.WEBSERVICE("https://paha.example/")</f></c></row>'),
      'Taulukon kaava hakee tietoja muualta',
    ],
    [
      'a picture by its address in VML',
      'a.docx',
      () => docxOf({ 'word/vmlDrawing1.vml': '<v:imagedata src="https://paha.example/x.png"/>' }),
      'Asiakirja hakee sisältöä muualta.',
    ],
    ['nothing', '', () => new Uint8Array(0), 'Valitse tiedosto.'],
  ]
  let id = ''
  beforeAll(async () => {
    id = await add(centre)
  })
  test.each(cases)('%s', async (_, name, bytes, said) => {
    const before = await kept()
    const answer = await send(centre, `${keep}/${id}/tiedosto`, name, bytes())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(said)
    expect(await kept()).toEqual(before)
  })

  test('a file larger than other rows take is kept', async () => {
    const answer = await send(
      centre,
      `${keep}/${id}/tiedosto`,
      'a.txt',
      new Uint8Array(5 * 1024 * 1024 + 1).fill(97),
    )
    expect(answer.status).toBe(303)
    // The embedded database takes seconds for so many bytes on a busy machine.
  }, 60_000)
})
