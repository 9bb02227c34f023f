import { createAccount } from '../accounts/queries.ts'
import type { Write } from '../db/db.ts'
import { lessonDays } from '../induction/lesson-rules.ts'
import { editionOf } from '../induction/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { hashPassword } from '../lib/passwords.ts'
import { insertRows } from './makers.ts'

/** Colleagues at the demo's own unit and site, so that their lists are none of one person; nobody signs in as them. */
const colleagues = [
  { name: 'Helmi Mallinen', role: 'issuer', daysAgo: 40 },
  { name: 'Onni Exempel', role: 'issuer', daysAgo: 400 },
  { name: 'Taika Esimerkki', role: 'issuer', daysAgo: null },
  { name: 'Otso Mallila', role: 'venue', daysAgo: 345 },
  { name: 'Lempi Mallikas', role: 'venue', daysAgo: 120 },
] as const

const points = [
  { point: 'model', days: 90, note: null },
  { point: 'tell', days: 75, note: 'Teksti on nettisivuilla ja lehtisessä.' },
  { point: 'posters', days: 75, note: 'Juliste on aulassa ja taukotilassa.' },
  { point: 'criteria', days: 60, note: null },
  { point: 'check', days: 60, note: null },
  { point: 'companions', days: 30, note: 'Kerrottu myös kausityöntekijöille.' },
] as const

type Setting = {
  unit: { id: number; name: string }
  site: { id: number; name: string }
  /** The accounts of the demo's issuer, venue and coordinator, as the log names them. */
  actors: { issuer: string; venue: string; coordinator: string }
  today: Day
  now: Date
}

const idOf = (actor: string) => actor.replace('account:', '')

/** Some have gone through their lessons, some have them ahead, and one is in the middle; and the checklists of both places. */
export const makeInductions = async (
  db: Write,
  { unit, site, actors, today, now }: Setting,
): Promise<void> => {
  const passwordHash = await hashPassword(crypto.randomUUID())
  const placeOf = { issuer: unit, venue: site }
  const people = []
  for (const [nth, { name, role, daysAgo }] of colleagues.entries()) {
    const email = `perehdytys.${nth}@esimerkki.example`
    const place = role === 'issuer' ? { unitId: unit.id } : { siteId: site.id }
    await createAccount(db, { email, name, language: 'fi', passwordHash, now, role, ...place })
    const { id } = await db
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    people.push({ id, role, daysAgo })
  }
  const done = [...people, { id: idOf(actors.issuer), role: 'issuer', daysAgo: 350 } as const]
  await insertRows(
    db,
    'induction',
    done.flatMap(({ id, role, daysAgo }) =>
      daysAgo === null
        ? []
        : [
            {
              account_id: id,
              role,
              place: placeOf[role].name,
              edition_on: editionOf(role),
              done_on: addDays(today, -daysAgo),
            },
          ],
    ),
  )
  const lessons = Object.entries(lessonDays.venue).slice(0, 2)
  await insertRows(
    db,
    'induction_lesson',
    lessons.map(([lesson, text_on]) => ({
      account_id: idOf(actors.venue),
      role: 'venue',
      lesson,
      text_on,
      done_at: now,
    })),
  )
  const tick = ({ days, ...point }: (typeof points)[number]) => ({
    ...point,
    ticked_at: new Date(now.getTime() - days * 86_400_000),
  })
  const isOfUnit = (point: string) => ['model', 'posters', 'criteria'].includes(point)
  await insertRows(
    db,
    'checklist_tick',
    points
      .filter(({ point }) => isOfUnit(point))
      .map((one) => ({ unit_id: unit.id, site_id: null, account_id: idOf(actors.issuer), ...tick(one) })),
  )
  await insertRows(
    db,
    'checklist_tick',
    points
      .filter(({ point }) => !isOfUnit(point) || point === 'model')
      .map((one) => ({ unit_id: null, site_id: site.id, account_id: idOf(actors.venue), ...tick(one) })),
  )
  // The training that takes sign-ups here has two seats: the third one waits.
  const training = await db
    .selectFrom('training')
    .select('id')
    .where('takes_sign_up', '=', true)
    .executeTakeFirstOrThrow()
  const signed = [people[3]!.id, people[4]!.id, idOf(actors.coordinator)]
  await insertRows(
    db,
    'training_sign_up',
    signed.map((account_id, nth) => ({
      training_id: training.id,
      account_id,
      signed_at: new Date(now.getTime() - (9 - nth) * 86_400_000),
      seat_told_at: nth < 2 ? now : null,
    })),
  )
}
