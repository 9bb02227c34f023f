import { validate as isId } from 'uuid'
import type { z } from 'zod'
import { may, placeScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { mayBegin } from '../model/follow-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { NameForm, NoForm } from './forms.ts'
import { createPairing, findPairing } from './pairing-queries.ts'
import { linkEndedPage, pairedPage, waitingPage } from './pairing-view.tsx'
import {
  deviceScopeOf,
  endDevice,
  findDevice,
  findSite,
  listDevices,
  listSitesWithDevices,
} from './queries.ts'
import { codeOf, formatPairingCode, tokenOf } from './rules.ts'
import { devicesPage, sitesPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

/** The site that the address names, or the only one there is; null when there is a choice to make. */
const namedSite = ({ user, query }: SignedIn): number | null => {
  const named = query.get('site')
  if (named === null) return user.siteId
  if (!/^[1-9]\d{0,8}$/.test(named)) throw new NotFound()
  return Number(named)
}

const showDevices = async (visit: Reading, typed: Typed) => {
  const { db, user, language, query, today } = visit
  const scope = deviceScopeOf(user)
  const id = namedSite(visit)
  if (id === null) return sitesPage(language, await listSitesWithDevices(db, scope))
  const site = await findSite(db, scope, id, today)
  if (!site) throw new NotFound()
  const devices = await listDevices(db, scope, site.id)
  const ended = devices.find((device) => device.endedAt !== null && device.id === query.get('ended'))
  return devicesPage({ language, site, devices, ended, mayPair: may(user, 'devices.pair'), typed })
}

/** Opens a pairing; the link and the code are on its own page, which can be opened again. */
const pair = async (
  { db, user, language, now, today, keys }: Writing,
  { name }: z.output<typeof NameForm>,
): Promise<Outcome> => {
  const site = user.siteId === null ? undefined : await findSite(db, deviceScopeOf(user), user.siteId, today)
  if (!site) throw new NotFound()
  if (!site.isOpen) return { problems: { name: 'site-closed' } }
  if (!(await mayBegin(db, placeScopeOf(user), 'no-new-pairings', today)))
    return { problems: { name: 'model-missing' } }
  const pairing = await createPairing(db, keys.cardCode, { site, name, actor: actorOf(user), now })
  return { redirect: fill(paths.pairing[language], { pairing }), subject: { pairing, site: site.id } }
}

const showPairing = async (visit: Reading & { params: { pairing: string } }) => {
  const { db, user, language, now, keys, origin, params } = visit
  const pairing = isId(params.pairing) && (await findPairing(db, deviceScopeOf(user), params.pairing))
  if (!pairing) throw new NotFound()
  if (pairing.usedAt) return pairedPage({ language, pairing })
  if (pairing.expiresAt <= now) return linkEndedPage({ language, pairing })
  const link = origin + fill(paths.offer[language], { token: tokenOf(keys.cardCode, pairing.id) })
  const code = formatPairingCode(codeOf(keys.cardCode, pairing.id))
  return waitingPage({ language, pairing, link, code, origin })
}

/** In one tap: its undo is to pair it anew, and the page says so. */
const end = async ({
  db,
  user,
  language,
  now,
  params,
}: Writing & { params: { device: string } }): Promise<Outcome> => {
  const device = isId(params.device) && (await findDevice(db, deviceScopeOf(user), params.device))
  if (!device) throw new NotFound()
  await endDevice(db, device.id, now)
  const redirect = `${paths.devices[language]}?site=${device.siteId}&ended=${device.id}`
  return { redirect, subject: { device: device.id, site: device.siteId } }
}

export const routes: Route[] = [
  page(paths.devices, 'devices.read', showDevices),
  action(paths.devices, 'devices.pair', NameForm, showDevices, pair),
  page(paths.pairing, 'devices.pair', showPairing),
  action(paths.end, 'devices.end', NoForm, showDevices, end),
]
