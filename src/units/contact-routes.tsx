import type { z } from 'zod'
import { contactScopeOf } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { paths as ownPlace, words as ownWords } from '../own-place/words.ts'
import { placeAddress } from '../places/words.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ContactForm } from './contact-forms.ts'
import { findContactUnit, saveContact } from './contact-queries.ts'
import { contactPage } from './contact-view.tsx'
import { contactPath } from './contact-words.ts'

type OnUnit = { params: { unit: string } }

const find = async ({ db, user, params }: SignedIn & { db: Read | Write } & OnUnit) => {
  const unit = await findContactUnit(db, contactScopeOf(user), rowId(params.unit))
  if (!unit) throw new NotFound()
  return unit
}

const show = async (visit: SignedIn & { db: Read } & OnUnit, typed: Typed) => {
  const { user, language, query } = visit
  const unit = await find(visit)
  const back =
    user.role === 'issuer'
      ? { label: ownWords[language].title, href: ownPlace.ownPlace[language] }
      : { label: unit.name, href: placeAddress('unit', language, unit.id) }
  return contactPage({ language, unit, back, typed, isDone: query.get('done') === 'saved' })
}

const keep = async (
  visit: SignedIn & { db: Write } & OnUnit,
  contact: z.output<typeof ContactForm>,
): Promise<Outcome> => {
  const { db, user, now, language } = visit
  const unit = await find(visit)
  await saveContact(db, unit, contact, { actor: actorOf(user), now })
  return {
    redirect: `${fill(contactPath[language], { unit: unit.id })}?done=saved`,
    subject: { unit: unit.id },
  }
}

/** What a unit tells the public of coming to it: its own people keep it, and who keeps the unit. */
export const contactRoutes: Route[] = [
  page(contactPath, 'units.describe', show),
  action(contactPath, 'units.describe', ContactForm, show, keep),
]
