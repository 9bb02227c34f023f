import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { fill } from '../web/paths.ts'
import type { Change } from './change-rules.ts'
import type { Version } from './edit-queries.ts'
import { editWords, paths } from './edit-words.ts'
import { type StateNow, shipped, stateAt } from './rules.ts'
import { versionWords } from './version-words.ts'

export const moment = (language: Language, at: Date): string =>
  `${formatDay(language, dayOf(at))} ${formatTime(language, at)}`

const looks: Record<StateNow, TagKind> = {
  draft: 'wait',
  scheduled: 'wait',
  shown: 'ok',
  earlier: 'off',
  withdrawn: 'no',
}
export const StateTag = ({ language, state }: { language: Language; state: StateNow }) => (
  <Tag kind={looks[state]}>{editWords[language].states[state]}</Tag>
)

export const saverOf = (language: Language, { madeBy, by }: Version): string =>
  by ?? (madeBy === shipped ? versionWords[language].program : versionWords[language].formerly)

/** How many lines around a change are shown, so that one sees where it is. */
const around = 1

const sameLines = (lines: readonly string[], isFirst: boolean, isLast: boolean): string[] => {
  const kept = (isFirst ? 0 : around) + (isLast ? 0 : around)
  if (lines.length <= kept + 1) return [...lines]
  return [...(isFirst ? [] : lines.slice(0, around)), '…', ...(isLast ? [] : lines.slice(-around))]
}

/** What changed, line by line; the words before each say it too, since colour alone does not. */
export const Changes = ({ language, changes }: { language: Language; changes: readonly Change[] }) => {
  const v = versionWords[language]
  if (changes.length === 0) return <p>{v.noChange}</p>
  return (
    <div class="changes">
      {changes.map(({ kind, lines }, index) => {
        if (kind === 'same')
          return (
            <p class="hint">
              {sameLines(lines, index === 0, index === changes.length - 1)
                .filter((line) => line !== '')
                .map((line) => (
                  <span>{line}</span>
                ))}
            </p>
          )
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark>
            <span class="vh">{kind === 'added' ? v.addedLines : v.removedLines} </span>
            {lines.map((line) => (
              <span>{line}</span>
            ))}
          </Mark>
        )
      })}
    </div>
  )
}

/** Every version of a language, to look at and to bring back. */
export const History = ({
  language,
  versions,
  now,
}: {
  language: Language
  versions: readonly Version[]
  now: Date
}) => {
  const t = editWords[language]
  const v = versionWords[language]
  return (
    <>
      <h2>{v.history}</h2>
      <Table
        id="versions"
        shape="stack"
        caption={v.historyCaption}
        rows={versions}
        empty={v.historyEmpty}
        columns={[
          {
            label: v.savedAt,
            header: true,
            cell: (version) => (
              <a href={fill(paths.version[language], { content: version.contentId, version: version.id })}>
                {moment(language, version.madeAt)}
                <span class="vh">, {v.version(version.id)}</span>
              </a>
            ),
          },
          { label: v.by, cell: (version) => saverOf(language, version) },
          {
            label: t.state,
            cell: (version) => <StateTag language={language} state={stateAt(version, versions, now)} />,
          },
          {
            label: v.shownAt,
            cell: ({ publishAt }) => (publishAt === null ? '–' : moment(language, publishAt)),
          },
        ]}
      />
    </>
  )
}
