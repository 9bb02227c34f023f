/**
 * A desk without a browser: devices with disks that fail, a network that loses what it likes, and a server that does
 * what ours does with keys. Everything happens in microtasks, so that a run repeats itself from its numbers.
 */

import { correctedTime } from '../src/desk/sync-rules.ts'
import { createQueue, type OpenedQueue } from '../src/desk-queue/core.ts'
import type { Heard } from '../src/desk-queue/replies.ts'
import type { Mark, QueueStore, Secret } from '../src/desk-queue/store-types.ts'
import type { OwnedRecord, RecordSent, UndoSent } from '../src/desk-queue/wire.ts'
import { wirePaths } from '../src/desk-queue/wire.ts'
import { dayOf } from '../src/lib/dates.ts'
import { mayCancel } from '../src/uses/rules.ts'

/** What the network makes of one request: `late` lets it arrive after the device has given up on it. */
export const fates = ['ok', 'lost', 'unheard', 'late', 'fault', 'portal', 'busy', 'ended'] as const
export type Fate = (typeof fates)[number]

const said = { fi: '', sv: '', en: '' }
const heard = (status: number, body: unknown): Heard => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter: null,
})

type Use = { id: string; event: string | null; usedAt: number; undone: boolean }

/** Keys, replays and refusals as in `src/desk/sync-record.ts`; the card of a code that begins with X comes and goes. */
export class ModelServer {
  readonly uses = new Map<string, Use>()
  isRegistered = false
  readonly #bodies = new Map<string, string>()
  readonly #refused = new Set<string>()
  readonly #forgetsRefusals: boolean

  constructor({ forgetsRefusals = false }: Bend) {
    this.#forgetsRefusals = forgetsRefusals
  }

  answer(path: string, body: OwnedRecord | UndoSent, now: number): Heard {
    return path === wirePaths.uses
      ? this.#record(body as OwnedRecord, now)
      : this.#undo(body as UndoSent, now)
  }

  #record({ sentAt, ...body }: OwnedRecord, now: number): Heard {
    const { id } = body
    const text = JSON.stringify(body)
    const known = this.#bodies.get(id)
    if (known !== undefined && known !== text) return heard(409, { problem: 'key-reused', said })
    if (known === undefined) {
      if (this.#refused.has(id) || (body.code.startsWith('X') && !this.isRegistered)) {
        if (!this.#forgetsRefusals) this.#refused.add(id)
        return heard(200, { state: 'attention', id, reason: 'card-unknown', said })
      }
      this.#bodies.set(id, text)
      const usedAt = correctedTime(new Date(body.scannedAt), new Date(sentAt), new Date(now)).getTime()
      this.uses.set(id, { id, event: body.event, usedAt, undone: false })
    }
    return heard(200, { state: 'recorded', id, usedAt: '', tail: '', flag: null })
  }

  #undo({ id, undoneAt, sentAt }: UndoSent, now: number): Heard {
    const use = this.uses.get(id)
    if (!use) return heard(200, { state: 'attention', reason: 'not-found', said })
    const at = correctedTime(new Date(undoneAt), new Date(sentAt), new Date(now))
    if (!use.undone && !mayCancel(dayOf(new Date(use.usedAt)), dayOf(at)))
      return heard(200, { state: 'attention', reason: 'undo-too-late', said })
    use.undone = true
    return heard(200, { state: 'undone' })
  }
}

type Row = { mark: Mark; secret: string }

/** Rows that outlive the tabs. A crash comes before or after the step that it hits, and no tab hears of that one. */
export class ModelDisk {
  rows: Row[] = []
  crashIn: { steps: number; applied: boolean } | null = null
  onCrash = () => {}

  /** One tab’s hold of the disk: after a crash it never answers again. */
  open(): QueueStore {
    let isDead = false
    const step = async <T>(work: () => T): Promise<T> => {
      await null
      if (isDead) throw new Error('The tab is gone')
      const crashes = this.crashIn !== null && this.crashIn.steps-- <= 0
      if (crashes && !this.crashIn!.applied) return this.#crash()
      const result = work()
      return crashes ? this.#crash() : result
    }
    this.#dying.push(() => {
      isDead = true
    })
    const at = (id: string) => this.rows.findIndex(({ mark }) => mark.id === id)
    const add = (mark: Mark, secret: Secret) => {
      if (at(mark.id) < 0) this.rows.push({ mark, secret: JSON.stringify(secret) })
    }
    return {
      marks: () => step(() => this.rows.map(({ mark }) => mark)),
      secret: (id) => step(() => (at(id) < 0 ? null : JSON.parse(this.rows[at(id)]!.secret))),
      add: (mark, secret) => step(() => add(mark, secret)),
      change: (id, decide, why) =>
        step(() => {
          const index = at(id)
          if (index < 0) return null
          const row = this.rows[index]!
          const mark = decide(row.mark)
          const secret = why ? JSON.stringify({ ...JSON.parse(row.secret), said: why }) : row.secret
          if (mark) this.rows[index] = { mark, secret }
          else this.rows.splice(index, 1)
          return mark
        }),
      replace: (id, may, mark, secret) =>
        step(() => {
          const index = at(id)
          if (index < 0 || !may(this.rows[index]!.mark)) return false
          this.rows.splice(index, 1)
          add(mark, secret)
          return true
        }),
    }
  }

  #dying: (() => void)[] = []
  #crash(): never {
    this.crashIn = null
    for (const die of this.#dying.splice(0)) die()
    this.onCrash()
    throw new Error('The browser is gone')
  }
}

/** What a test may plant between the queue and its world. */
export type Bend = {
  /** A server that answers a request anew each time it comes, once it has refused it. */
  forgetsRefusals?: boolean
  store?: (store: QueueStore) => QueueStore
  post?: (post: Post, store: QueueStore) => Post
}
type Post = (path: string, body: OwnedRecord | UndoSent) => Promise<Heard>

/** A phone or till with two tabs, one of which may be without Web Locks. */
export class ModelDevice {
  readonly disk = new ModelDisk()
  tabs: OpenedQueue[] = []
  fates: Fate[] = []
  isSignedIn = true
  owner: string
  readonly #name: number
  readonly #server: ModelServer
  readonly #world: ModelWorld
  /** How far the device’s clock is ahead of the true one, in milliseconds. */
  readonly #skew: number
  readonly #bend: Bend
  #isSending = false

  constructor(name: number, world: ModelWorld, skew: number, bend: Bend) {
    this.#name = name
    this.owner = `owner-${name}`
    this.#server = world.server
    this.#world = world
    this.#skew = skew
    this.#bend = bend
    this.disk.onCrash = () => this.reopen()
    this.reopen()
  }

  clock = () => this.#world.now + this.#skew

  reopen() {
    this.#isSending = false
    this.tabs = [0, 1].map((tab) => this.#openTab(tab))
  }

  #openTab(tab: number) {
    const plain = this.disk.open()
    const store = this.#bend.store?.(plain) ?? plain
    return createQueue({
      store,
      post: this.#bend.post?.(this.#post, store) ?? this.#post,
      now: this.clock,
      owner: this.owner,
      formerOwners: [],
      newId: () => this.#world.newId(),
      isOnline: () => true,
      tellOthers: () => {},
      wakeIn: () => {},
      alone: async (run) => {
        if (tab === 0 && this.#isSending) return false
        if (tab === 0) this.#isSending = true
        try {
          await run()
        } finally {
          if (tab === 0) this.#isSending = false
        }
        return true
      },
    })
  }

  #post: Post = async (path, given) => {
    const body = structuredClone(given)
    this.#world.underway++
    const answer = await this.#carry(path, body)
    this.#world.underway--
    return answer
  }

  #carry: Post = async (path, body) => {
    const fate = this.fates.shift() ?? 'ok'
    for (let ticks = this.#world.delay(); ticks > 0; ticks--) await null
    if (fate === 'lost') return null
    if (fate === 'portal') return heard(200, '<!doctype html><title>Welcome</title>')
    if (fate === 'fault') return heard(500, { problem: 'bug', said })
    if (fate === 'busy') return heard(429, { problem: 'too-many', said })
    if (fate === 'ended') this.isSignedIn = false
    if (!this.isSignedIn || body.owner !== this.owner) return heard(401, { problem: 'sign-in', said })
    if (fate === 'late') {
      this.#world.later.push(() => this.#server.answer(path, body, this.#world.now))
      return null
    }
    const answer = this.#server.answer(path, body, this.#world.now)
    for (let ticks = this.#world.delay(); ticks > 0; ticks--) await null
    return fate === 'unheard' ? null : answer
  }

  toString = () => `device ${this.#name}`
}

/** What a person meant to record: found again on the server by its event, which stays whatever becomes of ids. */
export type Intent = { event: string; scannedAt: number; fate: 'kept' | 'unsure' | 'undone' | 'given-up' }

export class ModelWorld {
  readonly server: ModelServer
  readonly devices: ModelDevice[]
  /** Requests that are still on their way somewhere. */
  later: (() => void)[] = []
  /** Requests that a device still waits for. */
  underway = 0
  now: number
  #ids = 0
  #delays: readonly number[]
  #delayed = 0

  constructor(start: number, skews: readonly number[], delays: readonly number[], bend: Bend = {}) {
    this.now = start
    this.server = new ModelServer(bend)
    this.#delays = delays
    this.devices = skews.map((skew, name) => new ModelDevice(name, this, skew, bend))
  }
  newId = () => `id-${this.#ids++}`
  delay = () => this.#delays[this.#delayed++ % this.#delays.length] ?? 0
}

export const recordOf = (
  device: ModelDevice,
  id: string,
  code: string,
  event: string,
): Omit<RecordSent, 'sentAt'> => ({
  ...{ id, code, event, siteId: 1, eventOn: null, kind: 'ticket', adults: 1, children: 0, companions: 0 },
  ...{ scannedAt: new Date(device.clock()).toISOString(), overrideReason: null },
  ...{ confirmDuplicate: false, wasOffline: true },
})
