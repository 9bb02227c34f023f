import { listParties, makeDraft, sendDraft } from '../commitments/queries.ts'
import type { Content, Kind, NewParty } from '../commitments/rules.ts'
import { sign } from '../commitments/sign-queries.ts'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'

type Given = {
  areaId: number
  unitId: number
  siteId: number
  /** Who sent them, and signed one, as the log names them. */
  actors: { coordinator: string }
  now: Date
}

const clause = (number: string, heading: [string, string, string], text: [string, string, string]) => ({
  number,
  heading: { fi: heading[0], sv: heading[1], en: heading[2] },
  text: { fi: text[0], sv: text[1], en: text[2] },
})

const content = (title: [string, string, string], additions: Content['additions']): Content => ({
  title: { fi: title[0], sv: title[1], en: title[2] },
  summary: {
    fi: 'Kortti käy kaikkialla samoin ehdoin.\nLippu on kortin haltijalle maksuton.\nHenkilökunta perehdytetään ennen aloitusta.\nYhteyshenkilö on nimetty ja tavoitettavissa.\nKortinhaltijoista ei kerätä nimiä.',
    sv: 'Kortet gäller på samma villkor överallt.\nBiljetten är gratis för kortinnehavaren.\nPersonalen introduceras före starten.\nEn kontaktperson är utsedd och går att nå.\nInga namn på kortinnehavare samlas in.',
    en: 'The card works on the same terms everywhere.\nThe ticket is free for the cardholder.\nThe staff is instructed before the start.\nA contact person is named and can be reached.\nNo names of cardholders are collected.',
  },
  clauses: [
    clause(
      '1',
      ['Toimintamalli', 'Verksamhetsmodellen', 'The operating model'],
      [
        'Osapuolet noudattavat Kaikukortin valtakunnallista toimintamallia.\nMalli ja sen muutokset ovat luettavissa Kaikukannassa.',
        'Parterna följer Kaikukortets riksomfattande verksamhetsmodell.\nModellen och dess ändringar finns i Kaikukanta.',
        'The parties follow the national operating model of the Kaikukortti.\nThe model and its changes can be read in Kaikukanta.',
      ],
    ),
    clause(
      '2',
      ['Liput ja tarjonta', 'Biljetter och utbud', 'Tickets and supply'],
      [
        'Kulttuuritoimija antaa lippuja kortilla kuten muillekin alennusryhmille.\nRajoituksista kerrotaan ennakkoon kohteen omalla sivulla.',
        'Kulturaktören ger biljetter med kortet som åt andra rabattgrupper.\nBegränsningar berättas i förväg på besöksmålets egen sida.',
        'The cultural organisation gives tickets as to other discount groups.\nLimits are told beforehand on the page of the venue.',
      ],
    ),
    clause(
      '3',
      ['Yhteyshenkilöt', 'Kontaktpersoner', 'Contact persons'],
      [
        'Jokainen osapuoli nimeää yhteyshenkilön ja pitää tiedot ajan tasalla.',
        'Varje part utser en kontaktperson och håller uppgifterna aktuella.',
        'Each party names a contact person and keeps the details up to date.',
      ],
    ),
  ],
  additions,
  template: null,
})

const party = (given: Partial<NewParty> & Pick<NewParty, 'side' | 'name' | 'way'>): NewParty => ({
  ...{ organisationId: null, unitId: null, siteId: null, businessId: null, signatory: null },
  ...given,
})

/** Three commitments that wait: each of the demo's issuer, venue and coordinator has one to sign, in all three ways. */
export const makeSigning = async (db: Write, given: Given) => {
  const { areaId, unitId, siteId, actors, now } = given
  const today = dayOf(now)
  const unit = await db
    .selectFrom('issuing_unit')
    .select(['name', 'organisation_id as organisationId'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  const site = await db
    .selectFrom('site')
    .select(['name', 'organisation_id as organisationId'])
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow()
  const area = await db.selectFrom('area').select('name').where('id', '=', areaId).executeTakeFirstOrThrow()
  const sentAt = new Date(now.getTime() - 3 * 86_400_000)
  const send = async (kind: Kind, what: Content, parties: NewParty[]) => {
    const draft = {
      ...{ kind, areaId, modelNumber: 1, bindingLanguage: 'fi' as const, content: what, parties },
      ...{ from: addDays(today, 30), until: addDays(today, 760), answerUntil: addDays(today, 21) },
      earlierId: null,
    }
    const id = await makeDraft(db, draft, sentAt)
    const sent = await sendDraft(db, id, { actor: actors.coordinator, now: sentAt, today: dayOf(sentAt) })
    if (typeof sent === 'string') throw new Error(sent)
    return { id, version: sent.version, parties: await listParties(db, id) }
  }

  await send(
    'partnership',
    content(['Kumppanuussitoumus', 'Partnerskapsförbindelse', 'Partnership commitment'], {
      fi: 'Teatteri varaa jokaiseen kantaesitykseen kymmenen paikkaa kortin haltijoille.',
      sv: 'Teatern reserverar tio platser för kortinnehavare vid varje urpremiär.',
      en: 'The theatre keeps ten seats for cardholders at each world premiere.',
    }),
    [
      party({
        ...{ side: 'county', name: 'Esimerkkialueen hyvinvointialue', way: 'paper' },
        signatory: { name: 'Heli Hallila', title: 'palvelujohtaja', email: null },
      }),
      party({
        ...{ side: 'municipality', name: 'Esimerkkilän kaupunki', way: 'link' },
        signatory: {
          ...{ name: 'Sampo Sivistys', title: 'sivistysjohtaja' },
          email: 'sampo.sivistys@esimerkkila.example',
        },
      }),
      party({
        side: 'culture',
        name: site.name,
        organisationId: site.organisationId,
        siteId,
        way: 'account',
      }),
    ],
  )
  const issuer = await send(
    'issuer',
    content(['Kortinjakajan sitoumus', 'Kortutdelarens förbindelse', 'Commitment of a card issuer'], null),
    [
      party({ side: 'area', name: area.name, way: 'account' }),
      party({ side: 'issuer', name: unit.name, organisationId: unit.organisationId, unitId, way: 'account' }),
    ],
  )
  const first = issuer.parties[0]!
  await sign(
    db,
    issuer.id,
    first.id,
    {
      ...{ version: issuer.version, name: 'Kuura Mallinen', title: 'vastuuhenkilö', language: 'fi' },
      right: { basis: 'delegation', reference: 'Kulttuurijohtajan päätös § 12/2026' },
      ...{ statement: 'right-1', way: 'account', provider: null },
      account: actors.coordinator.replace(/^account:/, ''),
    },
    { actor: actors.coordinator, now: new Date(now.getTime() - 2 * 86_400_000), today: addDays(today, -2) },
  )
  await send(
    'area',
    content(
      [
        'Alueen ja Kaikukeskuksen sitoumus',
        'Områdets och Kaikukeskus förbindelse',
        'Commitment of the area and Kaikukeskus',
      ],
      null,
    ),
    [
      party({ side: 'centre', name: 'Kaikukeskus', way: 'account' }),
      party({ side: 'area', name: area.name, way: 'account' }),
    ],
  )
}
