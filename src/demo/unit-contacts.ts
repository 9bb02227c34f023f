import type { Write } from '../db/db.ts'
import { insertRows } from './makers.ts'
import type { WorldUnit } from './network.ts'

/** How one comes to the demo's public services; streets, numbers and pages are invented. */
const told = [
  {
    ...{
      street: 'Rantakatu 12',
      phone: '08 000 1310',
      url: 'https://www.esimerkki.example/sosiaalityo',
    },
    note_fi: 'Avoinna arkisin klo 9–15. Varaa aika puhelimella.',
    note_sv: 'Öppet vardagar kl. 9–15. Boka tid per telefon.',
    note_en: 'Open on weekdays 9–15. Book a time by phone.',
  },
  {
    ...{ street: 'Kauppatori 3', phone: null, url: null },
    note_fi: 'Tule käymään ilman ajanvarausta. Ovi on pihan puolella.',
    ...{ note_sv: null, note_en: null },
  },
]

/** Tells of as many units as there is something to tell; the rest have said nothing, as in life. */
export const makeUnitContacts = (
  db: Write,
  by: { units: readonly WorldUnit[]; actor: string; now: Date },
): Promise<void> =>
  insertRows(
    db,
    'unit_contact',
    told.flatMap((contact, index) => {
      const unit = by.units[index]
      if (!unit) return []
      const street = `${contact.street}, ${unit.town}`
      return [{ unit_id: unit.id, ...contact, street, changed_at: by.now, changed_by: by.actor }]
    }),
  )
