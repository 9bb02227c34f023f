import type { z } from 'zod'
import { may } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { sign, withdraw } from '../commitments/sign-queries.ts'
import { dayOf } from '../lib/dates.ts'
import { makeFile } from '../materials/make-process.ts'
import { largestMaterial } from '../materials/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { FileRoom } from '../web/request-body.ts'
import { action, file, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { nameRightPerson, showRightPerson } from './account-routes.tsx'
import { askParties } from './asking-queries.ts'
import { NoForm, PaperForm, ReasonForm, RightPersonForm, SignatoryForm } from './forms.ts'
import { codePage, paperPage, signatoryPage, withdrawPage } from './keep-views.tsx'
import { scanProblem } from './keep-words.ts'
import { askingLetters } from './letter-words.ts'
import { showOne } from './one-page.tsx'
import {
  isScanKind,
  linksPerHour,
  paperDayProblem,
  type ScanKind,
  scansPerHour,
  statements,
} from './rules.ts'
import { addScan, findScan, scanHash } from './scan-queries.ts'
import {
  commitmentOf,
  type OnCommitment,
  type OnParty,
  onePath,
  partyOf,
  type Reading,
  refusalNow,
  trailTo,
  type Writing,
} from './standing.ts'
import { findToTell, tell } from './tell.ts'
import { paths } from './words.ts'

const ask = (visit: Writing, commitmentId: number, partyId: number) =>
  askParties(visit.db, {
    ...{ commitmentId, keys: visit.keys, origin: visit.origin, now: visit.now },
    ...{ letters: askingLetters, partyIds: [partyId] },
  })

const isTooOften = async ({ db, now }: Writing, partyId: number) =>
  (await takeToken(db, `commitment links ${partyId}`, linksPerHour, linksPerHour, now)) > 0

/** Shows the code of a party's new link, once. */
const showCode = async (visit: Writing & OnParty, code: string | undefined) => {
  const { commitment, party } = await partyOf(visit)
  const { language } = visit
  return codePage({ language, trail: trailTo(language, commitment), party, code: code ?? null })
}

const newLink = async (visit: Writing & OnParty): Promise<Outcome> => {
  const own = await partyOf(visit)
  const { commitment, party } = own
  await lockCommitment(visit.db, commitment.id)
  const refusal = refusalNow(await partyOf(visit), null, visit.today)
  if (refusal) return { problems: { '': refusal } }
  if (party.way !== 'link') return { problems: { '': 'not-link' } }
  if (await isTooOften(visit, party.id)) return { problems: { '': 'too-often' } }
  const [made] = await ask(visit, commitment.id, party.id)
  const subject = { commitment: commitment.id, party: party.id, made: made !== undefined }
  return { page: await showCode(visit, made?.code), subject }
}

const showSignatory = async (visit: Reading & OnParty, typed: Typed) => {
  const { commitment, party } = await partyOf(visit)
  const { language, params } = visit
  const { name = '', title, email } = party.signatory ?? {}
  const present = { name, title: title ?? '', email: email ?? '', way: party.way }
  return signatoryPage({
    ...{ language, party, trail: trailTo(language, commitment) },
    typed: { ...typed, values: { ...present, ...typed.values } },
    action: fill(paths.signatory[language], params),
  })
}

const changeSignatory = async (
  visit: Writing & OnParty,
  { name, title, email, way, reason }: z.output<typeof SignatoryForm>,
): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const { commitment, party } = await partyOf(visit)
  await lockCommitment(db, commitment.id)
  const refusal = refusalNow(await partyOf(visit), null, today)
  if (refusal) return { problems: { '': refusal } }
  if (await isTooOften(visit, party.id)) return { problems: { '': 'too-often' } }
  const details = { name, title, email, way, reason }
  const event = { kind: 'delegated', party: party.id, actor: actorOf(user), at: now, details } as const
  const added = await addEvent(db, commitment.id, event)
  const [made] = await ask(visit, commitment.id, party.id)
  const subject = { commitment: commitment.id, party: party.id, ...added }
  if (way === 'link') return { page: await showCode(visit, made?.code), subject }
  return { redirect: onePath(language, commitment.id, 'signatory'), subject }
}

const showWithdraw = async (visit: Reading & OnCommitment, typed: Typed) => {
  const { commitment } = await commitmentOf(visit)
  const { language, params } = visit
  const action = fill(paths.withdraw[language], params)
  return withdrawPage({ language, typed, action, trail: trailTo(language, commitment) })
}

const takeBack = async (
  visit: Writing & OnCommitment,
  { reason }: z.output<typeof ReasonForm>,
): Promise<Outcome> => {
  const { db, user, language, now, origin } = visit
  const { commitment } = await commitmentOf(visit)
  const told = await findToTell(db, commitment, { parties: true, keepers: false, except: null })
  const withdrawn = await withdraw(db, commitment.id, reason, { actor: actorOf(user), now })
  // A second press of the same button finds it done.
  if (!withdrawn && commitment.state === 'draft' && commitment.sentAt !== null)
    return { redirect: onePath(language, commitment.id, 'withdrawn'), subject: { commitment: commitment.id } }
  if (!withdrawn) return { problems: { '': 'not-waiting' } }
  await tell(db, 'commitment-withdrawn', told, { commitment, reason, origin, now })
  const subject = { commitment: commitment.id, ...withdrawn }
  return { redirect: onePath(language, commitment.id, 'withdrawn'), subject }
}

type Scan = { kind: ScanKind; bytes: Uint8Array }
type WithScan = { scan: Scan | { problem: string } }
const room: FileRoom = { file: largestMaterial, flood: 80 * 1024 * 1024 }

/** The paper as it may be kept: judged, and written anew without what it tells of its maker. */
const sentScan = async ({ upload }: Visit<never>): Promise<Scan | { problem: string }> => {
  if (upload === 'too-large') return { problem: scanProblem('too-large') }
  if (upload === 'none') return { problem: 'file-missing' }
  const made = await makeFile(upload.name.normalize('NFC'), upload.bytes)
  if ('problem' in made) return { problem: scanProblem(made.problem) }
  return isScanKind(made.kind) ? { kind: made.kind, bytes: made.bytes } : { problem: scanProblem('kind') }
}

/** The file is made before the database is asked for anything: that may take seconds. */
const scannedFirst = (route: Route): Route => ({
  ...withFile(route, room),
  serve: async (visit, ...rest) => {
    const withScan: Visit<never> & WithScan = { ...visit, scan: await sentScan(visit) }
    return route.serve(withScan, ...rest)
  },
})

/** What is wrong with the file is told beside what is wrong with the fields: in one round, and not in two. */
const withFileProblem = ({ problems }: Typed, { scan }: Partial<WithScan>) =>
  scan && 'problem' in scan && Object.keys(problems).length > 0
    ? { file: scan.problem, ...problems }
    : problems

const showPaper = async (visit: Reading & OnParty, typed: Typed) => {
  const own = await partyOf(visit)
  const { language, params } = visit
  const { commitment, party } = own
  const { name = '', title } = party.signatory ?? {}
  const refusal = refusalNow(own, null, visit.today)
  return paperPage({
    ...{ language, party, trail: trailTo(language, commitment), version: commitment.versionHash ?? '' },
    typed: {
      values: { name, title: title ?? '', ...typed.values },
      problems: refusal === null ? withFileProblem(typed, visit as Partial<WithScan>) : { '': refusal },
    },
    action: fill(paths.paper[language], params),
  })
}

const takeIn = async (
  visit: Writing & OnParty,
  { name, title, basis, reference, signedOn, version }: z.output<typeof PaperForm>,
): Promise<Outcome> => {
  const { db, user, language, now, today, origin } = visit
  // What was sent again since is another round, and asks for another paper.
  await lockCommitment(db, rowId(visit.params.commitment))
  const { commitment, party } = await partyOf(visit)
  const scan = (visit as Writing & Partial<WithScan>).scan ?? { problem: 'file-missing' }
  const actor = actorOf(user)
  const { versionHash, sentAt, round } = commitment
  if (versionHash === null || sentAt === null) return { problems: { '': 'not-waiting' } }
  // The paper was held against another text, of the same day perhaps.
  if (versionHash !== version) return { problems: { version: 'paper-of-another-text' } }
  const dayProblem = paperDayProblem(signedOn, dayOf(sentAt), today)
  if (dayProblem) return { problems: { signedOn: dayProblem } }
  if ('problem' in scan) return { problems: { file: scan.problem } }
  if ((await takeToken(db, `commitment scans ${user.accountId}`, scansPerHour, scansPerHour, now)) > 0)
    return { problems: { file: scanProblem('busy') } }
  const details: SignedDetails = {
    ...{ version: versionHash, name, title, right: { basis, reference } },
    ...{ statement: statements.paper, language: commitment.bindingLanguage },
    ...{ way: 'paper', scan: scanHash(scan.bytes), signedOn, takenInBy: actor },
  }
  const told = await findToTell(db, commitment, { parties: true, keepers: true, except: null })
  const signed = await sign(db, commitment.id, party.id, details, { actor, now, today })
  if (typeof signed === 'string') return { problems: { '': signed } }
  await addScan(db, { ...scan, commitmentId: commitment.id, partyId: party.id, round, by: actor, now })
  if (signed.isLast) await tell(db, 'commitment-signed', told, { commitment, origin, now })
  const subject = { commitment: commitment.id, party: party.id, event: signed.event, hash: signed.hash }
  return { redirect: onePath(language, commitment.id, 'paper'), subject }
}

const takenFile = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }
const endings = { pdf: 'pdf', jpeg: 'jpg', png: 'png' }

const giveScan = async (visit: Reading & OnParty) => {
  const { commitment, party } = await partyOf(visit)
  const where = { commitmentId: commitment.id, partyId: party.id, round: commitment.round }
  const scan = await findScan(visit.db, where)
  if (!scan) throw new NotFound()
  const name = `${commitment.id}-${party.position}.${endings[scan.kind]}`
  return { type: takenFile[scan.kind], name, body: scan.bytes, packed: true }
}

const signatoryByKeeper = action(
  paths.signatory,
  'commitments.sign',
  SignatoryForm,
  showSignatory,
  changeSignatory,
)
const signatoryByPartner = action(
  paths.signatory,
  'commitments.sign',
  RightPersonForm,
  showRightPerson,
  nameRightPerson,
)
const isKeeper = ({ user }: Pick<Visit, 'user'>) => may(user, 'commitments.keep')

export const routes: Route[] = [
  action(paths.newLink, 'commitments.keep', NoForm, showOne, newLink),
  // What was refused, and the code that was shown, stood at this address: a reload shows the commitment.
  page(paths.newLink, 'commitments.keep', showOne),
  page(paths.signatory, 'commitments.sign', (visit, typed) =>
    isKeeper(visit) ? showSignatory(visit, typed) : showRightPerson(visit, typed),
  ),
  {
    ...signatoryByKeeper,
    serve: (visit, ...rest) =>
      (isKeeper(visit) ? signatoryByKeeper : signatoryByPartner).serve(visit, ...rest),
  },
  page(paths.withdraw, 'commitments.keep', showWithdraw),
  action(paths.withdraw, 'commitments.keep', ReasonForm, showWithdraw, takeBack),
  page(paths.paper, 'commitments.keep', showPaper),
  scannedFirst(action(paths.paper, 'commitments.keep', PaperForm, showPaper, takeIn)),
  file(paths.scan, 'commitments.read', giveScan, ({ params }) => ({
    commitment: Number(params.commitment),
    party: Number(params.party),
  })),
]
