import { sql } from 'kysely'
import { createAccount } from '../accounts/queries.ts'
import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { ReaderRole, Texts } from '../messages/rules.ts'
import { instantAt } from './clock.ts'

type Told = {
  isOfArea?: true
  isImportant?: true
  roles: ReaderRole[]
  /** Days since it left; undefined for a draft. */
  ago?: number
  /** Days from today until it is among the earlier ones. */
  until: number
  title: Texts
  body: Texts
}

const told: Told[] = [
  {
    ...{ ago: 12, until: 48, isImportant: true },
    roles: ['issuer', 'venue', 'intermediary', 'coordinator'],
    title: {
      fi: 'Kaikukanta on huollossa lauantaiaamuna',
      sv: 'Service av Kaikukanta på lördag morgon',
      en: 'Kaikukanta is under maintenance on Saturday morning',
    },
    body: {
      fi: 'Kaikukanta ei vastaa lauantaina **klo 6–8**.\n\n## Kassalla\n\n- Laite muistaa kirjaukset, ja ne lähtevät huollon jälkeen.\n- Jos sinulla ei ole laitetta, kirjoita tunnus ovilistaan.\n\n## Kortin antaminen\n\nRekisteröi kortit huollon jälkeen. Katso [ohje kortinjakajille](/fi/kortinjakajille).',
      sv: 'Kaikukanta svarar inte på lördag **kl. 6–8**.\n\n## I kassan\n\n- Enheten minns registreringarna, och de skickas efter servicen.\n- Om du inte har någon enhet, skriv koden på dörrlistan.\n\n## Att dela ut kort\n\nRegistrera korten efter servicen.',
      en: 'Kaikukanta does not answer on Saturday **from 6 to 8**.\n\n## At the desk\n\n- The device remembers what you record and sends it afterwards.\n- Without a device, write the code on the door list.\n\n## Issuing cards\n\nRegister cards after the maintenance.',
    },
  },
  {
    ...{ ago: 0, until: 60, isOfArea: true, roles: ['issuer', 'venue', 'coordinator'] },
    title: { fi: 'Uusi kohde: Esimerkkilän työpajateatteri', sv: null, en: null },
    body: {
      fi: 'Työpajateatteri ottaa Kaikukortin käyttöön ensi kuussa. Lippuja on joka esitykseen kymmenen.\n\nKerro uudesta kohteesta asiakkaillesi. Kysyttävää? Soita vastuuhenkilöllesi.',
      sv: null,
      en: null,
    },
  },
  {
    ...{ ago: 95, until: -35, roles: ['coordinator'] },
    title: {
      fi: 'Vastuuhenkilöiden syyspäivän aineisto',
      sv: 'Material från ansvarspersonernas höstdag',
      en: 'Material of the coordinators’ autumn day',
    },
    body: {
      fi: 'Kiitos osallistumisesta. Esitykset ovat [aineistopankissa](/fi/aineistot).',
      sv: 'Tack för att du deltog. Presentationerna finns i [materialbanken](/sv/material).',
      en: 'Thank you for coming. The slides are in the [materials bank](/en/materials).',
    },
  },
  {
    ...{ until: 60, roles: ['issuer'] },
    title: { fi: 'Kevään koulutukset kortinjakajille', sv: 'Vårens utbildningar', en: null },
    body: {
      fi: 'Kevään koulutuspäivät on päätetty. Ilmoittaudu sivulla [Koulutukset](/fi/koulutukset).',
      sv: null,
      en: null,
    },
  },
]

const firstNames = ['Aava', 'Eino', 'Helka', 'Ilmari', 'Kaisla', 'Lumi', 'Oiva', 'Pihla', 'Sampo', 'Tuisku']
const lastNames = ['Esimerkki', 'Mallinen', 'Esimerkkinen', 'Mallikas']

type Given = {
  areaId: number
  units: readonly { id: number; areaId: number }[]
  sites: readonly { id: number; areaId: number | null }[]
  now: Date
}

/** People of units and sites, so that there is somebody to read: none of them has a way in. */
const makeReaders = async (db: Write, { units, sites, now }: Given) => {
  const places = [
    ...units.slice(0, 22).map(({ id }) => ({ role: 'issuer' as const, unitId: id })),
    ...sites
      .filter(({ areaId }) => areaId !== null)
      .slice(0, 18)
      .map(({ id }) => ({ role: 'venue' as const, siteId: id })),
  ]
  for (const [n, place] of places.entries())
    await createAccount(db, {
      ...{ email: `lukija${n + 1}@demo.kaiku.example`, passwordHash: null, now, ...place },
      name: `${firstNames[n % firstNames.length]!} ${lastNames[Math.floor(n / firstNames.length)]!}`,
      language: n % 6 === 5 ? 'sv' : 'fi',
    })
}

/** Three messages that were sent, of which one is unread, and a draft. All of them are invented. */
export const makeMessages = async (
  db: Write,
  { today, centre, coordinator, ...given }: Given & { today: Day; centre: string; coordinator: string },
): Promise<void> => {
  const { areaId, now } = given
  await makeReaders(db, given)
  for (const { ago, until, title, body, isOfArea, isImportant, roles } of told) {
    const at = ago === undefined || ago === 0 ? now : instantAt(addDays(today, -ago), 10 * 60)
    const actor = isOfArea ? coordinator : centre
    const { id } = await db
      .insertInto('message')
      .values({
        ...{ area_id: isOfArea ? areaId : null, area_ids: isOfArea ? [areaId] : null, roles },
        ...{ title_fi: title.fi, title_sv: title.sv, title_en: title.en },
        ...{ body_fi: body.fi, body_sv: body.sv, body_en: body.en },
        ...{ is_important: isImportant ?? false, shown_until: addDays(today, until) },
        ...{ made_at: at, made_by: actor, changed_at: at },
        ...(ago === undefined ? {} : { leaves_at: at, sent_by: actor, left_at: at }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (ago === undefined) continue
    await sql`
      insert into message_mail (message_id, account_id, queued_at)
      select distinct ${id}::int, account_id, ${at}::timestamptz from message_audience(${id})`.execute(db)
    // Whom anyone may be in the demo has opened nothing yet; of the others three of four have.
    await sql`
      insert into message_read (message_id, account_id, read_on)
      select distinct ${id}::int, w.account_id, ${today}::date from message_audience(${id}) w
      join account a on a.id = w.account_id
      where ${ago > 0} and a.email ~ '^lukija[0-9]*[1-7]@'`.execute(db)
  }
}
