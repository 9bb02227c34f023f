import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { newWorld, type World } from '../../test/world.ts'
import { languages } from '../i18n/translated.ts'
import { forgetPast } from '../sweep.ts'
import { queueMail } from './queries.ts'
import { samples } from './samples.ts'

let world: World
let centre: Awaited<ReturnType<World['as']>>
const begin = async (hasMailServer = true) => {
  world = await newWorld('2026-05-04T09:00:00Z', { hasMailServer })
  centre = await world.as({ role: 'centre' })
}
beforeEach(() => begin())
afterEach(() => world.end())

const queue = async (to = 'aino@esimerkki.example', days = 3) => {
  const expiresAt = new Date(world.now().getTime() + days * 86_400_000)
  await world.db.transaction().execute((db) =>
    queueMail(db, {
      ...{ kind: 'invitation', to, language: 'sv', now: world.now(), expiresAt },
      letter: {
        subject: 'Välkommen',
        paragraphs: ['Hej.'],
        link: { label: 'Öppna', url: 'https://k.example/x' },
      },
    }),
  )
  const { id } = await world.db
    .selectFrom('mail')
    .select('id')
    .where('recipient', '=', to)
    .executeTakeFirstOrThrow()
  return id
}
const change = (id: string, set: { problem?: string; sent_at?: Date; due_at?: Date; claimed_at?: Date }) =>
  world.db.updateTable('mail').set(set).where('id', '=', id).execute()
const get = async (path: string) => (await centre.get(path)).text()
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

describe('the outbox', () => {
  test('lists every mail with its recipient, kind and state, and why one did not leave', async () => {
    await queue('odottaa@esimerkki.example')
    await change(await queue('salasana@esimerkki.example'), { problem: 'EAUTH 535' })
    await change(await queue('lahti@esimerkki.example'), { sent_at: world.now() })
    await queue('vanha@esimerkki.example', 0)
    const page = await get('/fi/lahtevat')
    for (const words of ['Odottaa (1)', 'Ei lähtenyt (1)', 'Lähetetty (1)', 'Vanhentunut (1)', 'Kutsu'])
      expect(page).toContain(words)
    expect(page).toContain('ei hyväksynyt Kaikun tunnusta')
    const failed = await get('/fi/lahtevat?state=failed')
    expect(failed).toContain('salasana@')
    expect(failed).not.toContain('odottaa@')
    expect(await htmlProblems(page)).toEqual([])
  })

  test('has pages, the newest first', async () => {
    for (let n = 0; n < 51; n++) {
      await queue(`nro${n}@esimerkki.example`)
      world.later(1)
    }
    centre = await world.as({ role: 'centre' })
    expect(await get('/fi/lahtevat')).toContain('nro50@')
    expect(await get('/fi/lahtevat')).not.toContain('nro0@')
    expect(await get('/fi/lahtevat?page=2')).toContain('nro0@')
    expect(await get('/fi/lahtevat?page=99999')).toContain('nro0@')
  })

  test('says when it is empty, and whether there is a mail server', async () => {
    expect(await get('/fi/lahtevat')).toContain('Yhtään viestiä ei ole vielä lähtenyt')
    expect(await get('/fi/lahtevat')).toContain('Sähköpostipalvelin on käytössä')
    await world.end()
    await begin(false)
    expect(await get('/fi/lahtevat')).toContain('Sähköpostipalvelinta ei ole')
  })

  test('is the centre’s alone', async () => {
    const id = await queue()
    const auditor = await world.as({ role: 'auditor' })
    for (const path of ['/fi/lahtevat', `/fi/lahtevat/${id}`])
      expect((await auditor.get(path)).status).toBe(403)
    expect((await auditor.post(`/fi/lahtevat/${id}/yrita`, {})).status).toBe(403)
    expect((await world.anyone.get('/fi/lahtevat')).status).toBe(303)
  })
})

describe('a mail', () => {
  test('shows its words, in its own language, and the log tells who read them', async () => {
    await world.end()
    await begin(false)
    const id = await queue()
    const page = await get(`/fi/lahtevat/${id}`)
    expect(page).toMatch(/<pre class="letter" lang="sv">Hej\.\n\nÖppna:\nhttps:\/\/k\.example\/x\n/)
    expect(await lastAudit()).toMatchObject({ permission: 'mail.read', subject: { mail: id, read: true } })
  })

  test.each(['invitation', 'reset', 'email'])(
    'keeps the link of a letter (%s) from everyone but its recipient where a server brings it',
    async (kind) => {
      const id = await queue()
      await world.db.updateTable('mail').set({ kind }).where('id', '=', id).execute()
      const page = await get(`/fi/lahtevat/${id}`)
      expect(page).not.toContain('k.example')
      expect(page).toContain('Sisältö ei näy, koska viestissä on vastaanottajan oma linkki.')
      await world.db.updateTable('mail').set({ kind: 'password-changed' }).where('id', '=', id).execute()
      expect(await get(`/fi/lahtevat/${id}`)).toContain('<pre class="letter"')
    },
  )

  test('keeps no words when it has been sent or is too old, and is forgotten after 90 days', async () => {
    const id = await queue()
    world.later(3 * 24 * 60)
    centre = await world.as({ role: 'centre' })
    expect(await get(`/fi/lahtevat/${id}`)).toContain('sisältöä ei enää säilytetä')
    await forgetPast(world.db, world.now())
    const row = () => world.db.selectFrom('mail').select(['text_body', 'html_body']).executeTakeFirst()
    expect(await row()).toEqual({ text_body: null, html_body: null })
    world.later(87 * 24 * 60 + 1)
    await forgetPast(world.db, world.now())
    expect(await row()).toBeUndefined()
  })

  test('is put first in line', async () => {
    const id = await queue()
    await change(id, { problem: 'EENVELOPE 451', due_at: new Date('2026-05-04T15:00:00Z') })
    const answer = await centre.post(`/fi/lahtevat/${id}/yrita`, {})
    expect(answer.status).toBe(303)
    expect(await get(answer.headers.get('location')!)).toContain('ensimmäisenä vuorossa')
    const row = await world.db.selectFrom('mail').select('due_at').executeTakeFirstOrThrow()
    expect(row.due_at).toEqual(world.now())
  })

  test.each<[string, () => Parameters<typeof change>[1]]>([
    ['sent', () => ({ sent_at: world.now() })],
    ['in a sender’s hand', () => ({ claimed_at: world.now() })],
  ])('that is %s is left as it is', async (_, set) => {
    const id = await queue()
    await change(id, set())
    world.later(1)
    const answer = await centre.post(`/fi/lahtevat/${id}/yrita`, {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Viesti on jo lähetetty, vanhentunut tai juuri lähdössä')
    const row = await world.db.selectFrom('mail').select('due_at').executeTakeFirstOrThrow()
    expect(row.due_at).toEqual(new Date('2026-05-04T09:00:00Z'))
  })

  test('that does not exist is no page', async () => {
    await queue()
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', '%00'])
      for (const answer of [centre.get(`/fi/lahtevat/${id}`), centre.post(`/fi/lahtevat/${id}/yrita`, {})])
        expect((await answer).status).toBe(404)
  })
})

describe('the letters of the gallery', () => {
  test('are shown as text, and each as HTML that can do nothing but be read', async () => {
    for (const [language, path] of [
      ['fi', '/fi/gallery/kirjeet'],
      ['sv', '/sv/gallery/brev'],
      ['en', '/en/gallery/letters'],
    ] as const) {
      const page = await (await world.anyone.get(path)).text()
      for (const { kind, letter } of samples) {
        expect(page).toContain(letter(language).subject)
        const answer = await world.anyone.get(`${path}/${kind}`)
        const policy = answer.headers.get('content-security-policy')
        expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';.*sandbox$/)
        const html = await answer.text()
        expect(html).toContain(`<html lang="${language}">`)
        expect((await htmlProblems(html)).filter((line) => !line.startsWith('no-inline-style'))).toEqual([])
      }
    }
    expect((await world.anyone.get('/fi/gallery/kirjeet/olematon')).status).toBe(404)
  })

  test('only a letter may bring a style of its own', async () => {
    const policy = (await world.anyone.get('/fi')).headers.get('content-security-policy')
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
  })

  test('have other words in each language', () => {
    for (const { letter } of samples)
      expect(new Set(languages.map((language) => letter(language).subject)).size).toBe(3)
  })
})
