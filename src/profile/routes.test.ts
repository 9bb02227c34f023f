import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeSite, makeAccount, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { findSessionUser, sessionOf, startSession } from '../accounts/queries.ts'
import { endAccount, giveRole } from '../accounts/role-queries.ts'
import { hashPassword } from '../lib/passwords.ts'
import { hashToken, newToken } from '../web/session-cookie.ts'

const password = 'hiljainen lumi satoi'
const next = 'sininen pyörä kallio'
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 }
const passwordHash = await hashPassword(password, cheap)
const email = 'aino@esimerkki.example'

let world: World
let site: MadeSite
let roleId: string
let accountId: string
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  roleId = await makeAccount(world.db, world.now(), { role: 'venue', siteId: site.id, email, passwordHash })
  accountId = await accountOf(roleId)
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
const account = () =>
  world.db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow()

type Somewhere = { cookie: string }
/** Signs the account in on one more browser. */
const enter = async (role = roleId, browser = 'Firefox, Linux'): Promise<Somewhere & { token: string }> => {
  const token = newToken()
  await world.db
    .transaction()
    .execute((db) => startSession(db, role, hashToken(token), world.now(), { proof: 'passkey', browser }))
  return { token, cookie: `kaiku=${token}` }
}
const get = (path: string, where?: Somewhere) => world.anyone.get(path, where && { cookie: where.cookie })
const post = (path: string, fields: Record<string, string>, where?: Somewhere) =>
  world.anyone.post(path, fields, where && { cookie: where.cookie })
const isIn = async (where: Somewhere) => (await get('/fi/oma', where)).status === 200
const cookieOf = (response: Response): Somewhere => ({
  cookie: (response.headers.get('set-cookie') ?? '').split(';')[0]!,
})
const signIn = (fields: Record<string, string>) => post('/fi/kirjaudu', { email, password, ...fields })
const mails = () => world.db.selectFrom('mail').selectAll().orderBy('made_at').orderBy('kind').execute()
const pathIn = (text: string | null) => /http:\/\/localhost:3000(\S+)/.exec(text ?? '')![1]!
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

describe('one’s own page', () => {
  test('says in which role and place one works, and when the sign-in ends', async () => {
    const unit = await makeUnit(world.db, { name: 'Aikuissosiaalityö, Kuhmo' })
    const issuer = await world.as({ role: 'issuer', unit })
    const page = await (await issuer.get('/en/home')).text()
    for (const text of ['Card issuer', 'Aikuissosiaalityö, Kuhmo', '4 May 2026 at 12:00', 'At 00:00'])
      expect(page).toContain(text)
    expect(page).toContain('href="/en/home/second-factor"')
    expect(page).not.toContain('Your roles')
  })

  test('changes the language, for what is opened next too', async () => {
    const here = await enter()
    const changed = await post('/fi/oma/kieli', { language: 'sv' }, here)
    expect(changed.headers.get('location')).toBe('/sv/min-sida?done=language')
    expect(await (await get('/sv/min-sida?done=language', here)).text()).toContain('Språket har bytts.')
    expect((await account()).language).toBe('sv')
    const refused = await post('/fi/oma/kieli', { language: 'kainuu' }, here)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Valitse kieli.')
    expect((await get('/fi/oma/kieli', here)).status).toBe(200)
  })

  test('is nobody’s without signing in', async () => {
    for (const path of ['/fi/oma', '/fi/oma/salasana', '/fi/oma/sahkoposti'])
      expect((await get(path)).status).toBe(303)
    expect((await post('/fi/oma/rooli', { role: roleId })).status).toBe(303)
  })
})

describe('a person with several roles', () => {
  test('acts in one at a time, under a new token, with its place and no other', async () => {
    const unit = await makeUnit(world.db, { name: 'Nuorten talo' })
    const issuing = await world.db
      .transaction()
      .execute((db) => giveRole(db, accountId, { role: 'issuer', unitId: unit.id }, world.now()))
    const here = await enter()
    expect((await get('/fi/kortit', here)).status).toBe(403)
    const page = await (await get('/fi/oma', here)).text()
    expect(page).toContain('Toimi tässä roolissa')
    expect(page).toContain('Nuorten talo')

    const switched = await post('/fi/oma/rooli', { role: issuing }, here)
    expect(switched.status).toBe(303)
    const after = cookieOf(switched)
    expect(await lastAudit()).toMatchObject({
      permission: 'account.change',
      subject: { accountRole: issuing },
    })
    expect(after.cookie).not.toBe(here.cookie)
    expect(await isIn(here)).toBe(false)
    expect((await get('/fi/kassa', after)).status).toBe(403)
    const cards = await (await get('/fi/kortit', after)).text()
    expect(cards).toContain('Aino Esimerkki · Kortinjakaja · Nuorten talo')
    expect(cards).not.toContain('Esimerkkiteatteri')
    expect(await world.db.selectFrom('session').select('id').execute()).toHaveLength(1)
  })

  test('proves no more and lasts no longer by changing the role', async () => {
    const unit = await makeUnit(world.db)
    const issuing = await world.db
      .transaction()
      .execute((db) => giveRole(db, accountId, { role: 'issuer', unitId: unit.id }, world.now()))
    const here = cookieOf(await signIn({}))
    const ofToken = (where: Somewhere) =>
      findSessionUser(world.db, hashToken(where.cookie.replace('kaiku=', '')), world.now())
    const before = sessionOf((await ofToken(here))!)
    world.later(20)
    const after = cookieOf(await post('/fi/oma/rooli', { role: issuing }, here))
    const user = (await ofToken(after))!
    // An issuer needs a second factor, and the password alone was given.
    expect(user.needsSetUp).toBe(true)
    expect(sessionOf(user)).toMatchObject({ id: before.id, expiresAt: before.expiresAt, proof: 'password' })
  })

  test('cannot act in a role of somebody else, or one that has ended', async () => {
    const other = await makeAccount(world.db, world.now(), { role: 'centre' })
    const here = await enter()
    const tried = await post('/fi/oma/rooli', { role: other }, here)
    expect(tried.status).toBe(404)
    const unit = await makeUnit(world.db)
    const ended = await world.db
      .transaction()
      .execute((db) => giveRole(db, accountId, { role: 'issuer', unitId: unit.id }, world.now()))
    await world.db
      .updateTable('account_role')
      .set({ ended_at: world.now() })
      .where('id', '=', ended)
      .execute()
    expect((await post('/fi/oma/rooli', { role: ended }, here)).status).toBe(404)
    expect(await isIn(here)).toBe(true)
    expect((await get('/fi/oma', here)).headers.get('set-cookie')).toBeNull()
  })
})

describe('changing the password', () => {
  const change = (fields: Record<string, string>, where: Somewhere) =>
    post('/fi/oma/salasana', { password, newPassword: next, ...fields }, where)

  test('ends all other sessions, renews this one, tells the owner, and only the new one opens the door', async () => {
    const here = await enter()
    const elsewhere = await enter()
    const changed = await change({}, here)
    expect(changed.headers.get('location')).toBe('/fi/oma?done=password')
    expect(await isIn(elsewhere)).toBe(false)
    expect(await isIn(here)).toBe(false)
    expect(await isIn(cookieOf(changed))).toBe(true)
    expect((await signIn({})).status).toBe(422)
    expect((await signIn({ password: next })).status).toBe(303)
    expect(await mails()).toMatchObject([{ kind: 'password-changed', recipient: email }])
  })

  test('ends links that were asked for a new password before, and halves of sign-ins', async () => {
    await post('/fi/kirjaudu/unohtunut', { email })
    const link = pathIn((await mails())[0]!.text_body)
    const half = { made_at: world.now(), expires_at: new Date(world.now().getTime() + 600_000) }
    await world.db
      .insertInto('sign_in_step')
      .values({ ...half, token_hash: hashToken('half'), account_id: accountId })
      .execute()
    await change({}, await enter())
    expect(await (await get(link)).text()).toContain('Linkki ei ole enää voimassa')
    expect(await world.db.selectFrom('sign_in_step').selectAll().execute()).toEqual([])
  })

  test.each([
    [{ password: 'ei tämä ole se' }, 'Salasana ei ole oikein.'],
    [{ password: '' }, 'Kirjoita salasana.'],
    [{ newPassword: 'lyhyt' }, 'Salasana on liian lyhyt.'],
    [{ newPassword: 'AinoEsimerkki1' }, 'helppo arvata'],
  ])('with %j changes nothing and says why', async (fields, sentence) => {
    const here = await enter()
    const elsewhere = await enter()
    const refused = await change(fields, here)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sentence)
    expect((await account()).password_hash).toBe(passwordHash)
    expect(await isIn(elsewhere)).toBe(true)
  })

  test('guesses of the old one are counted as at the sign-in', async () => {
    const here = await enter()
    const answers = []
    for (let time = 0; time < 6; time++) answers.push((await change({ password: 'ei tämä' }, here)).status)
    expect(answers).toEqual([422, 422, 422, 422, 422, 429])
    expect((await change({}, here)).status).toBe(429)
    expect((await signIn({})).status).toBe(429)
  })
})

describe('changing the e-mail address', () => {
  const fresh = 'aino.uusi@esimerkki.example'
  const ask = (where: Somewhere, fields: Record<string, string> = {}) =>
    post('/fi/oma/sahkoposti', { email: fresh, password, ...fields }, where)
  const asked = async (where: Somewhere) => {
    const answer = await ask(where)
    expect(answer.headers.get('location')).toBe('/fi/oma?done=email-sent')
    const letters = await mails()
    return pathIn(letters.find(({ kind, recipient }) => kind === 'email' && recipient === fresh)!.text_body)
  }

  test('sends a link to the new address and a note to the old one; it holds once the link is confirmed', async () => {
    const here = await enter()
    const link = await asked(here)
    const note = (await mails()).find(({ kind }) => kind === 'email-note')!
    expect(note.recipient).toBe(email)
    expect(note.text_body).toContain(fresh)
    expect(note.text_body).not.toContain('http')
    expect((await account()).email).toBe(email)

    expect((await get(link, here)).status).toBe(200)
    expect((await account()).email).toBe(email)
    expect((await post(link, {}, here)).headers.get('location')).toBe('/fi/oma?done=email')
    expect((await account()).email).toBe(fresh)
    expect((await signIn({ email: fresh })).status).toBe(303)

    await world.db.updateTable('account').set({ email }).execute()
    const again = await post(link, {}, here)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Linkki ei ole enää voimassa')
    expect((await account()).email).toBe(email)
  })

  test('works for 24 hours', async () => {
    const link = await asked(await enter())
    world.later(24 * 60)
    const here = await enter()
    expect(await (await get(link, here)).text()).toContain('Linkki ei ole enää voimassa')
    expect((await post(link, {}, here)).status).toBe(422)
    expect((await account()).email).toBe(email)
  })

  test('is confirmed by nobody else: a mistyped address is no way in', async () => {
    const link = await asked(await enter())
    const stranger = await world.as({ role: 'centre' })
    expect((await stranger.post(link, {})).status).toBe(422)
    expect((await post(link, {})).headers.get('location')).toBe('/fi/kirjaudu')
    expect((await get(link)).headers.get('location')).toBe(`/fi/kirjaudu?next=${encodeURIComponent(link)}`)
    expect((await account()).email).toBe(email)
  })

  test('a second link ends the first', async () => {
    const here = await enter()
    const first = await asked(here)
    await ask(here, { email: 'toinen@esimerkki.example' })
    expect((await post(first, {}, here)).status).toBe(422)
  })

  test('an address that another account has is told about only by its own mailbox', async () => {
    await makeAccount(world.db, world.now(), { role: 'auditor', email: fresh })
    const here = await enter()
    const link = await asked(here)
    const refused = await post(link, {}, here)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Osoite on jo toisella tilillä.')
    expect((await account()).email).toBe(email)
    expect(world.logged).toEqual([])
  })

  test.each([
    [{ password: 'ei tämä ole se' }, 'Salasana ei ole oikein.'],
    [{ email: 'aino' }, 'Tarkista sähköpostiosoite.'],
    [{ email: ' AINO@esimerkki.example' }, 'Tämä on jo osoitteesi.'],
  ])('with %j sends nothing and keeps what was typed', async (fields, sentence) => {
    const refused = await ask(await enter(), fields)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain(sentence)
    expect(page).toContain(`value="${(fields as { email?: string }).email ?? fresh}"`)
    expect(await mails()).toEqual([])
  })

  test('five letters an hour, no more', async () => {
    const here = await enter()
    const answers = []
    for (let time = 0; time < 6; time++) answers.push((await ask(here)).status)
    expect(answers).toEqual([303, 303, 303, 303, 303, 429])
  })
})

describe('the list of one’s sessions', () => {
  test('says which browser, since when, and which is this one', async () => {
    await enter(roleId, 'Safari, iPhone')
    world.later(5)
    const here = await enter()
    const page = await (await get('/fi/oma', here)).text()
    for (const text of ['Safari, iPhone', 'Firefox, Linux', '4.5.2026 klo 12.00', '4.5.2026 klo 12.05'])
      expect(page).toContain(text)
    expect(page.match(/Tämä selain/g)).toHaveLength(1)
  })

  const idOf = async (where: { token: string }) =>
    (
      await world.db
        .selectFrom('session')
        .select('id')
        .where('token_hash', '=', hashToken(where.token))
        .executeTakeFirstOrThrow()
    ).id

  test('ends one, or all others, or the one that one is in', async () => {
    const [here, phone, tablet] = [await enter(), await enter(), await enter()]
    await post('/fi/oma/kirjautumiset', { session: await idOf(phone) }, here)
    expect([await isIn(here), await isIn(phone), await isIn(tablet)]).toEqual([true, false, true])
    await post('/fi/oma/kirjautumiset', { session: 'others' }, here)
    expect([await isIn(here), await isIn(tablet)]).toEqual([true, false])
    const out = await post('/fi/oma/kirjautumiset', { session: await idOf(here) }, here)
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await isIn(here)).toBe(false)
  })

  test('ends nobody else’s', async () => {
    const stranger = await world.as({ role: 'centre' })
    const here = await enter()
    expect((await post('/fi/oma/kirjautumiset', { session: await idOf(stranger) }, here)).status).toBe(404)
    await post('/fi/oma/kirjautumiset', { session: 'others' }, here)
    expect((await stranger.get('/fi/oma')).status).toBe(200)
  })
})

describe('a forgotten password', () => {
  const ask = (address = email) => post('/fi/kirjaudu/unohtunut', { email: address })
  const choose = (link: string, newPassword = next) => post(link, { newPassword })
  const linkOf = async () => {
    await ask()
    return pathIn((await mails()).at(-1)!.text_body)
  }
  const answerOf = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'date'),
    body: await response.text(),
  })

  test('is answered byte by byte alike whether anybody has the address or not, and not sooner', async () => {
    const timed = async (address: string) => {
      const start = performance.now()
      const answer = await answerOf(await ask(address))
      return { answer, took: performance.now() - start }
    }
    const known = await timed(email)
    const unknown = await timed('eino@esimerkki.example')
    expect(unknown.answer).toEqual(known.answer)
    expect(known.answer.status).toBe(303)
    for (const { took } of [known, unknown]) expect(took).toBeGreaterThan(95)
    const page = await (await get(known.answer.headers.find(([name]) => name === 'location')![1])).text()
    expect(page).toContain('Jos osoitteella on tili, lähetimme siihen linkin.')
    expect(await mails()).toHaveLength(1)
  })

  test('gives a link by mail, in the account’s language, kept as a hash', async () => {
    await world.db.updateTable('account').set({ language: 'sv' }).execute()
    const link = await linkOf()
    expect(link).toMatch(/^\/sv\/logga-in\/nytt-losenord\/[\w-]{43}$/)
    const [mail] = await mails()
    expect(mail).toMatchObject({ kind: 'reset', recipient: email, subject: 'Nytt lösenord till Kaikukanta' })
    const rows = await world.db.selectFrom('account_link').selectAll().execute()
    expect(rows[0]!.token_hash).toHaveLength(32)
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1))
  })

  test('a link chooses a new password once, and ends every session and every other link', async () => {
    const elsewhere = await enter()
    const [first, link] = [await linkOf(), await linkOf()]
    const chosen = await choose(link)
    expect(chosen.headers.get('location')).toBe('/fi/kirjaudu/unohtunut?changed')
    expect(chosen.headers.get('set-cookie')).toBeNull()
    expect(await isIn(elsewhere)).toBe(false)
    expect((await signIn({})).status).toBe(422)
    expect((await signIn({ password: next })).status).toBe(303)
    for (const dead of [link, first]) {
      expect((await choose(dead, 'kolmas omena puussa')).status).toBe(422)
      expect(await (await get(dead)).text()).toContain('Linkki ei ole enää voimassa')
    }
    expect((await signIn({ password: next })).status).toBe(303)
    expect((await mails()).filter(({ kind }) => kind === 'password-changed')).toHaveLength(1)
  })

  test('of two who open a link at once, one chooses', async () => {
    const link = await linkOf()
    const answers = await Promise.all([choose(link), choose(link, 'kolmas omena puussa')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('a link works for an hour', async () => {
    const link = await linkOf()
    world.later(59)
    expect(await (await get(link)).text()).toContain('Valitse uusi salasana')
    world.later(1)
    expect(await (await get(link)).text()).toContain('Linkki ei ole enää voimassa')
    expect((await choose(link)).status).toBe(422)
    expect((await account()).password_hash).toBe(passwordHash)
  })

  test('a poor password is refused, and the link still works', async () => {
    const link = await linkOf()
    expect(await (await choose(link, 'lyhyt')).text()).toContain('Salasana on liian lyhyt.')
    expect(await (await choose(link, 'AinoEsimerkki1')).text()).toContain('helppo arvata')
    expect((await choose(link)).status).toBe(303)
  })

  test('a link for an address is none for a password, and the other way round', async () => {
    const here = await enter()
    await post('/fi/oma/sahkoposti', { email: 'uusi@esimerkki.example', password }, here)
    const token = pathIn((await mails()).find(({ kind }) => kind === 'email')!.text_body)
      .split('/')
      .at(-1)!
    expect((await choose(`/fi/kirjaudu/uusi-salasana/${token}`)).status).toBe(422)
    const reset = (await linkOf()).split('/').at(-1)!
    expect((await post(`/fi/oma/sahkoposti/${reset}`, {}, here)).status).toBe(422)
  })

  test('nobody whose account or last role has ended, and nobody without a password, gets a link', async () => {
    await world.db.updateTable('account_role').set({ ended_at: world.now() }).execute()
    await ask()
    await world.db.updateTable('account_role').set({ ended_at: null }).execute()
    await world.db.updateTable('account').set({ password_hash: null }).execute()
    await ask()
    await world.db.updateTable('account').set({ password_hash: passwordHash }).execute()
    const link = await linkOf()
    expect(await mails()).toHaveLength(1)
    await world.db.transaction().execute((db) => endAccount(db, accountId, world.now()))
    expect((await choose(link)).status).toBe(422)
    world.later(60)
    await ask()
    expect(await mails()).toHaveLength(1)
  })

  test('is asked three times for one address and twenty from one network, known or not', async () => {
    const statuses = async (address: string) => {
      const answers = []
      for (let time = 0; time < 4; time++) answers.push((await ask(address)).status)
      return answers
    }
    expect(await statuses(email)).toEqual([303, 303, 303, 429])
    expect(await statuses('eino@esimerkki.example')).toEqual([303, 303, 303, 429])
    for (let time = 0; time < 14; time++) await ask(`${time}@esimerkki.example`)
    expect((await ask('toinen@esimerkki.example')).status).toBe(429)
  })

  test('is offered where one signs in, and says what is missing', async () => {
    expect(await (await get('/fi/kirjaudu')).text()).toContain('href="/fi/kirjaudu/unohtunut"')
    const refused = await post('/fi/kirjaudu/unohtunut', { email: 'aino' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Tarkista sähköpostiosoite.')
  })
})
