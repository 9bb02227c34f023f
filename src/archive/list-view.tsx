import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import type { Page } from '../web/page.ts'
import { doorsOf } from './doors.ts'
import type { Archived, ArchivedCommitment } from './queries.ts'
import type { ArchivedReport } from './report-queries.ts'
import { classIn, type Known, StandingTag, standing, untilText } from './views.tsx'
import { words } from './words.ts'

/** Many have the same title: what tells one from another stands first, and is what a list of links is read by. */
const Cards = ({ known, items }: { known: Known; items: readonly Archived[] }) => {
  const { language, classes } = known
  return (
    <CardList
      items={items.map((one) => ({
        title: one.parties.join(', ') || one.title[language],
        href: doorsOf(language, one).one,
        lines: [
          one.parties.length > 0 ? one.title[language] : '',
          [one.entry?.recordNumber, one.entry && untilText(language, one, classIn(classes, one.entry))]
            .filter(Boolean)
            .join(' · '),
          <StandingTag language={language} of={standing(known, one)} />,
        ].filter((line) => line !== ''),
      }))}
    />
  )
}

/** All that one keeps; what waits for a decision stands first. */
export const listPage = (
  props: Known & { archived: readonly ArchivedCommitment[]; reports: readonly ArchivedReport[] },
): Page => {
  const { language, archived, reports } = props
  const t = words[language]
  const isDue = (one: Archived) => standing(props, one) === 'due'
  const due = [...archived, ...reports].filter(isDue)
  const groups = [
    { title: t.others, items: archived.filter((one) => !isDue(one)) },
    { title: t.reports, items: reports.filter((one) => !isDue(one)) },
  ]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {archived.length + reports.length === 0 && (
          <Empty title={t.none}>
            <p>{t.noneText}</p>
          </Empty>
        )}
        {due.length > 0 && (
          <>
            <h2>{t.due}</h2>
            <p>{t.dueText}</p>
            <Cards known={props} items={due} />
          </>
        )}
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ title, items }) => (
            <>
              <h2>{title}</h2>
              <Cards known={props} items={items} />
            </>
          ))}
      </>
    ),
  }
}
