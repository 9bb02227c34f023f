import type { Contact, Owner } from '../contacts/queries.ts'
import { contactPath, contactsPath } from '../contacts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { formatDay } from '../i18n/translated.ts'
import { paths as ownPlaces } from '../own-place/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { fieldNames, type Problem } from './forms.ts'
import type { Confirmed } from './queries.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  year: number
  place: Owner
  contacts: Contact[]
  confirmed: Confirmed | undefined
  typed: Typed
}

/** One page: who answers for the place, that this holds, and when the staff was instructed. */
export const ConfirmPage = (props: Props): Page => {
  const { language, year, place, contacts, confirmed } = props
  const t = words[language]
  const title = t.title(year)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Problems {...props} />
        <Breadcrumb
          language={language}
          trail={[{ label: t.ownPlace, href: ownPlaces.ownPlace[language] }]}
          here={title}
        />
        <h1>{title}</h1>
        <p>
          <strong>{place.name}</strong>
        </p>
        {confirmed ? (
          <Notice kind="ok" title={t.doneTitle(year)}>
            <p>{t.doneText(confirmed.confirmedAt, confirmed.instructedOn)}</p>
            <p>{t.doneAgain}</p>
          </Notice>
        ) : (
          <p class="lead">{t.lead}</p>
        )}
        <h2>{t.contacts}</h2>
        {contacts.length > 0 ? (
          <>
            <Contacts language={language} place={place} contacts={contacts} />
            <ConfirmForm {...props} />
          </>
        ) : (
          <Notice kind="warn" title={t.noContact}>
            <p>{t.noContactText}</p>
            <p>
              <LinkButton href={contactsPath(language, place.kind, place.id)}>{t.addContact}</LinkButton>
            </p>
          </Notice>
        )}
      </>
    ),
  }
}

const sentence = ({ language, typed }: Pick<Props, 'language' | 'typed'>, name: string) =>
  typed.problems[name] === undefined ? undefined : words[language].problems[typed.problems[name] as Problem]

const Problems = (props: Props) => {
  const problems = fieldNames.flatMap((name) => {
    const text = sentence(props, name)
    return text === undefined ? [] : [{ name, text }]
  })
  return <ProblemSummary language={props.language} problems={problems} />
}

const Contacts = ({ language, place, contacts }: Pick<Props, 'language' | 'place' | 'contacts'>) => {
  const t = words[language]
  return (
    <>
      <SummaryList
        rows={contacts.map(({ id, name, email, phone }) => ({
          label: name,
          value: email || phone ? [email, phone].filter(Boolean).map((way) => <div>{way}</div>) : t.noReach,
          change: {
            href: contactPath(language, 'change', place, id),
            label: t.change,
            about: t.about(name),
          },
        }))}
      />
      <p>
        <a href={contactsPath(language, place.kind, place.id)}>{t.someoneElse}</a>
      </p>
    </>
  )
}

const ConfirmForm = (props: Props) => {
  const { language, confirmed, typed } = props
  const t = words[language]
  const stored = confirmed && formatDay(language === 'en' ? 'fi' : language, confirmed.instructedOn)
  return (
    <form method="post" action={paths.confirm[language]} novalidate>
      <Checkbox
        name="holds"
        label={t.holds}
        checked={typed.values.holds === 'yes'}
        problem={sentence(props, 'holds')}
      />
      <TextField
        name="instructed"
        label={t.instructed}
        hint={t.instructedHint}
        width={12}
        autocomplete="off"
        value={typed.values.instructed ?? stored}
        problem={sentence(props, 'instructed')}
      />
      <Button secondary={confirmed !== undefined}>
        {confirmed ? commonWords[language].save : t.confirm}
      </Button>
    </form>
  )
}
