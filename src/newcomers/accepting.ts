import { areaScopeOf, may } from '../access.ts'
import { addContact } from '../contacts/queries.ts'
import type { Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { idOfOrganisation } from '../organisations/queries.ts'
import { listMunicipalityChoices } from '../places/queries.ts'
import { addSite } from '../sites/queries.ts'
import { addUnit } from '../units/queries.ts'
import { askForUnit } from '../units/request-queries.ts'
import { actorOf } from '../web/audit.ts'
import type { SignedIn } from '../web/visit.ts'
import type { Accepting } from './forms.ts'
import { listKnownPlaces, type Newcomer } from './queries.ts'

type Writing = SignedIn & { db: Write }
type Place = { id: number } | { problems: Record<string, string> }

const nothingMore = { street: null, postalCode: null, popupFrom: null, popupUntil: null }

type Where = { name: string; organisationId: number; municipalityId: number; areaId: number }

/** A new unit: made by the centre, proposed to it by a coordinator. */
const makeUnit = async ({ db, user, now }: Writing, where: Where, form: Accepting): Promise<number> => {
  const { unitKind, thirdSector, isPublic, reason } = form
  const isProposal = !may(user, 'units.answer')
  const wanted = { ...where, kind: unitKind!, thirdSector, isPublic }
  const id = await addUnit(db, wanted, isProposal ? 'proposed' : 'active')
  if (isProposal) await askForUnit(db, id, reason!, { now, actor: actorOf(user) })
  return id
}

const problemsOf = ({ user }: Writing, { kind }: Newcomer, form: Accepting) => {
  if (kind === 'site') return form.category === null ? { category: 'category-missing' } : {}
  const needsReason = !may(user, 'units.answer') && form.reason === null
  return {
    ...(form.unitKind === null ? { unitKind: 'unitKind-missing' } : {}),
    ...(needsReason ? { reason: 'reason-missing' } : {}),
  }
}

/** Who asked is the new place's contact person, until another is named. */
const keepContact = async (
  { db, now }: Writing,
  { kind, name, email }: Newcomer,
  id: number,
  place: string,
) => {
  if (name !== null && email !== null)
    await addContact(
      db,
      { kind, id, name: place, nameFi: null, nameSv: null },
      { name, email, phone: null },
      now,
    )
  return { id }
}

/** The place of the register that a request becomes: the chosen one of the kept areas, or a new one. */
export const placeFor = async (visit: Writing, one: Newcomer, form: Accepting): Promise<Place> => {
  const { db, user, today } = visit
  const scope = areaScopeOf(user)
  if (form.known !== null) {
    const isKnown = (await listKnownPlaces(db, scope, one, today)).some(({ id }) => id === form.known)
    return isKnown ? { id: form.known } : { problems: { known: 'known-missing' } }
  }
  const town = (await listMunicipalityChoices(db, scope, today)).find(({ id }) => id === one.municipalityId)
  if (!town) return { problems: { '': 'outside-network' } }
  const problems = problemsOf(visit, one, form)
  if (Object.keys(problems).length > 0) return { problems }
  const where = {
    name: form.place!,
    organisationId: await idOfOrganisation(db, form.organisation!),
    ...{ municipalityId: town.id, areaId: town.areaId },
  }
  try {
    const isUnit = one.kind === 'unit'
    const wanted = { ...where, ...nothingMore, category: form.category!, allowsOverride: true }
    const id = isUnit ? await makeUnit(visit, where, form) : await addSite(db, wanted)
    return await keepContact(visit, one, id, where.name)
  } catch (error) {
    if (isTaken(error)) return { problems: { place: 'place-taken' } }
    throw error
  }
}
