import { addEntry } from '../archive/queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { listParties, makeDraft, sendDraft } from '../commitments/queries.ts'
import type { Content, NewParty, Texts } from '../commitments/rules.ts'
import { sign } from '../commitments/sign-queries.ts'
import type { Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'

const texts = (fi: string, sv: string, en: string): Texts => ({ fi, sv, en })

const content: Content = {
  title: texts(
    'Kumppanuussitoumus: liput kulttuuriin',
    'Partnerskapsförbindelse: biljetter till kultur',
    'Partnership commitment: tickets to culture',
  ),
  summary: texts(
    'Kohde antaa liput maksutta.\nKortti käy kaikissa esityksissä, joihin myydään lippuja.',
    'Stället ger biljetterna gratis.\nKortet gäller alla föreställningar som det säljs biljetter till.',
    'The venue gives the tickets free of charge.\nThe card is valid at every show that tickets are sold to.',
  ),
  clauses: [
    {
      number: '1',
      heading: texts('Toimintamalli', 'Verksamhetsmodell', 'Operating model'),
      text: texts(
        'Kumppanit noudattavat Kaikukortin toimintamallia.',
        'Parterna följer Kaikukortets verksamhetsmodell.',
        'The partners follow the operating model of the card.',
      ),
    },
    {
      number: '2',
      heading: texts('Liput', 'Biljetter', 'Tickets'),
      text: texts(
        'Kohde päättää, montako lippua se antaa kuhunkin esitykseen.',
        'Stället beslutar hur många biljetter det ger till varje föreställning.',
        'The venue decides how many tickets it gives to each show.',
      ),
    },
  ],
  additions: null,
  template: null,
}

type Given = {
  areaId: number
  site: { id: number; name: string; organisationId: number }
  actor: string
  now: Date
}

const nobody = { organisationId: null, unitId: null, siteId: null, businessId: null, signatory: null }

const partiesOf = ({ site }: Given, county: string): NewParty[] => [
  { ...nobody, side: 'county', name: county, way: 'paper' },
  { ...nobody, side: 'municipality', name: 'Esimerkkilän kaupunki', way: 'paper' },
  {
    ...nobody,
    ...{ side: 'culture', name: site.name, way: 'paper' },
    ...{ organisationId: site.organisationId, siteId: site.id },
  },
]

const signatories = [
  ['Hanna Hyvinvointi', 'hyvinvointijohtaja'],
  ['Sami Sivistys', 'sivistysjohtaja'],
  ['Tuula Teatteri', 'toiminnanjohtaja'],
] as const

/** Signed on paper by all on one day, as what is older than the register is taken in. */
const makeOne = async (
  db: Write,
  given: Given,
  { from, until, county }: { from: Day; until: Day; county: string },
) => {
  const at = new Date(`${addDays(from, -14)}T09:00:00Z`)
  const by = { actor: given.actor, now: at, today: dayOf(at) }
  const draft = { kind: 'partnership', areaId: given.areaId, modelNumber: 1, bindingLanguage: 'fi' } as const
  const answerUntil = addDays(by.today, 14)
  const parties = partiesOf(given, county)
  const id = await makeDraft(
    db,
    { ...draft, content, from, until, answerUntil, earlierId: null, parties },
    at,
  )
  const sent = await sendDraft(db, id, by)
  if (typeof sent === 'string') throw new Error(sent)
  for (const [index, party] of (await listParties(db, id)).entries()) {
    const [name, title] = signatories[index]!
    const details: SignedDetails = {
      ...{ version: sent.version, name, title, statement: 'right-1', language: 'fi', way: 'paper' },
      right: { basis: 'position', reference: null },
      ...{ scan: 'ab'.repeat(32), signedOn: by.today, takenInBy: given.actor },
    }
    const signed = await sign(db, id, party.id, details, by)
    if (typeof signed === 'string') throw new Error(signed)
  }
  return id
}

/** One commitment that holds, and one so old that the archive asks what is done with it. */
export const makeArchived = async (db: Write, given: Given): Promise<void> => {
  const year = Number(dayOf(given.now).slice(0, 4))
  const now = { from: `${year - 1}-01-01`, until: `${year + 1}-12-31` }
  const then = { from: `${year - 14}-01-01`, until: `${year - 12}-12-31` }
  await makeOne(db, given, { ...now, county: 'Esimerkkialueen hyvinvointialue' })
  // Before the wellbeing counties: whom nobody has asked since whether it still uses the name.
  const old = await makeOne(db, given, { ...then, county: 'Esimerkkialueen kuntayhtymä' })
  const recorded = {
    recordNumber: `ESI/123/00.01.03/${year - 14}`,
    retentionClass: 'ten-years',
  }
  await addEntry(db, { commitment: old }, recorded, { now: given.now, by: given.actor })
}
