import { sides } from '../access.ts'
import { roleNames } from '../accounts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { fieldProblems } from './field-problems.tsx'
import type { ProviderName } from './queries.ts'
import type { GroupRole } from './rules.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  typed: Typed
  provider: ProviderName
  role: GroupRole
  places: { id: number; name: string }[]
}

/** Which group gives the role, and where. */
export const AddGroupPage = ({ language, typed, provider, role, places }: Props): Page => {
  const t = words[language]
  const title = t.addGroupFor(roleNames[language][role])
  const back = fill(paths.provider[language], { provider: provider.id })
  const { say, summary } = fieldProblems(language, typed, ['groupName', 'place', 'side'])
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[
            { label: t.providers, href: paths.providers[language] },
            { label: provider.name, href: back },
          ]}
          here={title}
        />
        {summary}
        <h1>{title}</h1>
        <form
          method="post"
          action={fill(paths.addGroup[language], { provider: provider.id, role })}
          novalidate
        >
          <TextField
            name="groupName"
            label={t.group}
            hint={t.groupHint}
            autocomplete="off"
            value={typed.values.groupName}
            problem={say('groupName')}
          />
          <Select
            name="place"
            label={t.place}
            value={typed.values.place}
            problem={say('place')}
            options={[
              { value: '', label: t.choosePlace },
              ...places.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          {role === 'coordinator' && (
            <ChipGroup
              name="side"
              label={t.side}
              choices={sides.map((side) => ({ value: side, label: t.sides[side] }))}
              value={typed.values.side}
              problem={say('side')}
            />
          )}
          <ButtonRow>
            <Button>{t.giveRole}</Button>
            <LinkButton secondary href={back}>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
