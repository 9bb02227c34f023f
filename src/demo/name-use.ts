import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { addStep, addUse } from '../name-use/queries.ts'
import type { Found, Leave, Step, Who } from '../name-use/rules.ts'

type Given = { organisationId: number; today: Day; now: Date }

const leaves = ({ organisationId, today }: Given): [Who, Leave][] => {
  const year = today.slice(0, 4)
  const decided = { grantedBy: 'toiminnanjohtaja', recordNumber: null, conditions: null, until: null }
  return [
    [
      { organisationId },
      {
        ...{ ...decided, mark: 'both', purpose: 'product', place: 'Kangaskassit lipunmyynnissä' },
        ...{ grantedOn: addDays(today, -200), from: addDays(today, -190), recordNumber: `KK/14/${year}` },
        conditions: 'Logon värejä ja muotoa ei muuteta. Kasseja ei myydä.',
      },
    ],
    [
      { outsider: 'Esimerkkilehti' },
      {
        ...{ ...decided, mark: 'logo', purpose: 'print', place: 'Kulttuuriliite, kevään numerot' },
        ...{ grantedOn: addDays(today, -150), from: addDays(today, -140), until: addDays(today, 40) },
      },
    ],
    [
      { outsider: 'Esimerkin kesäteatteri ry' },
      {
        ...{ ...decided, mark: 'both', purpose: 'poster', place: 'Kesän julisteet' },
        ...{ grantedOn: addDays(today, -300), from: addDays(today, -290), until: addDays(today, -60) },
        recordNumber: `KK/3/${year}`,
      },
    ],
  ]
}

const found = ({ today }: Given): [Who, Found, { step: Step; note: string }[]][] => [
  [
    { outsider: 'Esimerkkikauppa' },
    {
      ...{ mark: 'logo', purpose: 'web', place: 'https://kauppa.example/edut' },
      noticedOn: addDays(today, -3),
    },
    [],
  ],
  [
    { outsider: 'Esimerkkikuntosali' },
    { ...{ mark: 'name', purpose: 'poster', place: 'Mainos salin ovessa' }, noticedOn: addDays(today, -30) },
    [{ step: 'asked', note: 'Kysyimme, mihin lupaan mainos perustuu.' }],
  ],
]

/** Leaves that hold, end and are over, and uses that nobody has allowed. */
export const makeNameUse = async (db: Write, given: Given): Promise<void> => {
  for (const [who, leave] of leaves(given)) await addUse(db, who, leave, given.now)
  for (const [who, use, steps] of found(given)) {
    const id = await addUse(db, who, use, given.now)
    for (const { step, note } of steps)
      await addStep(db, id, { step, note, on: addDays(use.noticedOn, 5) }, given.now)
  }
}
