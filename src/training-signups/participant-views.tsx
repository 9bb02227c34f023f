import type { Language } from '../i18n/translated.ts'
import type { Training } from '../trainings/rules.ts'
import { titleIn, paths as trainings, whenText } from '../trainings/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, PostButton } from '../web/components/button.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Participant } from './queries.ts'
import { type Seat, seatOf } from './rules.ts'
import { paths, words } from './words.ts'

const tags: Record<Seat, TagKind> = { seat: 'ok', waiting: 'wait', none: 'off' }

type Props = {
  language: Language
  training: Training
  people: readonly Participant[]
  /** Whether it has begun, so that one can say who came. */
  hasBegun: boolean
  typed: Typed
}

const Came = ({
  language,
  training,
  person,
}: Pick<Props, 'language' | 'training'> & { person: Participant }) => {
  const t = words[language]
  const mark = (came: 'yes' | 'no' | 'unknown', label: string) => (
    <PostButton
      secondary
      action={fill(paths.participants[language], { training: training.id })}
      fields={{ signUp: person.id, came }}
    >
      {label}
      <span class="vh">: {person.name}</span>
    </PostButton>
  )
  if (person.attended !== null)
    return (
      <>
        {t.attended[person.attended ? 'yes' : 'no']} {mark('unknown', t.takeBack)}
      </>
    )
  return (
    <ButtonRow>
      {mark('yes', t.markCame)}
      {mark('no', t.markAway)}
    </ButtonRow>
  )
}

/** Who comes, for who holds the training; once it has begun, who came. */
export const participantsPage = (props: Props): Page => {
  const { language, training, people, hasBegun, typed } = props
  const t = words[language]
  const title = titleIn(language, training)
  const columns: Column<Participant>[] = [
    { label: t.name, header: true, cell: ({ name }) => name },
    { label: t.email, cell: ({ email }) => email },
    {
      label: t.state,
      cell: ({ own }) => {
        const seat = seatOf(own ?? 0, training.seats)
        return <Tag kind={tags[seat]}>{t.states[seat]}</Tag>
      },
    },
    {
      label: t.attendance,
      cell: (person) =>
        hasBegun && person.own !== null ? <Came {...{ language, training, person }} /> : t.attended.unknown,
    },
  ]
  const said: Readonly<Record<string, string>> = t.problems
  return {
    title: t.participants,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: title.text, href: fill(trainings.one[language], { training: training.id }) }]}
          here={t.participants}
        />
        <ProblemSummary
          language={language}
          problems={Object.values(typed.problems).map((name) => ({ name: '', text: said[name] ?? name }))}
        />
        <h1>{t.participants}</h1>
        <p>
          {title.text}, {whenText(language, training)}
        </p>
        <p class="lead">{t.participantsLead}</p>
        <Table
          id="participants"
          caption={t.signedUp(people.filter(({ own }) => own !== null).length)}
          columns={columns}
          rows={people}
          empty={t.nobody}
          shape="stack"
        />
      </>
    ),
  }
}
