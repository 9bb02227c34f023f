import type { SignedDetails } from '../commitments/event-rules.ts'
import { listParties, makeDraft, sendDraft } from '../commitments/queries.ts'
import type { Content, NewParty, Texts } from '../commitments/rules.ts'
import { sign } from '../commitments/sign-queries.ts'
import type { Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { addConsequence } from '../model/follow-queries.ts'
import {
  addPoint,
  listPoints,
  makeNextVersion,
  publishVersion,
  removePoint,
  writePoints,
} from '../model/queries.ts'
import { inOrder, type Point, renumbered } from '../model/rules.ts'

/** What the second version says otherwise: more of what is free, one point gone, one new. All of it is invented. */
const rewritten: Record<number, Point['text']> = {
  5: {
    fi: 'Jokaisella jakajalla ja kohteella on nimetty yhteyshenkilö ja hänellä varahenkilö. Henkilökunta perehdytetään vähintään kerran vuodessa. Muutoksista kerrotaan alueen vastuuhenkilölle kahden viikon kuluessa.',
    sv: 'Varje kortutdelare och besöksmål har en utsedd kontaktperson och en ersättare. Personalen introduceras minst en gång om året. Ändringar meddelas till områdets ansvarsperson inom två veckor.',
    en: 'Every issuer and venue has a named contact person and a deputy. Staff are instructed at least once a year. Changes are told to the area coordinator within two weeks.',
  },
  7: {
    fi: 'Kortinhaltija saa lipun, kurssipaikan tai opastuksen maksutta. Kohde antaa sen hyvää tahtoaan eikä saa siitä korvausta.',
    sv: 'Kortinnehavaren får biljetten, kursplatsen eller guidningen gratis. Besöksmålet ger den av god vilja och får ingen ersättning.',
    en: 'The cardholder gets a ticket, a place on a course or a guided tour free of charge. The venue gives it out of goodwill and is not paid for it.',
  },
}
const gone = 12
const added: Omit<Point, 'line' | 'place'> = {
  chapter: 2,
  marks: ['venues', 'coordinators'],
  heading: { fi: 'Palautteeseen vastataan', sv: 'Respons besvaras', en: 'Feedback is answered' },
  text: {
    fi: 'Kortinhaltijan palautteeseen vastataan kahden viikon kuluessa. Palautteista keskustellaan alueella kerran vuodessa.',
    sv: 'Kortinnehavarens respons besvaras inom två veckor. Responsen diskuteras i området en gång om året.',
    en: 'What a cardholder tells is answered within two weeks. It is talked over in the area once a year.',
  },
}

const texts = (fi: string, sv: string, en: string): Texts => ({ fi, sv, en })
const content: Content = {
  title: texts('Kumppanuussitoumus', 'Partnerskapsförbindelse', 'Partnership commitment'),
  summary: texts(
    'Noudatamme toimintamallia.\nKerromme muutoksista.',
    'Vi följer verksamhetsmodellen.\nVi berättar om ändringar.',
    'We follow the operating model.\nWe tell of changes.',
  ),
  clauses: [
    {
      number: '1',
      heading: texts('Toimintamalli', 'Verksamhetsmodell', 'Operating model'),
      text: texts(
        'Kumppani noudattaa Kaikukortin toimintamallia.',
        'Partnern följer Kaikukortets verksamhetsmodell.',
        'The partner follows the operating model of the Kaikukortti.',
      ),
    },
  ],
  additions: null,
  template: null,
}

type Place = { kind: 'unit' | 'site'; id: number; name: string; organisationId: number }

const party = (side: NewParty['side'], name: string, place: Place | null): NewParty => ({
  ...{ side, name, organisationId: place?.organisationId ?? null, businessId: null, signatory: null },
  unitId: place?.kind === 'unit' ? place.id : null,
  siteId: place?.kind === 'site' ? place.id : null,
  way: 'paper',
})

/** A commitment of Kaikukeskus and one place, signed by both on paper. */
const commit = async (
  db: Write,
  place: Place,
  { model, areaId, from, actor, now }: { model: number; areaId: number; from: Day; actor: string; now: Date },
) => {
  const today = dayOf(now)
  const isUnit = place.kind === 'unit'
  const parties = [
    party('centre', 'Kaikukeskus', null),
    party(isUnit ? 'issuer' : 'venue', place.name, place),
  ]
  const id = await makeDraft(
    db,
    {
      ...{ kind: isUnit ? ('issuer' as const) : ('venue' as const), areaId, modelNumber: model },
      ...{ bindingLanguage: 'fi' as const, content, from, until: null, answerUntil: today, earlierId: null },
      parties,
    },
    now,
  )
  const sent = await sendDraft(db, id, { actor, now, today })
  if (typeof sent === 'string') throw new Error(sent)
  for (const { id: partyId } of await listParties(db, id)) {
    const details: SignedDetails = {
      ...{
        version: sent.version,
        name: 'Meri Keksitty',
        title: 'johtaja',
        statement: 'right-1',
        language: 'fi',
      },
      right: { basis: 'position', reference: null },
      way: 'paper',
      ...{ scan: 'ab'.repeat(32), signedOn: today, takenInBy: actor },
    }
    await sign(db, id, partyId, details, { actor, now, today })
  }
}

const listPlaces = async (db: Write, areaId: number): Promise<Place[]> => {
  const units = await db
    .selectFrom('issuing_unit')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where('area_id', '=', areaId)
    .orderBy('id')
    .limit(6)
    .execute()
  const sites = await db
    .selectFrom('site')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where('area_id', '=', areaId)
    .orderBy('id')
    .limit(8)
    .execute()
  return [
    ...units.map((unit) => ({ kind: 'unit' as const, ...unit })),
    ...sites.map((site) => ({ kind: 'site' as const, ...site })),
  ]
}

/**
 * A second version of the operating model, published two weeks ago and in force two weeks from now, with what follows;
 * some places of one area have committed to it, others to the first, and the demo's own to none.
 * @param own the unit and the site of the demo's people, which are shown what follows
 */
export const makeModel = async (
  db: Write,
  own: { areaId: number; unitId: number; siteId: number; actor: string; today: Day; now: Date },
): Promise<void> => {
  const { areaId, actor, today } = own
  const published = new Date(own.now.getTime() - 14 * 86_400_000)
  const version = (await makeNextVersion(db, published))!
  const points = await listPoints(db, version)
  await removePoint(db, version, gone)
  const changed = points
    .filter(({ line }) => line !== gone)
    .map((point) => ({ ...point, text: rewritten[point.line] ?? point.text }))
  await writePoints(db, version, renumbered(inOrder(changed)), published)
  await addPoint(db, version, added, published)
  for (const one of [
    { side: 'issuers', kind: 'no-new-cards', graceDays: 60 },
    { side: 'venues', kind: 'no-new-events', graceDays: 60 },
    { side: 'venues', kind: 'no-new-pairings', graceDays: 90 },
  ] as const)
    await addConsequence(db, { ...one, version, from: addDays(today, -14) }, { actor, now: published })
  await publishVersion(db, version, addDays(today, 14), published)

  const isOwn = ({ kind, id }: Place) => id === (kind === 'unit' ? own.unitId : own.siteId)
  const others = (await listPlaces(db, areaId)).filter((place) => !isOwn(place))
  for (const [index, place] of others.entries())
    await commit(db, place, {
      ...{ areaId, actor, now: own.now },
      model: index % 3 === 0 ? version : 1,
      from: today,
    })
}
