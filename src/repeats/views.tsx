import { ticketsText } from '../desk/views.tsx'
import { paths, words } from '../desk/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Repeat } from './queries.ts'
import { repeatPaths, repeatWords } from './words.ts'

const columnsOf = (language: Language): Column<Repeat>[] => {
  const t = repeatWords[language]
  return [
    { label: t.at, header: true, cell: ({ usedOn, usedAt }) => t.when(usedOn, usedAt) },
    { label: t.others, cell: ({ others }) => t.otherTimes(others) },
    { label: t.tickets, cell: (repeat) => ticketsText(language, repeat) },
    { label: t.event, cell: ({ event }) => event ?? t.noEvent },
    { label: t.site, cell: ({ siteName }) => siteName },
    { label: t.card, cell: ({ tail }) => <CodeEnd lastFour={tail} /> },
    {
      label: t.choose,
      cell: ({ id }) => {
        const action = fill(repeatPaths.one[language], { repeat: id })
        return (
          <ButtonRow>
            <PostButton action={action} fields={{ both: 'yes' }} secondary>
              {t.both}
            </PostButton>
            <PostButton action={action} fields={{ both: 'no' }} secondary>
              {t.undo}
            </PostButton>
          </ButtonRow>
        )
      },
    },
  ]
}

/** What a device sent late and looks recorded twice: somebody who was there says whether it was. */
export const repeatsPage = (language: Language, repeats: Repeat[], told: 'kept' | 'undone' | null): Page => {
  const t = repeatWords[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ href: paths.today[language], label: words[language].today }]}
          here={t.title}
        />
        {told && <Notice kind="ok" title={t[told]} />}
        <h1>{t.title}</h1>
        {repeats.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            <LinkButton href={paths.desk[language]}>{words[language].scan}</LinkButton>
          </Empty>
        ) : (
          <>
            <p class="lead">{t.lead}</p>
            <p>{t.what}</p>
            <Table
              {...{ id: 'repeats', caption: t.caption, columns: columnsOf(language), rows: repeats }}
              {...{ empty: t.none, shape: 'stack' }}
            />
          </>
        )}
      </>
    ),
  }
}
