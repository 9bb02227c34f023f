import { type PersonRole, sides } from '../access.ts'
import { roleNames } from '../accounts/words.ts'
import { languageNames } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Place, PlaceKind } from './place-queries.ts'
import { sentences } from './sentences.tsx'
import { paths, words } from './words.ts'

type InviteProps = {
  language: Language
  typed: Typed
  /** Those that one may give. */
  roles: readonly PersonRole[]
  /** Null while it is still to be chosen. */
  role: PersonRole | null
  kind: PlaceKind | null
  places: Place[]
  /** The chosen place's id, or nothing. */
  place: string
}

export const InvitePage = (props: InviteProps): Page => {
  const { language, typed, role, kind, places } = props
  const t = words[language]
  const { summary } = sentences(language, typed, ['role', 'place', 'side', 'email', 'language'])
  const hasNoPlace = kind !== null && places.length === 0
  return {
    title: t.invite,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Breadcrumb
          language={language}
          trail={[{ label: t.people, href: paths.people[language] }]}
          here={t.invite}
        />
        <h1>{t.invite}</h1>
        <p class="lead">{t.inviteWhat}</p>
        {role === null && <RoleChoice {...props} />}
        {role !== null && hasNoPlace && <NoPlace {...props} />}
        {role !== null && !hasNoPlace && <Invitation {...props} role={role} />}
      </>
    ),
  }
}

const RoleChoice = ({ language, typed, roles }: InviteProps) => {
  const t = words[language]
  const { say } = sentences(language, typed, ['role'])
  return (
    <form method="get" action={paths.invite[language]}>
      <ChipGroup
        name="role"
        label={t.whichRole}
        choices={roles.map((value) => ({ value, label: roleNames[language][value] }))}
        problem={say('role')}
      />
      <Button>{t.continue}</Button>
    </form>
  )
}

const NoPlace = ({ language }: InviteProps) => {
  const t = words[language]
  return (
    <Empty title={t.noPlaces}>
      <p>{t.noPlacesThen}</p>
      <LinkButton secondary href={paths.invite[language]}>
        {t.otherRole}
      </LinkButton>
    </Empty>
  )
}

const Invitation = (props: InviteProps & { role: PersonRole }) => {
  const { language, typed, roles, role, kind, places } = props
  const t = words[language]
  const { say } = sentences(language, typed, [])
  const only = kind !== null && places.length === 1 ? places[0] : undefined
  return (
    <form method="post" action={paths.invite[language]} novalidate>
      <input type="hidden" name="role" value={role} />
      {only && <input type="hidden" name="place" value={String(only.id)} />}
      <SummaryList
        rows={[
          {
            label: t.role,
            value: roleNames[language][role],
            ...(roles.length > 1
              ? { change: { href: paths.invite[language], label: t.otherRole, about: '' } }
              : {}),
          },
          ...(only && kind ? [{ label: t.placeOf[kind], value: only.name }] : []),
        ]}
      />
      {kind !== null && !only && (
        <Select
          name="place"
          label={t.placeOf[kind]}
          value={props.place}
          problem={say('place')}
          options={[
            { value: '', label: t.choosePlace },
            ...places.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      {role === 'coordinator' && (
        <ChipGroup
          name="side"
          label={t.side}
          value={typed.values.side}
          choices={sides.map((value) => ({ value, label: t.sides[value] }))}
          problem={say('side')}
        />
      )}
      <TextField
        name="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        autocomplete="off"
        value={typed.values.email}
        problem={say('email')}
      />
      <ChipGroup
        name="language"
        label={t.letterLanguage}
        value={typed.values.language ?? language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        problem={say('language')}
      />
      <ButtonRow>
        <Button>{t.sendInvitation}</Button>
        <LinkButton secondary href={paths.people[language]}>
          {t.keep}
        </LinkButton>
      </ButtonRow>
    </form>
  )
}
