import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bend, type Fate, fates, type Intent, ModelWorld, recordOf } from '../../test/queue-model.ts'
import type { Mark } from './store-types.ts'

/**
 * Whatever happens to two desks and their network, each ticket given is recorded once: none lost, none doubled. More
 * runs: `MODEL_RUNS=20000 npx vitest run --project unit src/desk-queue/model`.
 */
const runs = Number(process.env.MODEL_RUNS ?? 4_000)

type Step =
  | { do: 'keep'; device: number; tab: number; isGood: boolean }
  | { do: 'undo'; device: number; tab: number; which: number }
  | { do: 'correct'; device: number; tab: number }
  | { do: 'giveUp'; device: number; tab: number }
  | { do: 'flush'; device: number; tab: number; fates: Fate[]; waits: boolean }
  | { do: 'crash'; device: number; steps: number; applied: boolean }
  | { do: 'sign-in'; device: number; other: boolean }
  | { do: 'arrive' }
  | { do: 'register' }
  | { do: 'time'; minutes: number }

const device = fc.nat(1)
const tab = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('keep' as const), device, tab, isGood: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), device, tab, which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), device, tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('giveUp' as const), device, tab }) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant('flush' as const), device, tab, waits: fc.boolean() },
      fates: fc.array(fc.constantFrom(...fates), { maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('crash' as const), device },
      ...{ steps: fc.nat(8), applied: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-in' as const), device, other: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'arrive' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'register' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('time' as const), minutes: fc.constantFrom(1, 30, 400) }),
  },
)

/** An ordinary evening, and the nights on which the clocks of Finland go back and forth. */
const start = fc.constantFrom('2026-05-04T15:00:00Z', '2026-10-24T23:30:00Z', '2026-03-28T23:30:00Z')
const hours = fc.constantFrom(0, 0.01, 1, -1, 48, -48)
const history = fc.record({
  start,
  skews: fc.tuple(hours, hours),
  delays: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
  steps: fc.array(step, { maxLength: 24 }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/** Until no request is under way, nor about to be. */
const rest = async (world: ModelWorld) => {
  for (let quiet = 0; quiet < 80; quiet++) {
    await null
    if (world.underway > 0) quiet = 0
  }
}

/** What people at the desks have been told of their tickets. */
class Story {
  readonly intents = new Map<string, Intent>()
  readonly #owners = new Map<string, { device: number; owner: string }>()
  readonly world: ModelWorld
  constructor(world: ModelWorld) {
    this.world = world
  }

  async keep(at: number, tab: number, isGood: boolean) {
    const device = this.world.devices[at]!
    const id = this.world.newId()
    const record = recordOf(device, id, isGood ? 'GOOD' : 'XBAD', id)
    this.#owners.set(id, { device: at, owner: device.owner })
    const intent: Intent = { event: id, scannedAt: this.world.now, fate: 'unsure' }
    this.intents.set(id, intent)
    await device.tabs[tab]!.keep(record).then(
      () => {
        intent.fate = 'kept'
      },
      () => {},
    )
  }

  async undo(at: number, tab: number, which: number) {
    const device = this.world.devices[at]!
    const own = [...this.intents].filter(([id, { fate }]) => {
      const by = this.#owners.get(id)
      return fate === 'kept' && by?.device === at && by.owner === device.owner
    })
    const [id, intent] = own[which % Math.max(own.length, 1)] ?? []
    if (!id || !intent) return
    intent.fate = 'unsure'
    await device.tabs[tab]!.undo(id).then(
      () => {
        intent.fate = 'undone'
      },
      () => {},
    )
  }

  async attend(what: 'correct' | 'giveUp', at: number, tab: number) {
    const queue = this.world.devices[at]!.tabs[tab]!
    const waiting = (await queue.list().catch(() => [])).find(({ state }) => state === 'attention')
    const intent = waiting?.record && this.intents.get(waiting.record.event ?? '')
    if (!waiting || !intent || waiting.undoneAt !== null) return
    const before = intent.fate
    intent.fate = 'unsure'
    if (what === 'giveUp')
      await queue.giveUp(waiting.id).then(
        () => {
          intent.fate = 'given-up'
        },
        () => {},
      )
    else
      await queue.correct(waiting.id, { code: 'GOOD' }).then(
        () => {
          intent.fate = before
        },
        () => {},
      )
  }
}

const arrive = (world: ModelWorld) => {
  for (const deliver of world.later.splice(0)) deliver()
}

const take = async (story: Story, one: Step) => {
  const { world } = story
  const device = 'device' in one ? world.devices[one.device]! : world.devices[0]!
  switch (one.do) {
    case 'keep':
      return story.keep(one.device, one.tab, one.isGood)
    case 'undo':
      return story.undo(one.device, one.tab, one.which)
    case 'correct':
    case 'giveUp':
      return story.attend(one.do, one.device, one.tab)
    case 'flush': {
      device.fates = [...one.fates]
      const sent = device.tabs[one.tab]!.flush()
      return one.waits ? sent : undefined
    }
    case 'crash':
      device.disk.crashIn = { steps: one.steps, applied: one.applied }
      return
    case 'sign-in':
      device.isSignedIn = true
      device.owner = `owner-${one.device}${one.other ? '-other' : ''}`
      return device.reopen()
    case 'arrive':
      return arrive(world)
    // What was refused would be taken now, or the other way round: a card is registered, a registration is undone.
    case 'register':
      world.server.isRegistered = !world.server.isRegistered
      return
    case 'time':
      // No request is on its way for longer than the two minutes by which the clocks are compared.
      await rest(world)
      arrive(world)
      world.now += one.minutes * 60_000
  }
}

/** The network comes back, everybody signs in again, and what was on its way arrives. */
const drain = async ({ world }: Story) => {
  await rest(world)
  arrive(world)
  for (const [name, device] of world.devices.entries()) {
    device.disk.crashIn = null
    device.fates = []
    device.isSignedIn = true
    for (const owner of [`owner-${name}`, `owner-${name}-other`]) {
      device.owner = owner
      device.reopen()
      await device.tabs[0]!.flush()
      await device.tabs[1]!.flush()
    }
  }
}

/** Clocks that differ by less are taken for the same. */
const tolerance = 2 * 60_000

const judge = ({ world, intents }: Story) => {
  const left: Mark[] = world.devices.flatMap(({ disk }) => disk.rows.map(({ mark }) => mark))
  const unsent = left.filter(({ state }) => state !== 'attention')
  if (unsent.length > 0) throw new Error(`${unsent.length} are never sent`)
  const waiting = world.devices.flatMap(({ disk }) =>
    disk.rows.map(({ mark, secret }) => ({ ...mark, event: JSON.parse(secret).record?.event ?? mark.id })),
  )
  for (const [event, { fate, scannedAt }] of intents) {
    const uses = [...world.server.uses.values()].filter((use) => use.event === event)
    const standing = uses.filter(({ undone }) => !undone)
    const here = waiting.filter((kept) => kept.event === event)
    const said = `${event}, ${fate}: ${standing.length} recorded, ${here.length} waiting`
    if (standing.length > 1) throw new Error(`doubled: ${said}`)
    const isUndoRefused = here.some(({ undoneAt }) => undoneAt !== null)
    if (fate === 'kept' && standing.length + here.length !== 1) throw new Error(`lost or doubled: ${said}`)
    if (fate === 'undone' && standing.length > 0 && !isUndoRefused) throw new Error(`not undone: ${said}`)
    if (fate === 'given-up' && standing.length + here.length > 0) throw new Error(`not given up: ${said}`)
    for (const { usedAt } of uses)
      if (Math.abs(usedAt - scannedAt) > tolerance) throw new Error(`${usedAt - scannedAt} ms off: ${said}`)
  }
}

const play = async ({ start, skews, delays, steps }: History, bend?: Bend) => {
  const skewsInMs = skews.map((skew) => skew * 3_600_000)
  const story = new Story(new ModelWorld(Date.parse(start), skewsInMs, delays, bend))
  for (const one of steps) await take(story, one)
  await drain(story)
  judge(story)
}

test(`in ${runs} histories of two devices nothing is lost, doubled or moved in time`, async () => {
  await fc.assert(
    fc.asyncProperty(history, (one) => play(one)),
    { numRuns: runs, ...(process.env.MODEL_RUNS ? {} : { seed: 5 }) },
  )
}, 600_000)

/** Classic mistakes, each planted between the queue and its world: the model has to find every one of them. */
const mistakes: Record<string, Bend> = {
  'a new key at each try': {
    post: (post) => {
      let tries = 0
      return async (path, body) => {
        const heard = await post(path, 'code' in body ? { ...body, id: `${body.id}-${tries++}` } : body)
        return heard && { ...heard, text: heard.text.replace(/(id-\d+)-\d+/, '$1') }
      }
    },
  },
  'taken off the disk before the answer': {
    post: (post, store) => async (path, body) => {
      if ('code' in body) await store.change(body.id, () => null)
      return post(path, body)
    },
  },
  'said to be kept before it is on the disk': {
    store: (store) => ({
      ...store,
      add: async (mark, secret) => {
        void store.add(mark, secret).catch(() => {})
      },
    }),
  },
  'forgotten that it was sent': {
    store: (store) => ({
      ...store,
      add: (mark, secret) => store.add({ ...mark, tried: false }, secret),
      change: (id, decide, said) =>
        store.change(
          id,
          (mark) => {
            const after = decide(mark)
            return after?.tried && !mark.tried ? { ...after, tried: false } : after
          },
          said,
        ),
    }),
  },
  'any answer taken for ours': {
    post: (post) => async (path, body) => {
      const heard = await post(path, body)
      const own = 'code' in body ? { state: 'recorded', id: body.id } : { state: 'undone' }
      return heard?.status === 200 && heard.text.startsWith('<')
        ? { ...heard, text: JSON.stringify(own) }
        : heard
    },
  },
  'sent in another person’s name': {
    post: (post) => (path, body) => post(path, { ...body, owner: 'owner-0' }),
  },
  'a refusal that the server forgets': { forgetsRefusals: true },
  'the time of sending for the time of the scan': {
    post: (post) => (path, body) => post(path, 'code' in body ? { ...body, scannedAt: body.sentAt } : body),
  },
}

test.each(Object.entries(mistakes))('the model finds: %s', async (_, bend) => {
  const found = await fc.check(
    fc.asyncProperty(history, (one) => play(one, bend)),
    { numRuns: 2_000, seed: 7, endOnFailure: true },
  )
  expect(found.failed).toBe(true)
})
