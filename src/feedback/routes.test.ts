import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode, newCode } from '../codes/rules.ts'
import { aboutLanguages, holderLanguages } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { forgetPast } from '../sweep.ts'
import { problemWords } from './problem-words.ts'
import { remindOfFeedback } from './remind.ts'
import { threadWords } from './thread-words.ts'

type Client = Pick<World['anyone'], 'get' | 'post'>
let world: World
let ours: Client
let theirs: Client
let centre: Client
let town: Awaited<ReturnType<typeof makeMunicipality>>
let siteId: number
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  town = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const other = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  siteId = (await makeSite(world.db, { municipality: town, name: 'Esimerkkiteatteri' })).id
  ours = await world.as({ role: 'coordinator', areaId: town.areaId })
  theirs = await world.as({ role: 'coordinator', areaId: other.areaId }, 'sv')
  centre = await world.as({ role: 'centre' }, 'en')
})
afterAll(() => world.end())

const text = async (reply: Response | Promise<Response>) =>
  (await (await reply).text()).replaceAll(/\s+/g, ' ')
const hiddenIn = (html: string, name: string) =>
  new RegExp(`<input(?=[^>]* name="${name}")[^>]* value="([^"]*)"`).exec(html)?.[1]

let sent = 0
/** Fills in the second page as somebody does who has it read aloud: what is hidden stays as it came. A minute passes. */
const fillIn = async (more: Record<string, string> = {}, path: string = publicPaths.feedback.fi) => {
  const stamp = hiddenIn(await text(world.anyone.get(`${path}?about=other`)), 'stamp')!
  world.later(1)
  sent += 1
  return {
    about: 'other',
    message: `Ovi oli kiinni ${sent}.`,
    way: 'link',
    email: '',
    homepage: '',
    stamp,
    ...more,
  }
}
type Fields = Record<string, string>
/** On to the last page. @returns what it sends, or the answer that led back */
const check = async (
  fields: Fields,
  path: string = publicPaths.feedback.fi,
): Promise<{ reply: Response; html: string; fields: Fields | null }> => {
  const reply = await world.anyone.post(path, fields)
  if (reply.status !== 200) return { reply, html: '', fields: null }
  const html = await text(reply)
  const [stamp, key] = [hiddenIn(html, 'stamp')!, hiddenIn(html, 'key')!]
  return { reply, html, fields: { ...fields, stamp, key, step: 'send' } }
}
/** From the message over the last page to its end. */
const post = async (given: Fields, path: string = publicPaths.feedback.fi) => {
  const { reply, fields } = await check(given, path)
  return fields === null ? reply : world.anyone.post(path, fields)
}
const linkOf = (reply: Response) => {
  expect(reply.status).toBe(303)
  return reply.headers.get('location')!.split('?')[0]!
}
const newest = async () =>
  await world.db.selectFrom('feedback').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const letters = async (kind: string) =>
  world.db
    .selectFrom('mail')
    .select(['recipient', 'subject', 'text_body as text'])
    .where('kind', '=', kind)
    .execute()
const answer = (who: Client, id: number, said = 'Ovi on nyt auki.') =>
  who.post(`/fi/palautteet/${id}`, { deed: 'answer', answer: said })

test('told about a site, answered by its area, read by the link, written once more and answered again', async () => {
  const site = await text(world.anyone.get(`/fi/kohteet/${siteId}`))
  expect(site).toContain(`/fi/palaute?site=${siteId}`)
  const form = await text(world.anyone.get(`/fi/palaute?site=${siteId}`))
  expect(form).toContain('Esimerkkiteatteri')
  const link = linkOf(
    await post(await fillIn({ about: 'site', site: String(siteId), message: 'Takaovi\non kiinni.' })),
  )
  const first = await world.anyone.get(`${link}?done=sent`)
  expect(first.headers.get('cache-control')).toBe('no-store')
  const shown = await text(first)
  expect(shown).toContain(`http://localhost:3000${link}`)
  expect(shown).toContain('Vastaamme viimeistään 25.5.2026.')
  expect(await text(world.anyone.get(link))).not.toContain(`http://localhost:3000${link}`)

  const { id } = await newest()
  expect(await text(ours.get('/fi/palautteet'))).toContain('Takaovi')
  expect((await ours.post(`/fi/palautteet/${id}`, { deed: 'work' })).status).toBe(303)
  expect((await ours.post(`/fi/palautteet/${id}`, { deed: 'note', note: 'Kysyn teatterilta' })).status).toBe(
    303,
  )
  expect((await answer(ours, id)).status).toBe(303)
  expect((await answer(ours, id)).status).toBe(422)
  const read = await text(world.anyone.get(link))
  expect(read).toContain('Ovi on nyt auki.')
  expect(read).not.toContain('Kysyn teatterilta')

  const stamp = hiddenIn(read, 'stamp')!
  world.later(1)
  const again = (message: string) => world.anyone.post(link, { message, stamp })
  expect((await again('Kiitos, mutta kello?')).status).toBe(303)
  expect((await again('Ja vielä?')).status).toBe(422)
  expect(await text(ours.get('/fi/palautteet'))).toContain('Takaovi')
  await answer(ours, id, 'Kello 12.')
  expect(await text(world.anyone.get(link))).toContain('Kello 12.')
  expect((await world.anyone.get(link.replace(/.$/, 'x'))).status).toBe(404)
})

test('each sees its own area’s, the centre all; what is moved is seen by its new keepers alone', async () => {
  await post(await fillIn({ municipality: String(town.id), message: 'Kuhmon asia' }))
  const mine = (await newest()).id
  await post(await fillIn({ message: 'Kenen asia' }))
  const nobodys = (await newest()).id
  const reach = async (who: Client, id: number) => (await who.get(`/fi/palautteet/${id}`)).status
  expect([await reach(ours, mine), await reach(theirs, mine), await reach(centre, mine)]).toEqual([
    200, 404, 200,
  ])
  expect([await reach(ours, nobodys), await reach(centre, nobodys)]).toEqual([404, 200])
  expect((await answer(theirs, mine)).status).toBe(404)
  // The database itself holds a coordinator to the own area.
  const seen = await world.read((db) => db.selectFrom('feedback').select('id').execute())
  expect(seen).toEqual([])

  const { area_id: next } = await world.db
    .selectFrom('area_membership')
    .select('area_id')
    .where('area_id', '<>', town.areaId)
    .executeTakeFirstOrThrow()
  const move = (who: Client, id: number, to: string) => who.post(`/fi/palautteet/${id}`, { deed: 'move', to })
  expect((await move(ours, mine, '99999')).status).toBe(422)
  expect((await move(ours, mine, String(town.areaId))).status).toBe(422)
  expect((await move(ours, mine, String(next))).status).toBe(303)
  expect([await reach(ours, mine), await reach(theirs, mine)]).toEqual([404, 200])
  expect((await move(theirs, mine, 'centre')).status).toBe(303)
  expect([await reach(theirs, mine), await reach(centre, mine)]).toEqual([404, 200])
})

test('what wants no answer has no page; closed as spam it can be opened again', async () => {
  expect(linkOf(await post(await fillIn({ way: 'none' })))).toBe('/fi/palaute')
  expect(await text(world.anyone.get('/fi/palaute?done=sent'))).toContain('Kiitos palautteesta')
  const { id } = await newest()
  expect((await answer(centre, id)).status).toBe(422)
  const close = (reason: string) => centre.post(`/fi/palautteet/${id}`, { deed: 'close', reason })
  expect((await close('')).status).toBe(422)
  expect((await close('spam')).status).toBe(303)
  expect(await text(centre.get('/fi/palautteet?show=closed'))).toContain(`/palautteet/${id}`)
  expect((await centre.post(`/fi/palautteet/${id}`, { deed: 'reopen' })).status).toBe(303)
})

test('an answer by mail goes once, with the link; the address is forgotten after 90 days, the thread after a year', async () => {
  const wrong = await post(await fillIn({ way: 'email', email: 'aino' }))
  expect(wrong.status).toBe(422)
  expect(await text(wrong)).toContain('nimi@palvelu.fi')
  const fields = await fillIn({ way: 'email', email: 'aino@esimerkki.example' }, publicPaths.feedback.ar)
  const link = linkOf(await post(fields, publicPaths.feedback.ar))
  const { id } = await newest()
  await answer(centre, id, 'Tervetuloa.')
  await answer(centre, id, 'Tervetuloa.')
  const [letter, ...more] = await letters('feedback-answered')
  expect(more).toEqual([])
  expect(letter!.recipient).toBe('aino@esimerkki.example')
  expect(letter!.text).toContain(`http://localhost:3000${link}`)
  expect(letter!.text).toContain('Tervetuloa.')
  const at = (days: number) => new Date(world.now().getTime() + days * 86_400_000)
  await forgetPast(world.db, at(89))
  expect((await newest()).email).toBe('aino@esimerkki.example')
  await forgetPast(world.db, at(91))
  expect((await newest()).email).toBeNull()
  expect(await text(world.anyone.get(link))).toContain('Tervetuloa.')
  await forgetPast(world.db, at(366))
  expect((await world.anyone.get(link)).status).toBe(404)
})

test('sent twice by an impatient thumb it is one; the same words of two people are two', async () => {
  const given = await fillIn({ message: 'Kiitos' })
  const { fields } = await check(given)
  const send = async (sent: Fields) => linkOf(await world.anyone.post(publicPaths.feedback.fi, sent))
  const first = await send(fields!)
  const { id } = await newest()
  expect(await send(fields!)).toBe(first)
  expect((await newest()).id).toBe(id)
  // The page that both were given is one for all, and so is the second in which they wrote.
  expect(await send((await check(given)).fields!)).not.toBe(first)
  expect((await newest()).id).toBeGreaterThan(id)
  const without = await world.anyone.post(publicPaths.feedback.fi, { ...fields!, key: 'x' })
  expect(without.status).toBe(422)
})

test('the clock of accessibility: fourteen days, warned three before, told to the centre once when it is over', async () => {
  await sql`delete from feedback`.execute(world.db)
  const form = await text(world.anyone.get('/fi/palaute?about=accessibility'))
  expect(hiddenIn(form, 'about')).toBe('accessibility')
  await post(await fillIn({ about: 'accessibility', municipality: String(town.id) }))
  const { id, due_on } = await newest()
  expect(due_on).toBe('2026-05-18')
  const told = async (at: string) => {
    for (let again = 0; again < 2; again++)
      await remindOfFeedback(world.db, new Date(at), 'http://localhost:3000')
    const kinds = ['feedback-waiting', 'feedback-due', 'feedback-overdue']
    return Promise.all(kinds.map(async (kind) => (await letters(kind)).length))
  }
  expect(await told('2026-05-14T20:59:00Z')).toEqual([1, 0, 0])
  expect(await told('2026-05-14T21:00:00Z')).toEqual([1, 1, 0])
  expect(await told('2026-05-18T20:59:00Z')).toEqual([1, 1, 0])
  expect(await told('2026-05-18T21:00:00Z')).toEqual([1, 1, 1])
  world.later(15 * 24 * 60)
  expect(await text((await world.as({ role: 'centre' })).get('/fi/palautteet'))).toContain(
    '1 saavutettavuuspalautteen määräaika on mennyt',
  )
  await answer(await world.as({ role: 'centre' }), id)
  expect(await told('2026-06-30T21:00:00Z')).toEqual([1, 1, 1])
})

test('nothing is lost on bad input, and what must not be kept is taken out of it', async () => {
  const code = formatCode(newCode())
  const secret = await post(await fillIn({ about: '', message: `Korttini ${code} ja 131052-308T ei toimi.` }))
  expect(secret.status).toBe(422)
  const html = await text(secret)
  expect(html).not.toContain(code)
  expect(html).not.toContain('308T')
  expect(html).toContain('Korttini … ja … ei toimi.')
  expect(html).toContain('Poistimme tekstistä henkilötunnuksen.')
  const before = (await newest()).id
  const reach = await fillIn({ message: 'Soita 040 123 4567 ja kerro', municipality: String(town.id) })
  const { html: page, fields } = await check(reach)
  expect(page).toContain('Viestissä on puhelinnumero tai sähköpostiosoite.')
  expect(page).toContain('Soita 040 123 4567 ja kerro')
  expect(page).toContain('Kuhmo')
  expect((await newest()).id).toBe(before)
  // Back to the text, with everything else that was given.
  const back = await text(
    world.anyone.post('/fi/palaute', { ...fields!, step: 'change', way: 'email', email: 'aino@' }),
  )
  expect(back).toMatch(/<textarea[^>]*>Soita 040 123 4567 ja kerro/)
  expect(back).toMatch(new RegExp(`value="${town.id}" selected`))
  expect([hiddenIn(back, 'way'), hiddenIn(back, 'email')]).toEqual(['email', 'aino@'])
  expect((await world.anyone.post('/fi/palaute', fields!)).status).toBe(303)
  for (const more of [
    { municipality: '99999' },
    { site: '99999' },
    { message: 'x'.repeat(3001) },
    { way: 'post' },
  ])
    expect((await post(await fillIn(more))).status).toBe(422)
  await sql`delete from rate_limit`.execute(world.db)
})

test('a form that many are given is the same for all, and a person is never stopped', async () => {
  expect(await text(world.anyone.get('/fi/palaute'))).toContain('/fi/palaute?about=card')
  const page = async () => text(world.anyone.get('/fi/palaute?about=card'))
  expect(await page()).toBe(await page())
  // What a screen reader does not read out, the person does not fill in.
  expect(await page()).toMatch(/<div hidden=""><label[^>]*>Jätä tämä kenttä tyhjäksi/)

  const quick = { ...(await fillIn()), stamp: hiddenIn(await page(), 'stamp')! }
  world.later(0.02)
  const asked = await post(quick)
  expect(asked.status).toBe(422)
  expect(await text(asked)).toContain(quick.message)
  world.later(0.1)
  expect((await post(quick)).status).toBe(303)

  const { fields: slow } = await check(await fillIn())
  world.later(25 * 60)
  const old = await text(world.anyone.post('/fi/palaute', slow!))
  expect(old).toContain('Sivu ehti vanhentua')
  expect(hiddenIn(old, 'message')).toBe(slow!.message)
  world.later(1)
  const again = { ...slow!, stamp: hiddenIn(old, 'stamp')! }
  expect((await world.anyone.post('/fi/palaute', again)).status).toBe(303)

  const filled = await fillIn({ homepage: 'https://esimerkki.example' })
  const question = await text(post(filled))
  const [, number] = /Mikä luku tulee luvun (\d) jälkeen/.exec(question)!
  expect(question).toContain(filled.message)
  expect((await post({ ...filled, answer: '0' })).status).toBe(422)
  expect((await post({ ...filled, answer: String(Number(number) + 1) })).status).toBe(303)
})

test('many from one machine are asked, then wait; nobody’s address is kept', async () => {
  await sql`delete from rate_limit`.execute(world.db)
  const stati: number[] = []
  const { stamp } = await fillIn()
  const send = async (answer = '') => {
    const fields = { about: 'other', message: `Viesti ${stati.length}`, way: 'link', stamp, answer }
    const reply = await post(fields)
    stati.push(reply.status)
    return text(reply)
  }
  for (let count = 0; count < 10; count++) await send()
  const asked = await send()
  const [, number] = /luvun (\d) jälkeen/.exec(asked)!
  for (let count = 0; count < 10; count++) await send(String(Number(number) + 1))
  expect(stati).toEqual([...Array(10).fill(303), 422, ...Array(10).fill(303)])
  expect(await send(String(Number(number) + 1))).toContain('tunnin päästä')
})

test('so many an hour are taken of everyone together; then people are told how else to reach us', async () => {
  const left = async (tokens: number) => {
    await sql`delete from rate_limit`.execute(world.db)
    await sql`insert into rate_limit (bucket, tokens, refilled_at)
      values ('feedback of all', ${tokens}, ${world.now()})`.execute(world.db)
  }
  const { fields } = await check(await fillIn())
  const send = (more: Fields = {}) => world.anyone.post('/fi/palaute', { ...fields!, ...more })
  await left(100)
  const [, number] = /luvun (\d) jälkeen/.exec(await text(send()))!
  const answer = String(Number(number) + 1)
  await left(0)
  const before = (await newest()).id
  const refused = await send({ answer })
  expect(refused.status).toBe(422)
  const page = await text(refused)
  expect(page).toContain(problemWords.fi['too-many-all'])
  expect(page).toContain('href="/fi/yhteystiedot"')
  expect(hiddenIn(page, 'message')).toBe(fields!.message)
  expect((await newest()).id).toBe(before)
  // The refused takes nothing from its machine, and an hour later there is room.
  expect(await world.db.selectFrom('rate_limit').select('bucket').execute()).toEqual([
    { bucket: 'feedback of all' },
  ])
  world.later(30)
  expect((await send({ answer })).status).toBe(303)
  await sql`delete from rate_limit`.execute(world.db)
})

test('a thread that nobody goes on with ends by itself after 90 days, kindly, and its address goes', async () => {
  await sql`delete from mail`.execute(world.db)
  const link = linkOf(await post(await fillIn({ way: 'email', email: 'aino@esimerkki.example' })))
  const { id } = await newest()
  const at = (days: number) => new Date(world.now().getTime() + days * 86_400_000)
  const note = {
    feedback_id: id,
    author: 'note',
    body: 'Kysyn.',
    written_at: at(10),
    written_by: 'test',
  } as const
  await world.db.insertInto('feedback_message').values(note).execute()
  await forgetPast(world.db, at(99))
  expect(await newest()).toMatchObject({ state: 'new', email: 'aino@esimerkki.example' })
  await forgetPast(world.db, at(101))
  await forgetPast(world.db, at(101))
  expect(await newest()).toMatchObject({ state: 'closed', close_reason: 'quiet', email: null })
  const page = await text(world.anyone.get(link))
  expect(page).toContain(threadWords.fi.quietText)
  expect(page).not.toContain(threadWords.fi.closedText)
  const told = await letters('feedback-quiet')
  expect(told.map(({ recipient }) => recipient)).toEqual(['aino@esimerkki.example'])
  expect(told[0]!.text).toContain('poistimme sähköpostiosoitteesi')
  const keeper = await world.as({ role: 'centre' }, 'en')
  expect(await text(keeper.get(`/en/feedback-threads/${id}`))).toContain('closed by itself')
})

test('the page, the thread and what is wrong are said in every language', async () => {
  await sql`delete from rate_limit`.execute(world.db)
  const keeper = await world.as({ role: 'centre' }, 'en')
  for (const reader of holderLanguages) {
    const path = publicPaths.feedback[reader]
    const form = await text(world.anyone.get(path))
    const { tag, direction } = aboutLanguages[reader]
    expect(form).toMatch(new RegExp(`<html lang="${tag}"${direction === 'rtl' ? ' dir="rtl"' : ''}`))
    expect(await text(post(await fillIn({ message: '' }, path), path))).toContain(
      problemWords[reader]['message-missing'],
    )
    const link = linkOf(await post(await fillIn({}, path), path))
    const thread = await text(world.anyone.get(`${link}?done=sent`))
    expect(thread).toContain(threadWords[reader].keepLink)
    expect(thread).toContain(`<p lang="${tag}" dir="${direction}">Ovi oli kiinni ${sent}.`)
    expect((await newest()).language).toBe(reader)
    // Whoever answers, or reads it in another language, is told which this one is.
    const elsewhere = world.anyone.get(link.replace(/^\/[^/]+\/[^/]+/, publicPaths.feedback.sv))
    expect(await text(elsewhere)).toContain(`<p lang="${tag}" dir="${direction}">`)
    const kept = await text(keeper.get(`/en/feedback-threads/${(await newest()).id}`))
    expect(kept).toContain(`<p lang="${tag}" dir="${direction}">`)
  }
})
