import { lastDayOf } from '../commitment-lists/rules.ts'
import type { CommitmentEvent } from '../commitments/event-queries.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import { words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { inGroups, type Status } from './rules.ts'
import { words } from './words.ts'

const kinds: Record<Status['kind'], TagKind> = {
  draft: 'off',
  waiting: 'wait',
  late: 'no',
  coming: 'ok',
  'in-force': 'ok',
  ends: 'wait',
  never: 'off',
  over: 'off',
  declined: 'no',
  expired: 'no',
  cancelled: 'off',
}

type SaidIn = 'status' | 'says'
/** A status in the words of a tag, or as a sentence. */
export const sayStatus = (language: Language, status: Status, how: SaidIn): string => {
  const t = words[language][how]
  if (status.kind === 'waiting') return t.waiting(status.missing)
  return 'on' in status ? t[status.kind](status.on) : t.plain[status.kind]
}

/** How a commitment stands, in two words. */
const StatusTag = ({ language, status }: { language: Language; status: Status }) => (
  <Tag kind={kinds[status.kind]}>{sayStatus(language, status, 'status')}</Tag>
)

type Declined = Pick<CommitmentEvent, 'partyId' | 'at'> | null
/**
 * What the history says of one party.
 * @property declined the event by which somebody declined, while the commitment stands declined
 * @property signed how the party signed, which may be otherwise than it was asked to
 */
type Story = { declined: Declined; signed: Pick<CommitmentEvent, 'way' | 'details'> | null }
export const noStory: Story = { declined: null, signed: null }
export const storyOf = (
  { id, signedAt }: Party,
  state: Commitment['state'],
  events: readonly CommitmentEvent[],
): Story => {
  const last = (kind: CommitmentEvent['kind'], of: readonly CommitmentEvent[]) =>
    of.findLast((event) => event.kind === kind) ?? null
  const own = events.filter(({ partyId }) => partyId === id)
  return {
    declined: state === 'declined' ? last('declined', events) : null,
    signed: signedAt === null ? null : last('signed', own),
  }
}

/** Whether a party has signed, or has said that it does not. */
const PartyTag = ({
  language,
  party,
  declined,
}: {
  language: Language
  party: Party
  declined: Declined
}) => {
  const t = words[language]
  if (party.signedAt) return <Tag kind="ok">{t.signedAt(dayOf(party.signedAt))}</Tag>
  if (declined?.partyId === party.id) return <Tag kind="no">{t.declinedOn(dayOf(declined.at))}</Tag>
  return <Tag kind={declined ? 'off' : 'wait'}>{t.notSigned}</Tag>
}

/** What one party is, who signs for it and whether they have. Its name is the heading above. */
export const partyRows = (language: Language, party: Party, { declined, signed }: Story): SummaryRow[] => {
  const [t, c] = [words[language], commitmentWords[language]]
  const { side, name, businessId } = party
  const signatory = signed ? (signed.details as { name: string; title: string | null }) : party.signatory
  return [
    ...(c.sides[side] === name ? [] : [{ label: t.side, value: c.sides[side] }]),
    ...(businessId ? [{ label: t.businessId, value: businessId }] : []),
    ...(signatory
      ? [{ label: t.signatory, value: [signatory.name, signatory.title].filter(Boolean).join(', ') }]
      : []),
    { label: t.way, value: c.ways[signed?.way ?? party.way] },
    { label: t.state, value: <PartyTag language={language} party={party} declined={declined} /> },
  ]
}

const periodText = (language: Language, commitment: Commitment, status: Status): string => {
  if (status.kind === 'never') return sayStatus(language, status, 'status')
  const last = lastDayOf(commitment)
  return last === null
    ? words[language].from(commitment.from)
    : words[language].between(commitment.from, last)
}

/** When it binds, by when it is to be signed, and which text it is. */
export const CommitmentFacts = ({
  language,
  commitment,
  status,
  more = [],
}: {
  language: Language
  commitment: Commitment
  status: Status
  /** What only some of its readers are told. */
  more?: readonly SummaryRow[]
}) => {
  const [t, c] = [words[language], commitmentWords[language]]
  const { answerUntil, modelNumber, versionHash, kind, state } = commitment
  return (
    <SummaryList
      rows={[
        { label: t.state, value: <StatusTag language={language} status={status} /> },
        { label: t.kind, value: c.kinds[kind] },
        { label: t.period, value: periodText(language, commitment, status) },
        ...(state === 'waiting' ? [{ label: t.answerUntil, value: t.day(answerUntil) }] : []),
        { label: t.model, value: String(modelNumber) },
        ...more,
        ...(versionHash
          ? [
              {
                label: t.version,
                value: (
                  <>
                    <code>{inGroups(versionHash)}</code>
                    <p class="hint">{t.versionHint}</p>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
