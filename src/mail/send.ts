import { createTransport } from 'nodemailer'
import type { Pool } from '../db/db.ts'
import { startRounds } from '../lib/rounds.ts'
import { claimDueMail, type DueMail, markFailed, markSent } from './queries.ts'
import { isGivenUp, isOfMail, problemOf } from './rules.ts'

/** How letters leave the house. */
export type Post = { send: (mail: DueMail) => Promise<void>; close: () => void }

/** Milliseconds. All of a try takes less than a sender may have a mail in hand. */
const wholeTry = 45_000
const [connecting, silence] = [10_000, 20_000]

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/**
 * A post office that speaks SMTP. `smtps:` is encrypted from the first byte (port 465); `smtp:` by STARTTLS (port 587),
 * which is demanded of every server but one on this machine. What the address says after `?` goes before that, such as
 * `?requireTLS=false` or `?tls.servername=…`.
 * @param from the sender's address
 */
export const openPost = (smtpUrl: string, from: string): Post => {
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: !isThisMachine(new URL(smtpUrl).hostname),
    connectionTimeout: connecting,
    greetingTimeout: connecting,
    dnsTimeout: connecting,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = async (mail: DueMail) => {
    await transport.sendMail({
      from: { name: 'Kaikukanta', address: from },
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html === null ? {} : { html: mail.html }),
      // The same at every try, so that a mail that was sent twice can be known as one.
      messageId: `<${mail.id}@${from.split('@').at(-1)}>`,
      // Nobody's out-of-office should answer a machine (RFC 3834).
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': mail.language,
      },
      signal: AbortSignal.timeout(wholeTry),
    })
  }
  return { send, close: () => transport.close() }
}

/**
 * Sends every mail that is due, one after another. Several processes may do so at once: each mail is taken by one.
 * A process that dies between the server's yes and our mark leaves a mail that is sent again later: twice is better
 * than never, and both carry the same Message-ID.
 * @param clock asked anew for every mail, for a slow server makes a long round
 * @param isEnough asked before each mail: true ends the round
 * @returns how many were sent and how many were not
 */
export const sendDueMails = async (
  pool: Pool,
  post: Post,
  clock: () => Date,
  isEnough: () => boolean = () => false,
) => {
  const count = { sent: 0, failed: 0 }
  for (;;) {
    if (isEnough()) return count
    const mail = await claimDueMail(pool, clock())
    if (!mail) return count
    try {
      await post.send(mail)
    } catch (error) {
      const problem = problemOf(error)
      await markFailed(pool, mail, problem, isGivenUp(problem, mail.tries))
      count.failed += 1
      if (!isOfMail(problem)) return count // the others keep their place and their tries
      continue
    }
    await markSent(pool, mail.id, clock())
    count.sent += 1
  }
}

/**
 * Looks for due mails every `every` milliseconds, one round at a time.
 * @returns how to stop: it waits for the mail in hand, but not for a slow server: that mail is then tried again
 */
export const startSending = (given: {
  pool: Pool
  post: Post
  clock: () => Date
  every: number
  onError: (error: unknown) => void
}): { stop: () => Promise<void> } => {
  const { pool, post, clock, every, onError } = given
  const rounds = startRounds({
    ...{ every, onError },
    round: (isStopped) => sendDueMails(pool, post, clock, isStopped),
  })
  return { stop: () => rounds.stop().finally(post.close) }
}
