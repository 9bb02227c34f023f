import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { Head, PersonFields, ProblemsOf } from './form-views.tsx'
import type { Contact, Owner } from './queries.ts'
import { contactPath, contactsPath, words } from './words.ts'

type ListProps = {
  language: Language
  owner: Owner
  contacts: Contact[]
  former: Contact[]
  typed: Typed
  done: keyof (typeof words)['fi']['done'] | null
  /** The way back for those who work at the place; a keeper comes from lists of their own. */
  ownPlace: { href: string; confirm: string } | null
}

/** Everyone who answers for a place, with what can be done to each, and the form for one more. */
export const ContactsPage = ({
  language,
  owner,
  contacts,
  former,
  typed,
  done,
  ownPlace,
}: ListProps): Page => {
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemsOf language={language} typed={typed} />
        <Head
          language={language}
          owner={owner}
          title={t.title}
          trail={ownPlace ? [{ label: t.ownPlace, href: ownPlace.href }] : []}
        />
        {done && (
          <Notice kind="ok">
            <p>{t.done[done]}</p>
          </Notice>
        )}
        <p class="lead">{t.lead}</p>
        {contacts.length > 0 ? (
          <ContactTable language={language} owner={owner} contacts={contacts} />
        ) : (
          <Notice kind="warn" title={t.none}>
            <p>{t.noneText}</p>
          </Notice>
        )}
        {ownPlace && contacts.length > 0 && (
          <p>
            <LinkButton href={ownPlace.confirm} secondary>
              {t.confirm}
            </LinkButton>
          </p>
        )}
        <form method="post" action={contactsPath(language, owner.kind, owner.id)} novalidate>
          <h2>{t.add}</h2>
          <PersonFields language={language} typed={typed} />
          <Button>{t.add}</Button>
        </form>
        {former.length > 0 && <Former language={language} former={former} />}
      </>
    ),
  }
}

type TableProps = { language: Language; owner: Owner; contacts: Contact[] }

const ContactTable = ({ language, owner, contacts }: TableProps) => {
  const t = words[language]
  const link = (which: 'change' | 'replace' | 'end', { id, name }: Contact) => (
    <a href={contactPath(language, which, owner, id)}>
      {t[which]}
      <span class="vh"> {t.about(name)}</span>
    </a>
  )
  const columns: Column<Contact>[] = [
    { label: t.name, header: true, cell: ({ name }) => name },
    { label: t.email, cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '–') },
    { label: t.phone, cell: ({ phone }) => phone ?? '–' },
    { label: t.since, cell: ({ madeAt }) => formatDay(language, dayOf(madeAt)) },
    {
      label: t.actions,
      cell: (contact) => (
        <div class="row">
          {link('change', contact)}
          {link('replace', contact)}
          {contacts.length > 1 && link('end', contact)}
        </div>
      ),
    },
  ]
  return (
    <Table id="contacts" caption={t.title} shape="stack" columns={columns} rows={contacts} empty={t.none} />
  )
}

const Former = ({ language, former }: { language: Language; former: Contact[] }) => {
  const t = words[language]
  return (
    <details class="more">
      <summary>{t.former}</summary>
      <ul>
        {former.map(({ name, madeAt, endedAt }) => (
          <li>{t.formerLine(name, madeAt, endedAt!)}</li>
        ))}
      </ul>
    </details>
  )
}
