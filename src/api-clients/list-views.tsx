import type { Role } from '../access.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Code } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Program } from './queries.ts'
import { paths, words } from './words.ts'

/** The three who look at programs; each sees the list from another side. */
export type Viewer = 'venue' | 'intermediary' | 'centre'
export const viewerOf = (role: Role): Viewer =>
  role === 'venue' || role === 'intermediary' ? role : 'centre'

type ListProps = { language: Language; viewer: Viewer; programs: readonly Program[] }

/** Whose a program is, in the eyes of who looks. */
export const keeperOf = (language: Language, { isOwn, keeper }: Program) =>
  isOwn ? words[language].ownKeeper : (keeper ?? words[language].noKeeper)

/** What a program is to a site: may it record there now? To its maker: does it stand? */
export const StateTag = ({
  language,
  viewer,
  program,
}: Omit<ListProps, 'programs'> & { program: Program }) => {
  const t = words[language]
  if (program.endedAt) return <Tag kind="off">{t.ended}</Tag>
  if (viewer !== 'venue') return <Tag kind="ok">{t.inUse}</Tag>
  return program.approvals > 0 ? <Tag kind="ok">{t.approved}</Tag> : <Tag kind="off">{t.notApproved}</Tag>
}

const columnsFor = ({ language, viewer }: ListProps): Column<Program>[] => {
  const t = words[language]
  const sites: Column<Program>[] =
    viewer === 'venue' ? [] : [{ label: t.approvals, cell: ({ approvals }) => t.sites(approvals) }]
  const whose: Column<Program>[] =
    viewer === 'intermediary' ? [] : [{ label: t.keeper, cell: (program) => keeperOf(language, program) }]
  return [
    {
      label: t.name,
      header: true,
      cell: ({ id, name, isTest }) => (
        <>
          <a href={fill(paths.one[language], { program: id })}>{name}</a>{' '}
          {isTest && <Tag kind="wait">{t.test}</Tag>}
        </>
      ),
    },
    ...whose,
    {
      label: t.starts,
      cell: ({ starts }) =>
        starts.length === 0
          ? t.noKeys
          : starts.map((start) => (
              <div>
                <Code>{start}</Code>
              </div>
            )),
    },
    {
      label: t.lastUsed,
      cell: ({ lastUsedOn }) => (lastUsedOn ? formatDay(language, lastUsedOn) : t.never),
    },
    ...sites,
    {
      label: t.state,
      cell: (program) => <StateTag language={language} viewer={viewer} program={program} />,
    },
  ]
}

/** The programs that somebody has to do with. */
export const listPage = (props: ListProps): Page => {
  const { language, viewer, programs } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.leads[viewer]}</p>
        {viewer !== 'centre' && (
          <ButtonRow>
            {viewer === 'venue' && <LinkButton href={paths.choose[language]}>{t.approve}</LinkButton>}
            <LinkButton secondary={viewer === 'venue'} href={paths.make[language]}>
              {viewer === 'venue' ? t.make : t.makeVendor}
            </LinkButton>
          </ButtonRow>
        )}
        {programs.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy[viewer]}</p>
          </Empty>
        ) : (
          <Table
            id="programs"
            caption={t.list}
            shape="stack"
            empty={t.none}
            rows={programs}
            columns={columnsFor(props)}
          />
        )}
      </>
    ),
  }
}
