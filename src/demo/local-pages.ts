import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { insertRows } from './makers.ts'
import type { WorldUnit } from './network.ts'

/** What the coordinators of the demo's own area say on its local page. The offices and numbers are invented. */
const texts = {
  intro: {
    fi: 'Kainuussa Kaikukortti on yhteinen: sen järjestävät kunnat, hyvinvointialue, järjestöt ja seurakunnat yhdessä.\n\nKortilla pääsee teatteriin, museoihin, elokuviin ja uimahalliin kaikissa alueen kunnissa.',
    sv: 'I Kajanaland är Kaikukortet gemensamt: kommunerna, välfärdsområdet, föreningarna och församlingarna ordnar det tillsammans.',
    en: 'In Kainuu the Kaikukortti is a joint effort of the municipalities, the wellbeing services county, associations and parishes.',
    'fi-simple': 'Kaikukortti on käytössä Kainuussa.\n\nPääset kortilla teatteriin, museoon ja uimahalliin.',
  },
  'good-to-know': {
    fi: 'Kuhmosta ja Sotkamosta pääsee Kajaaniin linja-autolla. Kysy matkalippua palvelusta, jonka asiakas olet.',
    en: 'Buses run to Kajaani from Kuhmo and Sotkamo. Ask about the fare at the service whose client you are.',
  },
  notice: {
    fi: 'Kesän konsertteihin voi varata lippuja jo nyt.',
    sv: 'Du kan redan nu boka biljetter till sommarens konserter.',
    en: 'Tickets for the summer’s concerts can be booked now.',
  },
} as const

/** The weeks during which the notice is shown, around the day of the demo. */
const noticeDays = { before: 7, after: 21 }

/**
 * Fills the local page of the demo's own area, and makes its services public but for the last of them: as in life, a
 * page does not tell of every one.
 */
export const makeLocalPages = async (
  db: Write,
  by: { units: readonly WorldUnit[]; areaId: number; actor: string; now: Date },
) => {
  const kept = { area_id: by.areaId, changed_at: by.now, changed_by: by.actor }
  const shown = by.units.slice(0, -1).map(({ id }) => id)
  await db.updateTable('issuing_unit').set({ is_public: true }).where('id', 'in', shown).execute()
  await insertRows(
    db,
    'area_text',
    (Object.keys(texts) as (keyof typeof texts)[]).flatMap((field) =>
      Object.entries(texts[field]).map(([language, text]) => ({
        ...{ ...kept, field, text, language: language as keyof (typeof texts)['intro'] },
      })),
    ),
  )
  const today = dayOf(by.now)
  await insertRows(db, 'area_page', [
    {
      ...{ ...kept, own_url: 'https://www.esimerkki.example/kaikukortti' },
      notice_from: addDays(today, -noticeDays.before),
      notice_until: addDays(today, noticeDays.after),
    },
  ])
  await insertRows(db, 'area_contact', [
    {
      ...{ ...kept, side: 'culture', name: 'Kajaanin kulttuuripalvelut' },
      ...{ email: 'kulttuuri@esimerkki.example', phone: '08 000 1200' },
    },
    {
      ...{ ...kept, side: 'sote', name: 'Kainuun aikuissosiaalityön neuvonta' },
      ...{ email: 'kaikukortti@esimerkki.example', phone: '08 000 1300' },
    },
  ])
}
