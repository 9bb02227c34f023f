import { live } from '../commitment-life/queries.ts'
import type { LifeEvent } from '../commitment-life/rules.ts'
import { type Draft, listParties, makeDraft, sendDraft } from '../commitments/queries.ts'
import type { Content, NewParty, Party } from '../commitments/rules.ts'
import { sign } from '../commitments/sign-queries.ts'
import type { Write } from '../db/db.ts'
import { addDays, addMonths, type Day, dayOf } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'

/** Makes, sends and has the parties sign, each with an account of its own. @param count how many sign @returns its id */
const makeSigned = async (
  db: Write,
  given: Draft,
  { actor, at, count }: { actor: string; at: Date; count?: number },
): Promise<number> => {
  const by = { actor, now: at, today: dayOf(at) }
  const id = await makeDraft(db, given, at)
  const sent = await sendDraft(db, id, by)
  if (typeof sent === 'string') throw new Error(sent)
  for (const party of (await listParties(db, id)).slice(0, count ?? 3)) {
    const signed = await sign(
      db,
      id,
      party.id,
      {
        ...{ version: sent.version, name: party.signatory?.name ?? 'Alli Allekirjoittaja', title: null },
        ...{ right: { basis: 'position', reference: null }, statement: 'right-1', language: 'fi' },
        ...{ way: 'account', account: derivedId(`demo signatory ${id} ${party.id}`), provider: null },
      },
      by,
    )
    if (typeof signed === 'string') throw new Error(signed)
  }
  return id
}

const content = (fi: string, sv: string, en: string): Content => ({
  title: { fi, sv, en },
  summary: {
    fi: 'Kortti käy samoin ehdoin kaikkialla.\nLippu on asiakkaalle maksuton.',
    sv: 'Kortet gäller på samma villkor överallt.\nBiljetten är avgiftsfri för kunden.',
    en: 'The card is valid on the same terms everywhere.\nThe ticket is free for the customer.',
  },
  clauses: [
    {
      number: '1',
      heading: { fi: 'Toimintamalli', sv: 'Verksamhetsmodellen', en: 'The operating model' },
      text: {
        fi: 'Kumppanit noudattavat valtakunnallista toimintamallia.',
        sv: 'Parterna följer den riksomfattande verksamhetsmodellen.',
        en: 'The parties follow the national operating model.',
      },
    },
  ],
  ...{ additions: null, template: null },
})
const contents = {
  venue: content('Kohteen sitoumus', 'Besöksmålets förbindelse', 'Commitment of a venue'),
  issuer: content('Kortinjakajan sitoumus', 'Kortutdelarens förbindelse', 'Commitment of a card issuer'),
  pilot: content('Kokeilun sitoumus', 'Förbindelse för ett försök', 'Commitment for a pilot'),
}

type Setting = {
  area: { id: number; name: string }
  /** Of the site and of the unit, the organisation's id and name. */
  site: { id: number; organisationId: number; organisation: string }
  unit: { id: number; organisationId: number; organisation: string }
  actor: string
  now: Date
}

/** Commitments of one area in each part of their life: to come, in force, about to end in each way, and over. */
export const makeLivingCommitments = async (db: Write, setting: Setting): Promise<void> => {
  const { area, site, unit, actor, now } = setting
  const today = dayOf(now)
  const party = (side: NewParty['side'], name: string, more: Partial<NewParty> = {}): NewParty => ({
    ...{ side, name, organisationId: null, unitId: null, siteId: null, businessId: null, signatory: null },
    ...{ way: 'account', ...more },
  })
  const keeper = party('area', area.name)
  const venue = party('venue', site.organisation, { organisationId: site.organisationId, siteId: site.id })
  const issuer = party('issuer', unit.organisation, { organisationId: unit.organisationId, unitId: unit.id })
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

  type Told = {
    kind: keyof typeof contents
    /** Days ago. */
    since: number
    from?: Day
    until?: Day
    count?: number
    events?: [days: number, event: (parties: Party[]) => LifeEvent][]
  }
  const endsOn = addMonths(today, 3)
  const lives: Told[] = [
    { kind: 'issuer', since: 400 },
    { kind: 'issuer', since: 700, until: addDays(today, 45) },
    { kind: 'venue', since: 20, from: addDays(today, 30), until: addDays(today, 760) },
    {
      ...{ kind: 'venue', since: 500 },
      events: [
        [
          5,
          (parties) => ({
            ...{ kind: 'notice', party: parties[1]!.id },
            details: { endsOn, reason: 'Sali suljetaan remontin ajaksi', came: null },
          }),
        ],
      ],
    },
    {
      ...{ kind: 'venue', since: 900 },
      events: [
        [
          200,
          () => ({
            ...{ kind: 'ended', party: null },
            details: { endsOn: addDays(today, -170), reason: 'Sovittu aluetiimin kokouksessa' },
          }),
        ],
      ],
    },
    {
      ...{ kind: 'pilot', since: 300, until: addDays(today, 120) },
      events: [
        [
          100,
          () => ({
            ...{ kind: 'extended', party: null },
            details: { until: addDays(today, 150), reason: 'Sovittu ohjausryhmässä' },
          }),
        ],
      ],
    },
    { kind: 'venue', since: 3, count: 1 },
    { kind: 'issuer', since: 6, count: 1 },
  ]
  for (const { kind, since, from, until, count, events = [] } of lives) {
    const at = ago(since)
    const id = await makeSigned(
      db,
      {
        ...{ kind, areaId: area.id, modelNumber: 1, bindingLanguage: 'fi', content: contents[kind] },
        ...{ from: from ?? dayOf(at), until: until ?? null, answerUntil: addDays(dayOf(at), 21) },
        ...{ earlierId: null, parties: [keeper, kind === 'issuer' ? issuer : venue] },
      },
      { actor, at, ...(count === undefined ? {} : { count }) },
    )
    for (const [days, eventOf] of events) {
      const event = eventOf(await listParties(db, id))
      const done = await live(db, id, event, { actor, now: ago(days), today: dayOf(ago(days)) })
      if (typeof done === 'string') throw new Error(`${event.kind}: ${done}`)
    }
  }
}
