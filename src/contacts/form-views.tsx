import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { fieldNames, type Problem } from './forms.ts'
import type { Contact, Owner } from './queries.ts'
import { contactPath, contactsPath, words } from './words.ts'

const sentence = (language: Language, { problems }: Typed, name: string): string | undefined =>
  problems[name] === undefined ? undefined : words[language].problems[problems[name] as Problem]

/** All that is wrong, in the order of the form. */
export const ProblemsOf = ({ language, typed }: { language: Language; typed: Typed }) => {
  const problems = fieldNames.flatMap((name) => {
    const text = sentence(language, typed, name)
    return text === undefined ? [] : [{ name, text }]
  })
  return <ProblemSummary language={language} problems={problems} />
}

type HeadProps = {
  language: Language
  owner: Owner
  title: string
  trail: { label: string; href: string }[]
}

/** Whose contact persons these are, above and below the title. */
export const Head = ({ language, owner, title, trail }: HeadProps) => {
  const { nameFi, nameSv } = owner
  const place = nameFi === null ? null : municipalityName({ nameFi, nameSv }, language)
  return (
    <>
      {trail.length > 0 && <Breadcrumb language={language} trail={trail} here={title} />}
      <h1>{title}</h1>
      <p>
        {words[language].kinds[owner.kind]}: <strong>{owner.name}</strong>
        {place && ` · ${place}`}
      </p>
    </>
  )
}

/** Name, e-mail and phone. Nobody fills in their own here, so the browser is not asked to. */
export const PersonFields = ({ language, typed }: { language: Language; typed: Typed }) => {
  const t = words[language]
  const field = (name: 'name' | 'email' | 'phone') => ({
    name,
    label: t[name],
    value: typed.values[name],
    problem: sentence(language, typed, name),
    autocomplete: 'off',
  })
  return (
    <>
      <p class="hint">{t.workOnly}</p>
      <TextField {...field('name')} />
      <TextField {...field('email')} type="email" hint={t.reachHint} />
      <TextField {...field('phone')} width={12} optional={commonWords[language].optional} />
    </>
  )
}

type OneProps = { language: Language; owner: Owner; contact: Contact; typed: Typed }

const onePage = ({ language, owner, typed }: OneProps, title: string, children: Child): Page => {
  const t = words[language]
  const list = contactsPath(language, owner.kind, owner.id)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <ProblemsOf language={language} typed={typed} />
        <Head language={language} owner={owner} title={title} trail={[{ label: t.title, href: list }]} />
        {children}
      </>
    ),
  }
}

const Back = ({ language, owner }: OneProps) => (
  <LinkButton href={contactsPath(language, owner.kind, owner.id)} secondary>
    {words[language].back}
  </LinkButton>
)

/** A name married, a number moved: the person stays the same. */
export const ChangePage = (props: OneProps): Page => {
  const { language, owner, contact, typed } = props
  const t = words[language]
  const stored = { name: contact.name, email: contact.email ?? '', phone: contact.phone ?? '' }
  return onePage(
    props,
    t.changeTitle,
    <form method="post" action={contactPath(language, 'change', owner, contact.id)} novalidate>
      <p>{t.changeLead}</p>
      <PersonFields language={language} typed={{ ...typed, values: { ...stored, ...typed.values } }} />
      <ButtonRow>
        <Button>{t.save}</Button>
        <Back {...props} />
      </ButtonRow>
    </form>,
  )
}

/** A new one in and the old one out, in one go. */
export const ReplacePage = (props: OneProps): Page => {
  const { language, owner, contact, typed } = props
  const t = words[language]
  return onePage(
    props,
    t.replaceTitle(contact.name),
    <form method="post" action={contactPath(language, 'replace', owner, contact.id)} novalidate>
      <p class="lead">{t.replaceLead}</p>
      <PersonFields language={language} typed={typed} />
      <ButtonRow>
        <Button>{t.replaceButton}</Button>
        <Back {...props} />
      </ButtonRow>
    </form>,
  )
}

/** Asks before somebody is ended; of the last one, says what can be done instead. */
export const EndPage = (props: OneProps & { isLast: boolean }): Page => {
  const { language, owner, contact, isLast } = props
  const t = words[language]
  if (isLast)
    return onePage(
      props,
      t.lastTitle,
      <>
        <Notice kind="info">
          <p>{t.lastText}</p>
        </Notice>
        <ButtonRow>
          <LinkButton href={contactPath(language, 'replace', owner, contact.id)}>
            {t.replaceButton}
          </LinkButton>
          <Back {...props} />
        </ButtonRow>
      </>,
    )
  return onePage(
    props,
    t.endTitle(contact.name),
    <form method="post" action={contactPath(language, 'end', owner, contact.id)}>
      <p class="lead">{t.endLead}</p>
      <ButtonRow>
        <Button>{t.endButton}</Button>
        <Back {...props} />
      </ButtonRow>
    </form>,
  )
}
