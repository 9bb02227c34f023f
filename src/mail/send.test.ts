import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readMail, refusal, startMailServer } from '../../test/mail-server.ts'
import { freePort } from '../../test/programs.ts'
import { newWorld, type World } from '../../test/world.ts'
import { claimDueMail, forgetMails, type Letter, queueMail } from './queries.ts'
import { openPost, type Post, sendDueMails } from './send.ts'

let world: World
const toClose: (() => unknown)[] = []
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
  await world.end()
})

const letter: Letter = {
  subject: 'Tervetuloa käyttämään Kaikukantaa – åäö مرحبا بكم في بطاقة كايكو',
  paragraphs: ['Hei, Äiti Öhman.', 'Sinut on kutsuttu & tervetullut <kaikkialle>.'],
  link: { label: 'Luo tili', url: `https://kaiku.example/fi/kutsu/${'x'.repeat(90)}?a=1&b=2` },
  after: ['Linkki toimii 3 päivää.'],
}
const queue = (to = 'aino@esimerkki.example', days = 3) =>
  world.db.transaction().execute((db) =>
    queueMail(db, {
      ...{ kind: 'invitation', to, language: 'fi', letter, now: world.now() },
      expiresAt: new Date(world.now().getTime() + days * 86_400_000),
    }),
  )
const serve = async (more: Parameters<typeof startMailServer>[0] = {}, port = 0) => {
  const server = await startMailServer(more, port)
  toClose.push(server.close)
  return server
}
const open = (url: string): Post => {
  const post = openPost(url, 'kaiku@kaiku.example')
  toClose.push(post.close)
  return post
}
const postTo = (port: number) => open(`smtp://127.0.0.1:${port}`)
const send = (post: Post) => sendDueMails(world.db, post, world.now)
const mails = () => world.db.selectFrom('mail').selectAll().orderBy('recipient').execute()
const onlyMail = async () => (await mails())[0]!

describe('a mail that is delivered', () => {
  test('carries text and HTML, in which every letter of every alphabet survives', async () => {
    const { port, delivered } = await serve()
    await queue()
    expect(await send(postTo(port))).toEqual({ sent: 1, failed: 0 })
    const { headers, text, html } = readMail(delivered[0]!)
    expect(headers.get('subject')).toBe(letter.subject)
    expect(headers.get('from')).toBe('Kaikukanta <kaiku@kaiku.example>')
    expect(text).toContain('Hei, Äiti Öhman.')
    expect(text!.split(/\r?\n/)).toContain(letter.link!.url)
    expect(html).toContain('<html lang="fi">')
    expect(html).toContain('Hei, Äiti Öhman.')
    expect(html).toContain('&lt;kaikkialle&gt;')
  })

  test('goes to its one reader, says that a machine wrote it, and tells nobody when it is read', async () => {
    const { port, delivered } = await serve()
    await queue('liina@esimerkki.example')
    await send(postTo(port))
    const { headers, html } = readMail(delivered[0]!)
    expect(delivered.map(({ to }) => to)).toEqual([['liina@esimerkki.example']])
    expect(headers.get('to')).toBe('liina@esimerkki.example')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-language')).toBe('fi')
    for (const name of ['cc', 'bcc', 'sender', 'reply-to', 'disposition-notification-to', 'x-mailer'])
      expect(headers.has(name), name).toBe(false)
    expect(html).not.toMatch(/<img|<script|<link|url\(/)
  })

  test('is emptied, and is sent once', async () => {
    const { port, delivered } = await serve()
    await queue()
    await send(postTo(port))
    world.later(24 * 60)
    await send(postTo(port))
    expect(delivered).toHaveLength(1)
    expect(await onlyMail()).toMatchObject({
      ...{ tries: 1, problem: null, text_body: null, html_body: null, claimed_at: null },
      sent_at: new Date('2026-05-04T09:00:00Z'),
    })
  })

  test('of two senders at once, each mail is sent by one', async () => {
    const { port, delivered } = await serve()
    for (let n = 10; n < 40; n++) await queue(`lukija${n}@esimerkki.example`)
    const counts = await Promise.all([send(postTo(port)), send(postTo(port)), send(postTo(port))])
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(30)
    expect(new Set(delivered.map(({ to }) => to[0])).size).toBe(30)
    expect(delivered).toHaveLength(30)
  })

  test('of a sender that died, it is sent again later, under the same Message-ID', async () => {
    const { port, delivered } = await serve()
    await queue()
    const post = postTo(port)
    await post.send((await claimDueMail(world.db, world.now()))!) // and the machine goes dark before it is marked
    world.later(1)
    expect(await send(post)).toEqual({ sent: 0, failed: 0 })
    world.later(2)
    expect(await send(post)).toEqual({ sent: 1, failed: 0 })
    const ids = delivered.map((one) => readMail(one).headers.get('message-id'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})

describe('a mail that is not taken', () => {
  /** Minutes from one try to the next, until nothing is tried any more. */
  const waits = async (post: Post, hours: number) => {
    const gaps: number[] = []
    let since = 0
    let tries = 0
    for (let minute = 0; minute < hours * 60; minute++) {
      await send(post)
      const now = (await onlyMail()).tries
      if (now > tries) gaps.push(minute - since)
      if (now > tries) since = minute
      tries = now
      world.later(1)
    }
    return gaps
  }

  test('is tried again after 1, 5 and 30 minutes, 2 hours, then every 6 hours until it expires', async () => {
    await queue('aino@esimerkki.example', 1)
    const post: Post = {
      close: () => {},
      send: async () => {
        throw Object.assign(new Error('x'), { code: 'EENVELOPE', responseCode: 451 })
      },
    }
    expect(await waits(post, 26)).toEqual([0, 1, 5, 30, 120, 360, 360, 360])
    await forgetMails(world.db, world.now())
    expect(await onlyMail()).toMatchObject({ text_body: null, html_body: null, problem: 'EENVELOPE 451' })
  })

  test('with 4xx is delivered when the server takes it', async () => {
    let isBusy = true
    const { port, delivered } = await serve({
      onRcptTo: (_address, _session, done) => done(isBusy ? refusal(451, letter.subject) : undefined),
    })
    await queue()
    await send(postTo(port))
    expect(await onlyMail()).toMatchObject({ problem: 'EENVELOPE 451', sent_at: null, tries: 1 })
    isBusy = false
    expect(await send(postTo(port))).toEqual({ sent: 0, failed: 0 })
    world.later(1)
    expect(await send(postTo(port))).toEqual({ sent: 1, failed: 0 })
    expect(delivered).toHaveLength(1)
    expect(await onlyMail()).toMatchObject({ problem: null, tries: 2 })
  })

  test('with 5xx is kept as failed after four tries, and the others go on', async () => {
    const { port, delivered } = await serve({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('ei') ? refusal(550) : undefined),
    })
    await queue('ei@esimerkki.example', 30)
    await queue('kylla@esimerkki.example')
    const post = postTo(port)
    expect(await send(post)).toEqual({ sent: 1, failed: 1 })
    for (let hour = 0; hour < 48; hour++) {
      world.later(60)
      await send(post)
    }
    const [refused] = await mails()
    expect(refused).toMatchObject({ problem: 'EENVELOPE 550', tries: 4, sent_at: null })
    expect(refused!.text_body).toContain('Tervetullut'.toLowerCase())
    expect(delivered).toHaveLength(1)
  })

  test('because the server is down goes out when it is up again; the round ends at the first', async () => {
    const port = await freePort()
    for (const name of ['aino', 'eino', 'liina']) await queue(`${name}@esimerkki.example`)
    expect(await send(postTo(port))).toEqual({ sent: 0, failed: 1 })
    expect((await mails()).map(({ tries, problem }) => [tries, problem])).toEqual([
      [1, 'ESOCKET ECONNREFUSED'],
      [0, null],
      [0, null],
    ])
    const { delivered } = await serve({}, port)
    world.later(1)
    expect(await send(postTo(port))).toEqual({ sent: 3, failed: 0 })
    expect(delivered).toHaveLength(3)
  })

  test('after its last day is not sent', async () => {
    const { port, delivered } = await serve()
    await queue()
    world.later(3 * 24 * 60)
    await send(postTo(port))
    expect(delivered).toEqual([])
  })
})

describe('the way to the server', () => {
  const withPassword = { authOptional: false, disabledCommands: [] as string[] }
  const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
    username === 'kaiku' && password === 'p@ss:ä' ? done(null, { user: 'kaiku' }) : done(refusal(535))
  const password = encodeURIComponent('p@ss:ä')

  test('is encrypted by STARTTLS before the password is said', async () => {
    const { port, delivered } = await serve({ ...withPassword, onAuth })
    await queue()
    expect(
      await send(open(`smtp://kaiku:${password}@127.0.0.1:${port}?tls.rejectUnauthorized=false`)),
    ).toEqual({ sent: 1, failed: 0 })
    expect(delivered[0]!.secure).toBe(true)
  })

  test('is encrypted from the first byte by smtps', async () => {
    const { port, delivered } = await serve({ ...withPassword, secure: true, onAuth })
    await queue()
    await send(open(`smtps://kaiku:${password}@127.0.0.1:${port}?tls.rejectUnauthorized=false`))
    expect(delivered[0]!.secure).toBe(true)
  })

  test.each([
    ['a server that nobody vouches for', 'smtps://kaiku@127.0.0.1', { secure: true }, /^ESOCKET [A-Z_]*CERT/],
    ['the same by STARTTLS', 'smtp://kaiku@127.0.0.1', {}, /^ESOCKET [A-Z_]*CERT/],
    [
      'no STARTTLS where it is demanded',
      'smtp://127.0.0.1',
      { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] },
      /^ETLS/,
    ],
    ['a wrong password', 'smtp://kaiku:vaara@127.0.0.1', {}, 'EAUTH 535'],
  ])('%s is named, and nothing is sent', async (_, address, more, problem) => {
    const { port, delivered } = await serve({ ...withPassword, onAuth, ...more })
    await queue()
    const query = address.includes('vaara') ? '?tls.rejectUnauthorized=false' : '?requireTLS=true'
    await send(open(`${address}:${port}${query}`))
    expect((await onlyMail()).problem).toMatch(problem)
    expect(delivered).toEqual([])
  })
})
