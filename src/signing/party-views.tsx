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

/** What one party is, who signs for it and whether they have. */
export const partyRows = (language: Language, party: Party): SummaryRow[] => {
  const [t, c] = [words[language], commitmentWords[language]]
  const { side, businessId, signatory, way, signedAt } = party
  return [
    { label: c.sides[side], value: party.name },
    ...(businessId ? [{ label: t.businessId, value: businessId }] : []),
    ...(signatory
      ? [{ label: t.signatory, value: [signatory.name, signatory.title].filter(Boolean).join(', ') }]
      : []),
    { label: t.way, value: c.ways[way] },
    {
      label: t.state,
      value: (
        <Tag kind={signedAt ? 'ok' : 'wait'}>{signedAt ? t.signedAt(dayOf(signedAt)) : t.notSigned}</Tag>
      ),
    },
  ]
}

/** When it binds, by when it is to be signed, and which text it is. */
export const CommitmentFacts = ({
  language,
  commitment,
  status,
}: {
  language: Language
  commitment: Commitment
  status: Status
}) => {
  const [t, c] = [words[language], commitmentWords[language]]
  const { from, until, answerUntil, modelNumber, versionHash, kind, state } = commitment
  return (
    <SummaryList
      rows={[
        { label: t.state, value: <StatusTag language={language} status={status} /> },
        { label: t.kind, value: c.kinds[kind] },
        { label: t.period, value: until === null ? t.from(from) : t.between(from, until) },
        ...(state === 'waiting' ? [{ label: t.answerUntil, value: t.day(answerUntil) }] : []),
        { label: t.model, value: String(modelNumber) },
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
