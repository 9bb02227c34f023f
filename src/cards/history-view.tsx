import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Table } from '../web/components/table.tsx'
import type { CardEvent } from './life-queries.ts'
import { isKnownByDay } from './life-rules.ts'
import { lifeWords } from './life-words.ts'

const whenOf = (language: Language, one: CardEvent) =>
  isKnownByDay(one) ? formatDay(language, dayOf(one.at)) : lifeWords[language].moment(one.at)

/** What has happened to a card, the latest first. */
export const History = ({ language, events }: { language: Language; events: readonly CardEvent[] }) => {
  const t = lifeWords[language]
  return (
    <Table
      id="history"
      caption={t.history}
      columns={[
        { label: t.when, cell: (one: CardEvent) => whenOf(language, one) },
        { label: t.what, cell: ({ event }: CardEvent) => t.events[event] ?? event },
      ]}
      rows={events}
      empty={t.noHistory}
    />
  )
}
