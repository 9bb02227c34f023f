import type { Read, Write } from '../db/db.ts'
import { readFacts } from '../demo/queries.ts'
import { assets, clientScript } from '../web/assets.ts'
import { TooMany } from '../web/errors.tsx'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { nothingTyped, type Typed, type Visit } from '../web/visit.ts'
import { ownCardPage } from './card-views.tsx'
import { type LookUp, LookUpForm } from './forms.ts'
import { findHolderCard, isPhoneCardAccepted } from './queries.ts'
import { standingOn } from './rules.ts'
import { showPage } from './show-views.tsx'
import { formPage } from './views.tsx'
import { paths } from './words.ts'

const worker = assets.get(clientScript(new URL('./worker.client.ts', import.meta.url)))!

const show = async ({ db, language, today, demo }: Visit & { db: Read }, typed: Typed, fromQr = false) =>
  formPage({
    language,
    typed,
    fromQr,
    isAccepted: await isPhoneCardAccepted(db, today),
    practice: demo ? ((await readFacts(db))?.holder ?? null) : null,
  })

/**
 * Nothing of what was asked is kept: no subject for the log, no address, no row. A wrong pair, whatever is wrong with
 * it, is one answer, and stays counted (`keep`); too many leave nothing at all.
 */
const lookUp = async (visit: Visit & { db: Write }, { code, birthYear, show }: LookUp): Promise<Outcome> => {
  const { db, keys, network, caller, now, today, language } = visit
  const found = await findHolderCard(db, keys, { code, birthYear, network, caller }, { now, today })
  if ('wait' in found) throw new TooMany(found.wait)
  const { card } = found
  if (!card) return { problems: { '': 'no-match' }, keep: true }
  if (show && standingOn(card.validUntil, today).is !== 'expired')
    return { page: showPage({ language, card, code, isAccepted: await isPhoneCardAccepted(db, today) }) }
  return { page: ownCardPage({ language, card, asked: { code, birthYear }, today }) }
}

export const routes: Route[] = [
  page(paths.own, 'holder.read', show),
  action(paths.own, 'holder.read', LookUpForm, show, lookUp),
  page(paths.fromQr, 'holder.read', (visit) => show(visit, nothingTyped, true)),
  // Beside the page, because a worker reaches no farther than the folder it comes from.
  file(paths.worker, 'holder.read', async () => ({
    type: worker.type,
    name: 'my-card.js',
    body: worker.body,
    // Not `shown`: the policy of what is shown would keep the worker from asking the network first.
  })),
]
