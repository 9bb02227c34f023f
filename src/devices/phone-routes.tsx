import type { z } from 'zod'
import { giveTokensBack, takeTokens } from '../accounts/limit-queries.ts'
import { endSession, sessionOf, startSession } from '../accounts/queries.ts'
import { deviceDays } from '../accounts/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { paths as desk } from '../desk/words.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newDeviceToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { AcceptForm, CodeForm, NoForm } from './forms.ts'
import { findOffer, findPairingByCode, takePairing } from './pairing-queries.ts'
import { codePage, leavePage, offerEndedPage, offerPage } from './phone-views.tsx'
import { endDevice } from './queries.ts'
import { codeLimits, tokenOf } from './rules.ts'
import { paths } from './words.ts'

type ByToken = Visit<'token'>

const showCode = async ({ language, query }: Visit, typed: Typed) => {
  const asked = query.get('state')
  return codePage({ language, state: asked === 'ended' || asked === 'left' ? asked : null, typed })
}

/** A code leads to the page of its link. Wrong ones are counted, and asked about before the code is looked up. */
const readCode = async (
  { db, language, network, now, keys }: Visit & { db: Write },
  { code }: z.output<typeof CodeForm>,
): Promise<Outcome> => {
  const limits = codeLimits(network)
  const wait = await takeTokens(db, limits, now)
  if (wait > 0) throw new TooMany(wait)
  const pairing = await findPairingByCode(db, keys.cardCode, code, now)
  if (!pairing) return { problems: { code: 'code-unknown' }, keep: true }
  await giveTokensBack(db, limits)
  const token = tokenOf(keys.cardCode, pairing)
  return { redirect: fill(paths.offer[language], { token }), subject: { pairing } }
}

const showOffer = async ({ db, user, language, params, now }: ByToken & { db: Read }) => {
  const offer = await findOffer(db, params.token, now)
  return offer
    ? offerPage({ language, user, offer, token: params.token })
    : offerEndedPage({ language, user })
}

/** Whoever was here before leaves: a person signs out, and a device that becomes another one ends. */
const makeRoom = async ({ db, user, now }: ByToken & { db: Write }) => {
  if (user?.role === 'device') await endDevice(db, user.accountId, now)
  else if (user) await endSession(db, sessionOf(user).tokenHash)
}

const accept = async (
  visit: ByToken & { db: Write },
  { anyway }: z.output<typeof AcceptForm>,
): Promise<Outcome> => {
  const { db, user, browser, language, params, now } = visit
  if (user && user.role !== 'device' && !anyway) return { problems: { anyway: 'signed-in' } }
  const taken = await takePairing(db, params.token, now)
  if (!taken) return { problems: { token: 'ended' } }
  await makeRoom(visit)
  const session = newDeviceToken()
  await startSession(db, taken.accountRoleId, hashToken(session), now, { proof: 'device', browser })
  const subject = { device: taken.deviceId, site: taken.siteId }
  return { redirect: desk.desk[language], session, keepDays: deviceDays, subject }
}

/** Only a device can be taken out of use here: for a person there is no such page. */
const ownDevice = ({ user }: Visit) => {
  if (user?.role !== 'device') throw new NotFound()
  return user
}

export const routes: Route[] = [
  page(paths.code, 'devices.accept', showCode),
  action(paths.code, 'devices.accept', CodeForm, showCode, readCode),
  page(paths.offer, 'devices.accept', showOffer),
  action(paths.offer, 'devices.accept', AcceptForm, showOffer, accept),
  page(paths.leave, 'sessions.end', async (visit) => leavePage(visit.language, ownDevice(visit))),
  action(
    paths.leave,
    'sessions.end',
    NoForm,
    async (visit) => leavePage(visit.language, ownDevice(visit)),
    async (visit) => {
      const { accountId } = ownDevice(visit)
      await endDevice(visit.db, accountId, visit.now)
      const redirect = `${paths.code[visit.language]}?state=left`
      return { redirect, session: null, subject: { device: accountId } }
    },
  ),
]
