import { randomUUID } from 'node:crypto'
import { codeOf } from './cards.ts'
import type { Check } from './check.ts'
import { fieldsOf, must, mustAnswer, mustPoint, mustRefuse, rowsOf, saysSame } from './judging.ts'
import { cancelUse, checkCard, idOf, listAll, listUses, recordUse } from './recording.ts'
import type { Tested } from './tested.ts'

const minutes = 60_000
const days = 24 * 60 * minutes
const at = ({ now }: Tested, milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()

/** The use as the list has it. */
const listed = async (tested: Tested, id: string) => (await listAll(tested)).find((use) => use.id === id)

export const useChecks: Check[] = [
  {
    id: 'use.recorded',
    clause: 'Uses: a use is answered with 201 and its id, and stands in the list as it was sent.',
    run: async (tested) => {
      const sent = { adults: 1, children: 1, companions: 1, event: 'Lumikuningatar' }
      const recorded = await recordUse(tested, codeOf('validWithChildren'), sent)
      const use = await listed(tested, idOf(recorded))
      for (const [name, value] of Object.entries({ ...sent, siteId: tested.siteId })) {
        must(fieldsOf(recorded)[name] === value, `${name}: ${value}`, recorded)
        must(use?.[name] === value, `${name}: ${value} in the list`, JSON.stringify(use ?? null))
      }
      must(use?.cancelledAt === null, 'cancelledAt: null', JSON.stringify(use ?? null))
    },
  },
  {
    id: 'use.time',
    clause: 'Idempotency: the time of the scan is the program’s, the time of receipt the installation’s.',
    run: async (tested) => {
      const usedAt = at(tested, -90 * minutes)
      const recorded = await recordUse(tested, codeOf('valid'), { usedAt: usedAt.replace('Z', '+00:00') })
      idOf(recorded)
      const told = fieldsOf(recorded)
      must(Date.parse(String(told.usedAt)) === Date.parse(usedAt), `usedAt: ${usedAt}`, recorded)
      must(Date.parse(String(told.receivedAt)) >= tested.now.getTime(), 'receivedAt: now', recorded)
    },
  },
  {
    id: 'use.out-of-time',
    clause: 'Idempotency: a use may be sent for 30 days, and not ahead of its time.',
    run: async (tested) => {
      const late = await recordUse(tested, codeOf('valid'), { usedAt: at(tested, -31 * days) })
      mustRefuse(late, 409, 'recorded-too-late')
      const early = await recordUse(tested, codeOf('valid'), { usedAt: at(tested, 60 * minutes) })
      mustRefuse(early, 422, 'recorded-in-future')
    },
  },
  {
    id: 'use.nobody',
    clause: 'Uses: without an adult or a child there is nothing to record.',
    run: async (tested) =>
      mustRefuse(await recordUse(tested, codeOf('valid'), { adults: 0 }), 422, 'nothing-to-record'),
  },
  {
    id: 'use.repeated',
    clause: 'Uses: the same card for the same event is asked about, and taken when that is meant.',
    run: async (tested) => {
      const event = `Näytös ${randomUUID().slice(0, 8).replaceAll(/\d/g, 'a')}`
      idOf(await recordUse(tested, codeOf('valid'), { event }))
      mustRefuse(await recordUse(tested, codeOf('valid'), { event }), 409, 'duplicate-suspected')
      idOf(await recordUse(tested, codeOf('valid'), { event, confirmDuplicate: true }))
    },
  },
  {
    id: 'use.check-records-nothing',
    clause: 'Uses: a check records nothing.',
    run: async (tested) => {
      const before = (await listAll(tested)).length
      mustAnswer(await checkCard(tested, codeOf('valid')), 200)
      const after = (await listAll(tested)).length
      must(after === before, `${before} uses, as before`, `${after} uses`)
    },
  },
  {
    id: 'use.free-text',
    clause: 'Uses: what names or reaches a person is no event, and is not repeated.',
    run: async (tested) => {
      const reach = '040 123 4567'
      const refused = await recordUse(tested, codeOf('valid'), { event: `Aino ${reach}` })
      mustRefuse(refused, 422, 'validation-failed')
      mustPoint(refused, '/event')
      must(!refused.text.includes(reach), 'a refusal without what was typed', refused)
    },
  },
  {
    id: 'cancel.once',
    clause: 'Uses: a use is cancelled on its day, and stands in the list as cancelled.',
    run: async (tested) => {
      const event = 'Peruttu näytös'
      const id = idOf(await recordUse(tested, codeOf('community'), { event }))
      const cancelled = await cancelUse(tested, id, { reason: 'Väärä näytös' })
      mustAnswer(cancelled, 200)
      must(typeof fieldsOf(cancelled).cancelledAt === 'string', 'cancelledAt: an instant', cancelled)
      const use = await listed(tested, id)
      must(typeof use?.cancelledAt === 'string', 'cancelledAt in the list', JSON.stringify(use ?? null))
      const again = await recordUse(tested, codeOf('community'), { event })
      mustAnswer(again, 201, 'a cancelled use is no repeat')
    },
  },
  {
    id: 'cancel.again',
    clause: 'Uses: a second cancellation finds it done, and gets the same answer.',
    run: async (tested) => {
      const id = idOf(await recordUse(tested, codeOf('valid')))
      const first = await cancelUse(tested, id)
      const second = await cancelUse(tested, id, { reason: 'Toinen kerta' })
      mustAnswer(second, 200)
      must(saysSame(first, second), first.text, second)
    },
  },
  {
    id: 'list.tail',
    clause: 'Uses: of a card the list tells the last four characters of its code.',
    run: async (tested) => {
      const id = idOf(await recordUse(tested, codeOf('valid')))
      const use = await listed(tested, id)
      must(use?.card === codeOf('valid').slice(-4), 'card: four characters', JSON.stringify(use ?? null))
    },
  },
  {
    id: 'list.pages',
    clause: 'Lists: limit and cursor give each row once, in one order; null ends the list.',
    run: async (tested) => {
      const made: string[] = []
      for (let count = 0; count < 3; count += 1) made.push(idOf(await recordUse(tested, codeOf('valid'))))
      const whole = (await listAll(tested)).map(({ id }) => id)
      const paged = (await listAll(tested, { limit: String(Math.ceil(whole.length / 5)) })).map(
        ({ id }) => id,
      )
      must(new Set(paged).size === paged.length, 'each use once', `${paged.length} rows, some twice`)
      must(
        paged.join() === whole.join(),
        'the same uses in the same order',
        `${paged.length} of ${whole.length}`,
      )
      const missing = made.filter((id) => !whole.includes(id)).length
      must(missing === 0, 'every use that was recorded', `${missing} are missing`)
    },
  },
  {
    id: 'list.limits',
    clause: 'Lists: limit is 200 at most, and a cursor of no list is refused.',
    run: async (tested) => {
      for (const [name, value] of [
        ['limit', '201'],
        ['limit', '0'],
        ['cursor', 'x'],
      ] as const) {
        const refused = await listUses(tested, { [name]: value })
        mustRefuse(refused, 422, 'validation-failed')
        mustPoint(refused, `/query/${name}`)
      }
    },
  },
  {
    id: 'list.filtered',
    clause: 'Lists: site and days choose among the uses.',
    run: async (tested) => {
      const id = idOf(await recordUse(tested, codeOf('valid')))
      const own = await listAll(tested, { limit: '200', siteId: String(tested.siteId) })
      must(
        own.some((use) => use.id === id),
        'the use in the list of its site',
        `${own.length} others`,
      )
      const past = await listUses(tested, { to: '2000-01-01' })
      mustAnswer(past, 200)
      must(rowsOf(past, 'uses').length === 0, 'no use before the year 2000', past)
    },
  },
]
