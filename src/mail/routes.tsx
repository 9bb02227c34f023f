import { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { renderLetter } from '../lib/letter.tsx'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route, sheet } from '../web/route.tsx'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { LettersPage } from './letters-view.tsx'
import { countMails, findMail, listMails } from './outbox-queries.ts'
import { tryMailNow } from './queries.ts'
import { isMailState, mailStates } from './rules.ts'
import { samples } from './samples.ts'
import { MailPage, OutboxPage } from './views.tsx'
import { paths } from './words.ts'

const pageSize = 50

const showOutbox = async ({ db, language, now, query, hasMailServer }: SignedIn & { db: Read }) => {
  const asked = query.get('state') ?? ''
  const state = isMailState(asked) ? asked : null
  const counts = await countMails(db, now)
  const total = mailStates.reduce((sum, one) => sum + (state === null || one === state ? counts[one] : 0), 0)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const wanted = /^\d{1,6}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  const number = Math.min(Math.max(1, wanted), pages)
  const mails = await listMails(db, { state, page: number, size: pageSize }, now)
  return OutboxPage({ language, hasMailServer, counts, state, mails, page: number, pages })
}

type OnMail = { params: { mail: string } }

/** Only a UUID names a mail; all else is as unknown as a mail that does not exist. */
const idOf = (text: string) => {
  if (!z.uuid().safeParse(text).success) throw new NotFound()
  return text
}

const showMail = async (
  { db, language, now, params, query, hasMailServer }: SignedIn & { db: Read } & OnMail,
  { problems }: Typed,
) => {
  const mail = await findMail(db, idOf(params.mail), now)
  if (!mail) throw new NotFound()
  const problem = problems[''] === undefined ? null : 'not-waiting'
  return MailPage({ language, hasMailServer, mail, tried: query.has('tried'), problem })
}

const tryNow = async ({ db, language, now, params }: SignedIn & { db: Write } & OnMail): Promise<Outcome> => {
  const id = idOf(params.mail)
  if (!(await findMail(db, id, now))) throw new NotFound()
  if (!(await tryMailNow(db, id, now))) return { problems: { '': 'not-waiting' } }
  return { redirect: `${fill(paths.mail[language], { mail: id })}?tried`, subject: { mail: id } }
}

const showLetters = async ({ language }: Visit) =>
  LettersPage(
    language,
    samples.map(({ kind, letter }) => ({ kind, letter: letter(language) })),
  )

const showLetter = async ({ language, params }: Visit<'kind'>) => {
  const sample = samples.find(({ kind }) => kind === params.kind)
  if (!sample) throw new NotFound()
  return renderLetter(sample.letter(language), language).html
}

const aboutMail = ({ params }: OnMail) => ({ mail: params.mail })

export const routes: Route[] = [
  page(paths.outbox, 'mail.read', showOutbox),
  page(paths.mail, 'mail.read', showMail, aboutMail),
  action(paths.tryNow, 'mail.read', z.object({}), showMail, tryNow),
  // The refused try stands at this address: a reload or another language then shows the mail.
  page(paths.tryNow, 'mail.read', showMail, aboutMail),
  page(paths.letters, 'public.read', showLetters),
  sheet(paths.letter, 'public.read', showLetter),
]
