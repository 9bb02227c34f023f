import { createAccount } from '../accounts/queries.ts'
import { listParties, makeDraft, sendDraft } from '../commitments/queries.ts'
import { sign } from '../commitments/sign-queries.ts'
import { addContact } from '../contacts/queries.ts'
import type { Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'
import { hashPassword } from '../lib/passwords.ts'
import { answerRequest, type NewRequest, sendRequest } from '../newcomers/queries.ts'
import { addSite } from '../sites/queries.ts'

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

type Asked = { days: number } & Omit<NewRequest, 'key' | 'municipalityId' | 'language' | 'email'>
const asked: Asked[] = [
  {
    ...{ days: 2, kind: 'unit', place: 'Työpaja Vasara', organisation: 'Esimerkkilän nuorten tuki ry' },
    ...{
      name: 'Veera Vasarainen',
      message: 'Pajalla käy viikoittain 30 nuorta. Haluamme jakaa heille kortteja.',
    },
  },
  {
    ...{
      days: 6,
      kind: 'site',
      place: 'Elokuvateatteri Kuutamo',
      organisation: 'Kuutamon elokuvayhdistys ry',
    },
    ...{ name: 'Kuura Kuutamo', message: 'Näytämme elokuvia kolmena iltana viikossa. Kassalla on tabletti.' },
  },
  {
    ...{ days: 45, kind: 'site', place: 'Pikkuteatteri Varpu', organisation: 'Teatteriyhdistys Varpu ry' },
    ...{ name: 'Vieno Varpula', message: 'Esitämme lastenteatteria. Paikkoja on 60.' },
  },
]

type Given = { areaId: number; municipalityId: number; actor: string; now: Date }
type NewSite = { id: number; name: string; organisationId: number }

const inThree = (fi: string, sv: string, en: string) => ({ fi, sv, en })
const content = {
  title: inThree('Kohteen sitoumus', 'Ställets förbindelse', 'Commitment of a venue'),
  summary: inThree(
    'Kohde antaa kortilla maksuttoman lipun.\nHenkilökunta perehdytetään vuosittain.',
    'Stället ger en gratis biljett med kortet.\nPersonalen introduceras varje år.',
    'The venue gives a free ticket with the card.\nThe staff is inducted each year.',
  ),
  clauses: [
    {
      number: '1',
      heading: inThree('Toimintamalli', 'Verksamhetsmodellen', 'The operating model'),
      text: inThree(
        'Osapuolet noudattavat Kaikukortin toimintamallia.',
        'Parterna följer Kaikukortets verksamhetsmodell.',
        'The parties follow the operating model of the Kaikukortti.',
      ),
    },
  ],
  additions: null,
  template: null,
}
const noParty = { businessId: null, signatory: null, way: 'account' as const }

/** Sent and signed by both a month ago. */
const commit = async (db: Write, { areaId, actor, now }: Given, site: NewSite) => {
  const at = daysBefore(now, 30)
  const today = dayOf(at)
  const area = await db.selectFrom('area').select('name').where('id', '=', areaId).executeTakeFirstOrThrow()
  const id = await makeDraft(
    db,
    {
      ...{ kind: 'venue', areaId, modelNumber: 1, bindingLanguage: 'fi', content, earlierId: null },
      ...{ from: today, until: null, answerUntil: today },
      parties: [
        { ...noParty, side: 'area', organisationId: null, unitId: null, siteId: null, name: area.name },
        {
          ...{ ...noParty, side: 'venue', organisationId: site.organisationId, unitId: null },
          ...{ siteId: site.id, name: site.name },
        },
      ],
    },
    at,
  )
  const by = { actor, now: at, today }
  const sent = await sendDraft(db, id, by)
  if (typeof sent === 'string') throw new Error(sent)
  for (const party of await listParties(db, id)) {
    const name = party.side === 'area' ? 'Kirsi Kulttuurinen' : 'Vieno Varpula'
    const signed = await sign(
      db,
      id,
      party.id,
      {
        ...{ version: sent.version, name, title: 'johtaja', right: { basis: 'position', reference: null } },
        ...{ statement: 'right-1', language: 'fi', way: 'account', provider: null },
        account: derivedId(`demo newcomer ${party.side}`),
      },
      by,
    )
    if (typeof signed === 'string') throw new Error(signed)
  }
}

/** Two places that ask to come in, and a theatre half way: committed and with an account, its induction ahead. */
export const makeNewcomers = async (db: Write, given: Given): Promise<void> => {
  const { areaId, municipalityId, actor, now } = given
  for (const [nth, { days, ...one }] of asked.entries()) {
    const email = `uusi${nth + 1}@esimerkki.example`
    const key = derivedId(`demo request ${nth}`)
    await sendRequest(db, { ...one, email, key, municipalityId, language: 'fi' }, daysBefore(now, days))
  }
  const { place, organisation, name } = asked[2]!
  const { id: organisationId } = await db
    .insertInto('organisation')
    .values({ name: organisation })
    .returning('id')
    .executeTakeFirstOrThrow()
  const unknown = { street: null, postalCode: null, popupFrom: null, popupUntil: null }
  const wanted = { name: place, organisationId, municipalityId, areaId, ...unknown }
  const id = await addSite(db, { ...wanted, category: 'culture', allowsOverride: true })
  await addContact(
    db,
    { kind: 'site', id, name: place, nameFi: null, nameSv: null },
    { name, email: 'uusi3@esimerkki.example', phone: null },
    now,
  )
  const request = await db
    .selectFrom('place_request')
    .select('id')
    .where('form_key', '=', derivedId('demo request 2'))
    .executeTakeFirstOrThrow()
  await answerRequest(db, request.id, { state: 'accepted', siteId: id }, { now: daysBefore(now, 40), actor })
  await commit(db, given, { id, name: place, organisationId })
  await createAccount(db, {
    ...{ email: 'uusi3@esimerkki.example', name, language: 'fi', role: 'venue', siteId: id },
    ...{ passwordHash: await hashPassword(crypto.randomUUID()), now: daysBefore(now, 9) },
  })
}
