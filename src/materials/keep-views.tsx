import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { FileLink } from './file-views.tsx'
import { type Done, keepWords, sayProblem } from './keep-words.ts'
import type { Material, MaterialFile } from './queries.ts'
import { type MaterialState, saidIn, stateOf } from './rules.ts'
import { factsOf, SaidText } from './views.tsx'
import { paths, stateNames, words } from './words.ts'

const tags: Record<MaterialState, TagKind> = { draft: 'wait', published: 'ok', withdrawn: 'off' }
const StateTag = ({ language, state }: { language: Language; state: MaterialState }) => (
  <Tag kind={tags[state]}>{stateNames[language][state]}</Tag>
)

type KeptProps = { language: Language; rows: readonly Material[] }

/** Everything that one keeps, by how far it is. */
export const keptPage = ({ language, rows }: KeptProps): Page => {
  const [t, w] = [keepWords[language], words[language]]
  const add = <LinkButton href={paths.add[language]}>{t.add}</LinkButton>
  const groups = (['draft', 'published', 'withdrawn'] as const)
    .map((state) => ({ state, items: rows.filter((row) => stateOf(row) === state) }))
    .filter(({ items }) => items.length > 0)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {rows.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {add}
          </Empty>
        ) : (
          <>
            <ButtonRow>
              {add}
              <LinkButton secondary href={paths.list[language]}>
                {t.seePublic}
              </LinkButton>
            </ButtonRow>
            {groups.map(({ state, items }) => (
              <>
                <h2>{stateNames[language][state]}</h2>
                <CardList
                  items={items.map((row) => ({
                    title: saidIn(row.title, language).text,
                    href: fill(paths.kept[language], { material: row.id }),
                    lines: [
                      `${row.year} · ${row.area ?? w.nation}`,
                      row.files.map(({ kind }) => w.kinds[kind]).join(', ') || t.noFiles,
                      w.taken(row.taken) ?? '',
                    ].filter((line) => line !== ''),
                  }))}
                />
              </>
            ))}
          </>
        )}
      </>
    ),
  }
}

/** The way back from what belongs to a material. */
export const trailTo = (language: Language, row: Material) => [
  { label: keepWords[language].title, href: paths.keep[language] },
  { label: saidIn(row.title, language).text, href: fill(paths.kept[language], { material: row.id }) },
]

const FileState = (props: {
  language: Language
  row: Material
  file: MaterialFile
  state: 'removed' | 'kept'
}) => {
  const { language, row, file, state } = props
  const t = keepWords[language]
  const action = fill(paths.fileState[language], { material: row.id, file: file.id })
  return (
    <PostButton secondary action={action} fields={{ state }}>
      {state === 'removed' ? t.removeFile : t.restoreFile}
      <span class="vh">: {file.name}</span>
    </PostButton>
  )
}

const Files = ({ language, row }: { language: Language; row: Material }) => {
  const t = keepWords[language]
  const add = <LinkButton href={fill(paths.addFile[language], { material: row.id })}>{t.addFile}</LinkButton>
  if (row.files.length === 0)
    return (
      <Empty title={t.noFiles}>
        <p>{t.noFilesWhy}</p>
        {add}
      </Empty>
    )
  return (
    <>
      <ul class="files">
        {row.files.map((file) => (
          <li>
            <FileLink language={language} file={file} files={row.files} title={file.name} look="later" />
            <p class="hint">
              <bdi>{file.name}</bdi>
            </p>
            <ButtonRow>
              <LinkButton
                secondary
                href={fill(paths.replaceFile[language], { material: row.id, file: file.id })}
              >
                {t.replaceFile}
                <span class="vh">: {file.name}</span>
              </LinkButton>
              <FileState language={language} row={row} file={file} state="removed" />
            </ButtonRow>
          </li>
        ))}
      </ul>
      <p>{add}</p>
    </>
  )
}

const Removed = ({ language, row }: { language: Language; row: Material }) => {
  const t = keepWords[language]
  if (row.removed.length === 0) return null
  return (
    <>
      <h2>{t.removed}</h2>
      <p>{t.removedWhy}</p>
      <ul class="files">
        {row.removed.map((file) => (
          <li>
            <p>
              <bdi>{file.name}</bdi> <span class="hint">{words[language].size(file.size)}</span>
            </p>
            <FileState language={language} row={row} file={file} state="kept" />
          </li>
        ))}
      </ul>
    </>
  )
}

type OneProps = {
  language: Language
  row: Material
  done: Done | null
  /** What takes back what has just been done. */
  undo: { action: string; fields: Record<string, string>; label: string } | null
  typed: Typed
}

/** A material for its keeper: its state, its files, and what can be done. */
export const keptOnePage = ({ language, row, done, undo, typed }: OneProps): Page => {
  const t = keepWords[language]
  const title = saidIn(row.title, language).text
  const state = stateOf(row)
  const problems = Object.entries(typed.problems).map(([name, problem]) => ({
    name: name === 'state' ? '' : name,
    text: sayProblem(language, problem) ?? problem,
  }))
  const action = fill(paths.state[language], { material: row.id })
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <Breadcrumb language={language} trail={trailTo(language, row).slice(0, 1)} here={title} />
        {done && (
          <Notice kind="ok" title={t.done[done]}>
            {undo && (
              <PostButton secondary action={undo.action} fields={undo.fields}>
                {undo.label}
              </PostButton>
            )}
          </Notice>
        )}
        <h1>
          <SaidText said={row.title} language={language} />
        </h1>
        <p>
          <SaidText said={row.description} language={language} />
        </p>
        <ButtonRow>
          {state !== 'published' && row.files.length > 0 && (
            <PostButton action={action} fields={{ state: 'published' }}>
              {state === 'draft' ? t.publish : t.publishAgain}
            </PostButton>
          )}
          <LinkButton secondary href={fill(paths.one[language], { material: row.id })}>
            {t.preview}
          </LinkButton>
          <LinkButton secondary href={fill(paths.change[language], { material: row.id })}>
            {t.change}
          </LinkButton>
          <LinkButton secondary href={fill(paths.former[language], { material: row.id })}>
            {t.former}
          </LinkButton>
          {state === 'published' && (
            <PostButton secondary action={action} fields={{ state: 'withdrawn' }}>
              {t.withdraw}
            </PostButton>
          )}
        </ButtonRow>
        <h2>{words[language].files}</h2>
        <Files language={language} row={row} />
        <SummaryList
          rows={[
            { label: t.state, value: <StateTag language={language} state={state} /> },
            { label: t.downloads, value: formatNumber(language, row.taken) },
            ...factsOf(row, language).slice(0, -1),
            { label: t.changed, value: formatDay(language, dayOf(row.changedAt)) },
          ]}
        />
        <Removed language={language} row={row} />
      </>
    ),
  }
}
