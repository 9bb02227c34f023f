import type { Write } from '../db/db.ts'
import { findInterest, moveInterest, sendInterest } from '../joining/interest-queries.ts'
import { addMeeting } from '../joining/meeting-queries.ts'
import { changePlan, keepStep, startPlan } from '../joining/queries.ts'
import type { KeptStep } from '../joining/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { derivedId } from '../lib/derived-id.ts'
import { listFreeMunicipalities } from '../network/membership-queries.ts'
import { openSurvey } from '../pilots/queries.ts'

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

const asked = [
  {
    days: 3,
    name: 'Selma Kyselä',
    title: 'hyvinvointikoordinaattori',
    message: 'Haluamme kortin nuorten ja työttömien tueksi. Mukana ovat kirjasto ja kaksi järjestöä.',
  },
  {
    days: 24,
    name: 'Toivo Tiedustelija',
    title: 'kulttuurijohtaja',
    message: 'Miten alue tulee mukaan ja mitä se maksaa?',
  },
] as const

const makeInterests = async (db: Write, now: Date, today: Day) => {
  const free = await listFreeMunicipalities(db, today)
  for (const [nth, { days, message, ...person }] of asked.entries()) {
    const town = free[nth * 7]
    if (!town) continue
    const organisation = `${town.nameFi}, hyvinvointi ja kulttuuri`
    const key = derivedId(`demo interest ${nth}`)
    const email = `kysyja${nth + 1}@esimerkki.example`
    const given = {
      ...person,
      key,
      email,
      message,
      organisation,
      municipalityId: town.id,
      language: 'fi',
    } as const
    await sendInterest(db, given, daysBefore(now, days))
  }
  const talking = await db
    .selectFrom('area_interest')
    .select('id')
    .where('form_key', '=', derivedId('demo interest 1'))
    .executeTakeFirst()
  if (!talking || !(await findInterest(db, talking.id))) return
  const meeting = {
    kind: 'talk',
    heldOn: addDays(today, -10),
    notes: 'Kävimme läpi toimintamallin ja aikataulun.\nKunta neuvottelee hyvinvointialueen kanssa.',
    actions: [{ deed: 'Nimeä työpari', who: 'kunnan johto', dueOn: addDays(today, 30) }],
  } as const
  await addMeeting(db, { interestId: talking.id }, meeting, { now: daysBefore(now, 10), by: 'demo' })
  await moveInterest(db, talking.id, { state: 'talking' }, daysBefore(now, 10))
}

const step = (given: Partial<KeptStep> & Pick<KeptStep, 'name'>): KeptStep => ({
  ...{ who: null, dueOn: null, note: null, state: 'open' },
  ...given,
})

/** Two municipalities that ask, and a municipality that pilots: its plan half done, its survey open. */
export const makeJoining = async (
  db: Write,
  pilot: { areaId: number; municipalityId: number },
  { now, today }: { now: Date; today: Day },
) => {
  await makeInterests(db, now, today)
  const { areaId, municipalityId } = pilot
  await startPlan(db, areaId, { now: daysBefore(now, 300), today: addDays(today, -300) })
  await changePlan(db, areaId, { wantedFrom: addDays(today, -200), wantedUntil: addDays(today, 165) }, now)
  const by = { now, by: 'demo' }
  await keepStep(db, areaId, step({ name: 'agreement', state: 'done', note: 'Sovittu johtoryhmissä.' }), by)
  await keepStep(
    db,
    areaId,
    step({
      name: 'training',
      who: 'vastuuhenkilöt',
      dueOn: addDays(today, -5),
      note: 'Toinen ryhmä puuttuu.',
    }),
    by,
  )
  const meeting = {
    kind: 'feedback',
    heldOn: addDays(today, -40),
    notes: 'Kortinjakajat ja kohteet kertoivat kokemuksia. Kassan ohje kaipaa kuvia.',
    actions: [
      { deed: 'Tee kassalle kuvallinen ohje', who: 'viestintä', dueOn: addDays(today, 14) },
      { deed: 'Sovi seuraava tapaaminen', who: null, dueOn: null },
    ],
  } as const
  await addMeeting(db, { areaId }, meeting, by)
  await openSurvey(
    db,
    { areaId, municipalityIds: [municipalityId], openedOn: addDays(today, -2), closesOn: addDays(today, 12) },
    now,
  )
}
