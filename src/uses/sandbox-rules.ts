import type { CardFacts } from '../cards/rules.ts'
import { canonicalNew, formatCode, practiceCode } from '../codes/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { countedDays } from './limit-rules.ts'
import {
  type Home,
  type SiteFacts,
  type SiteLimit,
  type UseKind,
  type UseRefusal,
  useKinds,
} from './rules.ts'

export type SandboxCard = {
  name: string
  /** As printed on a card: `TEST0-001….` */
  code: string
  /** In English, as the whole documentation of the API is. */
  what: string
  /** Why tickets are refused to a scan of now; null when they are given. */
  refusal: UseRefusal | 'unavailable' | null
  /** How long every answer takes. */
  seconds?: number
}

const cards: readonly (readonly [string, SandboxCard['refusal'], string, number?])[] = [
  ['valid', null, 'Valid, without children.'],
  ['validWithChildren', null, 'Valid, with two children.'],
  ['community', null, 'A community card: no limit of children.'],
  ['expired', 'card-expired', 'Valid until yesterday.'],
  ['expiresToday', null, 'Valid until the end of today, in Finland.'],
  ['withdrawn', 'card-blocked', 'No longer in use.'],
  ['replaced', 'card-replaced', 'Replaced by a new card.'],
  ['lost', 'card-lost', 'Reported lost.'],
  ['unregistered', 'card-not-registered', 'Handed out, and not registered yet.'],
  ['otherAreaOnly', 'card-local-only', 'Of a pilot in another area, where alone it works.'],
  ['limitReached', 'limit-reached', 'Has had the one ticket a week that the site gives.'],
  ['slow', null, 'Valid, but each answer takes three seconds.', 3],
  ['unavailable', 'unavailable', 'Answered with 503 and Retry-After, as when the service is away.'],
]

/** The cards of every sandbox, one for each answer. Their codes never change, and no other card has such a code. */
export const sandboxCards: readonly SandboxCard[] = cards.map(([name, refusal, what, seconds], index) => ({
  ...{ name, refusal, what, code: formatCode(practiceCode(index + 1)) },
  ...(seconds === undefined ? {} : { seconds }),
}))

const byCode = new Map(sandboxCards.map((card) => [canonicalNew(card.code), card]))

/** The practice card of a code that was read, however it was typed. */
export const sandboxCardOf = ({ fresh }: { fresh: string | null }): SandboxCard | undefined =>
  fresh === null ? undefined : byCode.get(fresh)

/** Every site of the sandbox is open, and lies in the first of two areas. */
export const sandboxSite = {
  ...{ allowsOverride: true, areaId: 1, crossUse: true, isClosed: false, isPaused: false },
  kinds: useKinds,
} satisfies SiteFacts

const registered = (today: Day): CardFacts => ({
  ...{ type: 'personal', state: 'registered', closedOn: null, children: 0 },
  ...{ registeredOn: addDays(today, -100), validUntil: addDays(today, 264) },
})

/** What stands of each card today, as far as it is not simply registered. */
const facts: Record<string, (today: Day) => Partial<CardFacts>> = {
  validWithChildren: () => ({ children: 2 }),
  community: () => ({ type: 'community' }),
  expired: (today) => ({ registeredOn: addDays(today, -365), validUntil: addDays(today, -1) }),
  expiresToday: (today) => ({ registeredOn: addDays(today, -364), validUntil: today }),
  withdrawn: (today) => ({ state: 'withdrawn', closedOn: addDays(today, -40) }),
  replaced: (today) => ({ state: 'replaced', closedOn: addDays(today, -40) }),
  lost: (today) => ({ state: 'lost', closedOn: addDays(today, -40) }),
  unregistered: () => ({ state: 'stock', registeredOn: null, validUntil: null }),
}

export const sandboxFacts = (
  { name }: SandboxCard,
  asked: { kind: UseKind; event: string | null; usedOn: Day },
  today: Day,
): { card: CardFacts; home: Home; limit: SiteLimit | null } => ({
  card: { ...registered(today), ...facts[name]?.(today) },
  home: name === 'otherAreaOnly' ? { areaId: 2, crossUse: false } : { areaId: 1, crossUse: true },
  limit:
    name === 'limitReached'
      ? {
          ...{ kind: asked.kind, volume: 1, period: 'week', used: 1 },
          days: countedDays('week', asked.usedOn, asked.event),
        }
      : null,
})
