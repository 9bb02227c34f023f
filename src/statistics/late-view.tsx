import { formatNumber, type Language } from '../i18n/translated.ts'
import { correctionLines, correctionNotes, correctionWords } from '../publications/correction-words.ts'
import { LaterChanges } from '../web/components/later-changes.tsx'
import type { Column } from '../web/components/table.tsx'
import type { Part } from './period-charts-view.tsx'
import type { MonthCounts } from './rules.ts'

/** A month such as `2026-03`, with the tickets that came and went after its quarter was closed. */
export type LateMonth = { month: string; added: number; removed: number }

/** Marks the months that changed after closing; no column while none did. */
export const lateColumns = (
  language: Language,
  months: readonly MonthCounts[],
  late: readonly LateMonth[],
): Column<MonthCounts>[] => {
  const changes = new Map(late.map(({ month, added, removed }) => [month, added - removed]))
  const changeOf = ({ month }: MonthCounts) => changes.get(month.slice(0, 7))
  if (!months.some((month) => changeOf(month) !== undefined)) return []
  const say = (change: number | undefined) => {
    if (change === undefined) return ''
    return `${change > 0 ? '+' : ''}${formatNumber(language, change)}`.replace('-', '−')
  }
  return [{ label: correctionWords[language].late, number: true, cell: (month) => say(changeOf(month)) }]
}

/** What was told of a closed period afterwards; nothing while nothing was. */
export const LateCorrections = ({ language, shown }: Part) => (
  <LaterChanges
    changes={correctionLines(language, shown.corrections)}
    note={correctionNotes(language, 'country', shown.corrections)}
    words={correctionWords[language]}
  />
)
