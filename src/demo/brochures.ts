import { type Draft, emptyDraft } from '../brochures/content-rules.ts'
import { prepare } from '../brochures/making.ts'
import { addEdition, saveDraft } from '../brochures/queries.ts'
import { addWithdrawal } from '../brochures/withdrawal-queries.ts'
import type { Write } from '../db/db.ts'
import { type Day, yearOf } from '../lib/dates.ts'

/** What the demo's own area says in its brochure. */
const ownDraft: Draft = {
  ...emptyDraft,
  contacts: [
    'Kulttuurin vastuuhenkilö Tuuli Esimerkki, 08 000 2001, tuuli.esimerkki@esimerkki.example',
    'Sote-puolen vastuuhenkilö Helmi Mallinen, 08 000 2002, helmi.mallinen@esimerkki.example',
    'Palaute: kaikukortti@esimerkki.example',
  ].join('\n'),
  own: {
    fi: {
      foreword:
        'Kulttuuri kuuluu kaikille. Tästä esitteestä näet, mihin Kaikukortti vie sinut kotiseudullasi.',
      goodToKnow:
        'Moni kohde on auki vain kesällä. Tarkista aukiolo ennen matkaa.\nPaikallisbussissa ei ole Kaikukortti-etua.',
    },
    sv: {
      foreword: 'Kulturen hör till alla. Av den här broschyren ser du vart Kaikukortet tar dig nära hemmet.',
      goodToKnow: 'Många ställen är öppna bara på sommaren. Kontrollera öppettiderna före resan.',
    },
    en: {
      foreword: 'Culture belongs to everyone. This brochure shows where the Kaikukortti takes you near home.',
      goodToKnow: 'Many places are open in summer only. Check the opening hours before you travel.',
    },
    'fi-simple': {
      foreword: 'Kulttuuri kuuluu kaikille.\nTästä esitteestä näet, mihin pääset kortilla.',
      goodToKnow: 'Moni paikka on auki vain kesällä.\nTarkista aukiolo ennen matkaa.',
    },
  },
}

const otherContacts = 'Kaikukortin vastuuhenkilöt: kaikukortti@esimerkki.example'

/** So many of the other areas have not published theirs yet: the centre sees that they wait. */
const fewLate = 2

/** A brochure of this year for most areas, of last year for the others; the demo's own has both, last year's with a few sites fewer, and one that was withdrawn. */
export const makeBrochures = async (
  db: Write,
  {
    areaId,
    actor,
    now,
    today,
    late = fewLate,
  }: { areaId: number; actor: string; now: Date; today: Day; late?: number },
) => {
  await db.updateTable('issuing_unit').set({ is_public: true }).where('third_sector', '=', false).execute()
  const by = { actor, now }
  const year = yearOf(today)
  const areas = await db
    .selectFrom('area')
    .select(['id', 'name', 'name_sv as nameSv'])
    .orderBy('name')
    .execute()
  const others = areas.filter(({ id }) => id !== areaId)
  const isLate = (id: number) => others.slice(others.length - late).some((area) => area.id === id)
  for (const area of areas) {
    const isOwn = area.id === areaId
    const draft = isOwn ? ownDraft : { ...emptyDraft, contacts: otherContacts }
    const { register, contentWith } = await prepare(db, area, { today, origin: 'https://kaiku.example' })
    if (isOwn) {
      await saveDraft(db, area, draft, by)
      const before = contentWith({ ...draft, withoutSites: register.sites.slice(2, 5).map(({ id }) => id) })
      const publishedOn = `${year - 1}-01-14`
      await addEdition(db, area, { year: year - 1, number: 1, publishedOn, content: before }, by)
      const mistaken = {
        year: year - 1,
        number: 2,
        publishedOn: `${year - 1}-03-02`,
        content: contentWith(draft),
      }
      await addEdition(db, area, mistaken, by)
      const withdrawal = { reason: 'place', withdrawnOn: `${year - 1}-03-04` } as const
      await addWithdrawal(db, area, { ...mistaken, ...withdrawal }, by)
    }
    const made = isLate(area.id) ? year - 1 : year
    const edition = { year: made, number: 1, publishedOn: `${made}-01-12`, content: contentWith(draft) }
    await addEdition(db, area, edition, by)
  }
}
