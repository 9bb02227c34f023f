import type { Child } from 'hono/jsx'
import { paths as brochures, words as brochureWords } from '../brochures/words.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as joining, words as joiningWords } from '../joining/words.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { areaHistory, areaPhaseOn, type NewStage, phaseOn, stageOn } from '../network/membership-rules.ts'
import { formatSpan, phaseNames } from '../network/phase-words.ts'
import { municipalityName, type Phase } from '../network/rules.ts'
import type { WaitingLines } from '../signing/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { Waiting } from '../web/components/waiting.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { KeptArea, Member } from './queries.ts'
import { type Check, nextPhase } from './rules.ts'
import { listsOf, paths, words } from './words.ts'

const kinds: Record<Phase, TagKind> = {
  interest: 'off',
  preparing: 'wait',
  pilot: 'wait',
  permanent: 'ok',
  ended: 'no',
}

export const areaName = ({ name, nameSv }: Pick<KeptArea, 'name' | 'nameSv'>, language: Language) =>
  language === 'sv' ? (nameSv ?? name) : name

export const PhaseTag = ({ language, phase }: { language: Language; phase: Phase | null }) =>
  phase === null ? (
    <Tag kind="off">{words[language].notBegun}</Tag>
  ) : (
    <Tag kind={kinds[phase]}>{phaseNames[language][phase]}</Tag>
  )

type ListProps = {
  language: Language
  today: Day
  areas: readonly (KeptArea & { members: NewStage[][] })[]
  mayOpen: boolean
  /** Those whose brochure of the year is still to be made. */
  withoutBrochure: readonly KeptArea[]
  /** What waits for the reader's signature. */
  waiting: WaitingLines | null
}

/** What waits for the coordinators since the year began. */
const BrochureTask = ({ language, today, withoutBrochure }: ListProps) =>
  withoutBrochure.length === 0 ? null : (
    <Notice kind="warn" title={brochureWords[language].dueTitle(yearOf(today))}>
      <ul>
        {withoutBrochure.map((area) => (
          <li>
            <a href={fill(brochures.draft[language], { area: area.id })}>
              {brochureWords[language].open}: {areaName(area, language)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )

export const AreasPage = (props: ListProps): Page => {
  const { language, today, areas, mayOpen } = props
  const t = words[language]
  const open = mayOpen && <LinkButton href={paths.open[language]}>{t.open}</LinkButton>
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Waiting waiting={props.waiting} />
        <BrochureTask {...props} />
        {areas.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {open}
          </Empty>
        ) : (
          <>
            {open && <p>{open}</p>}
            <Table
              id="areas"
              caption={t.title}
              shape="stack"
              rows={areas}
              empty={t.none}
              columns={[
                {
                  label: t.area,
                  header: true,
                  cell: (area) => (
                    <a href={fill(paths.area[language], { area: area.id })}>{areaName(area, language)}</a>
                  ),
                },
                {
                  label: t.phase,
                  cell: ({ members }) => <PhaseTag language={language} phase={areaPhaseOn(members, today)} />,
                },
                {
                  label: t.municipalities,
                  number: true,
                  cell: ({ members }) =>
                    String(members.filter((stages) => phaseOn(stages, today) !== 'ended').length),
                },
              ]}
            />
          </>
        )}
      </>
    ),
  }
}

type AreaProps = {
  language: Language
  today: Day
  area: KeptArea
  members: readonly Member[]
  checks: readonly Check[]
  /** What stands of its local page. */
  localPage: Child
  mayChange: boolean
  /** What was just done, in words. */
  done: string | null
}

const Checklist = ({
  language,
  checks,
  phase,
}: Pick<AreaProps, 'language' | 'checks'> & { phase: Phase | null }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.before[nextPhase(phase) ?? 'none']}</h2>
      <p>{t.checkLead}</p>
      <SummaryList
        rows={checks.map(({ name, isDone, missing }) => ({
          label: t.checks[name],
          value: (
            <Tag kind={isDone ? 'ok' : 'wait'}>
              {isDone ? t.done : missing > 0 ? t.missingOf(missing) : t.missing}
            </Tag>
          ),
        }))}
      />
    </>
  )
}

/** The row to tell of a municipality: that of today, else its last. */
const toldOf = ({ stages }: Member, today: Day) => stageOn(stages, today) ?? stages.at(-1)!

const Members = ({ language, today, area, members, mayChange }: AreaProps) => {
  const t = words[language]
  const change: Column<Member> = {
    label: t.change,
    cell: (member) => (
      <a href={fill(paths.member[language], { area: area.id, municipality: member.id })}>
        {t.change}
        <span class="vh"> {municipalityName(member, language)}</span>
      </a>
    ),
  }
  return (
    <Table
      id="members"
      caption={t.municipalities}
      shape="stack"
      rows={members}
      empty={t.noMembers}
      columns={[
        { label: t.municipality, header: true, cell: (member) => municipalityName(member, language) },
        {
          label: t.phase,
          cell: (member) => <PhaseTag language={language} phase={phaseOn(member.stages, today)} />,
        },
        {
          label: t.time,
          cell: (member) => {
            const { from, until } = toldOf(member, today)
            return formatSpan(language, from, until)
          },
        },
        {
          label: t.crossUse,
          cell: (member) => (toldOf(member, today).crossUse ? t.crossYes : t.crossNo),
        },
        ...(mayChange ? [change] : []),
      ]}
    />
  )
}

/** The phases of a municipality or an area, oldest first. */
export const Eras = ({
  language,
  eras,
}: {
  language: Language
  eras: readonly Pick<NewStage, 'phase' | 'from' | 'until'>[]
}) => (
  <ul>
    {eras.map(({ phase, from, until }) => (
      <li>
        {phaseNames[language][phase]}: {formatSpan(language, from, until)}
      </li>
    ))}
  </ul>
)

export const AreaPage = (props: AreaProps): Page => {
  const { language, today, area, members, checks, localPage, mayChange, done } = props
  const t = words[language]
  const phase = areaPhaseOn(
    members.map(({ stages }) => stages),
    today,
  )
  const title = areaName(area, language)
  const lists = listsOf(language, area.id)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        {done && <Notice kind="ok">{<p>{done}</p>}</Notice>}
        <h1>{title}</h1>
        <p>
          <PhaseTag language={language} phase={phase} />
        </p>
        <ButtonRow>
          <LinkButton secondary href={lists.units}>
            {t.units}
          </LinkButton>
          <LinkButton secondary href={lists.sites}>
            {t.sites}
          </LinkButton>
          <LinkButton secondary href={fill(joining.plan[language], { area: area.id })}>
            {joiningWords[language].planTitle}
          </LinkButton>
          <LinkButton secondary href={fill(brochures.draft[language], { area: area.id })}>
            {brochureWords[language].title}
          </LinkButton>
        </ButtonRow>
        <Members {...props} />
        {mayChange && (
          <p>
            <LinkButton href={fill(paths.join[language], { area: area.id })}>{t.join}</LinkButton>
          </p>
        )}
        <Checklist language={language} checks={checks} phase={phase} />
        {localPage}
        <h2>{t.history}</h2>
        <p>{t.historyWhy}</p>
        <Eras language={language} eras={areaHistory(members.map(({ stages }) => stages))} />
      </>
    ),
  }
}
