import type { Write } from '../db/db.ts'
import type { Category } from '../network/rules.ts'
import { insertRows } from './makers.ts'
import type { WorldSite } from './network.ts'
import { inventedSites } from './places.ts'

type Said = { how: Record<'fi' | 'sv' | 'en', string>; arrival: string; opening: string }
type Traits = { for_children: boolean; step_free: boolean; no_booking: boolean }

/** What an invented site says of itself, by what it is: enough to find it by. */
const said: Record<Category, Said> = {
  culture: {
    how: {
      fi: 'Varaa lippu kassalta ja kerro kortin tunnus.',
      sv: 'Boka biljetten i kassan och säg kortets kod.',
      en: 'Book the ticket at the box office and tell them the card’s code.',
    },
    arrival: 'Bussi pysähtyy ovella. Pihassa on paikka taksille.',
    opening: 'Lipunmyynti on auki arkisin 12–17 ja tuntia ennen esitystä.',
  },
  education: {
    how: {
      fi: 'Ilmoittaudu kurssille verkossa ja kerro kortin tunnus.',
      sv: 'Anmäl dig till kursen på nätet och ange kortets kod.',
      en: 'Enrol on the course online and give the card’s code.',
    },
    arrival: 'Opiston tilat ovat keskustassa, linja-autoaseman vieressä.',
    opening: 'Toimisto on auki arkisin 10–15. Kurssit alkavat syyskuussa ja tammikuussa.',
  },
  science: {
    how: {
      fi: 'Näytä kortti lipunmyynnissä.',
      sv: 'Visa kortet i biljettkassan.',
      en: 'Show the card at the ticket desk.',
    },
    arrival: 'Juna-asemalta on kävelymatka. Pihassa on paikka taksille.',
    opening: 'Auki tiistaista sunnuntaihin 10–17.',
  },
  sports: {
    how: {
      fi: 'Näytä kortti kassalla. Varausta ei tarvita.',
      sv: 'Visa kortet i kassan. Bokning behövs inte.',
      en: 'Show the card at the desk. No booking is needed.',
    },
    arrival: 'Bussi pysähtyy ovella. Pyörille on telineet.',
    opening: 'Auki arkisin 7–20, viikonloppuisin 10–18.',
  },
}

const traitsOf = (category: Category, nth: number): Traits => ({
  for_children: category === 'science' || nth % 3 !== 1,
  step_free: nth % 4 !== 2,
  no_booking: category === 'sports' || category === 'science',
})

/**
 * Lets the invented sites say how one gets a ticket there. What real sites give is theirs to tell: nothing is put in
 * their mouths. The demo venue has terms of its own.
 */
export const makeFinderFacts = async (
  db: Write,
  { sites, demoSite, now }: { sites: readonly WorldSite[]; demoSite: WorldSite; now: Date },
): Promise<void> => {
  const invented = new Set(inventedSites.map(({ name }) => name))
  const telling = sites.filter(({ id, name }) => invented.has(name) && id !== demoSite.id)
  const changed_at = new Date(now.getTime() - 90 * 86_400_000)
  await insertRows(
    db,
    'site_text',
    telling.flatMap(({ id: site_id, category }) => {
      const { how, arrival, opening } = said[category]
      const inFinnish = { how: how.fi, arrival, opening }
      return [
        ...Object.entries(inFinnish).map(([field, text]) => ({
          ...{ site_id, field: field as keyof typeof inFinnish, language: 'fi' as const, text, changed_at },
        })),
        ...(['sv', 'en'] as const).map((language) => ({
          ...{ site_id, field: 'how' as const, language, text: how[language], changed_at },
        })),
      ]
    }),
  )
  for (const [nth, { id, category }] of telling.entries())
    await db.updateTable('site').set(traitsOf(category, nth)).where('id', '=', id).execute()
  const own = { for_children: true, step_free: true, no_booking: false }
  await db.updateTable('site').set(own).where('id', '=', demoSite.id).execute()
}
