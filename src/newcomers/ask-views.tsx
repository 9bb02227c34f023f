import type { Language } from '../i18n/translated.ts'
import { paths as joining } from '../joining/words.ts'
import { type MunicipalityNames, municipalityChoices } from '../network/rules.ts'
import { pageList } from '../pages/page-list-words.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { fieldsOf } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { placeKinds } from './rules.ts'
import { paths, words } from './words.ts'

const ReadMore = ({ language }: { language: Language }) => (
  <ul>
    <li>
      <a href={pageList.issuers.path[language]}>{words[language].readMore.unit}</a>
    </li>
    <li>
      <a href={pageList.venues.path[language]}>{words[language].readMore.site}</a>
    </li>
  </ul>
)

type AskProps = {
  language: Language
  typed: Typed
  municipalities: readonly (MunicipalityNames & { id: number })[]
}

/** Anyone asks here, in their work, for a place that would like to give cards or to take them. */
export const askPage = ({ language, typed, municipalities }: AskProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, t.problems)
  return {
    title: t.askTitle,
    kind: 'public',
    description: t.askLead,
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        <h1>{t.askTitle}</h1>
        <p class="lead">{t.askLead}</p>
        <p>{t.askNext}</p>
        <ReadMore language={language} />
        <form method="post" action={paths.ask[language]} novalidate>
          <ChipGroup
            {...field('kind')}
            label={t.kind}
            choices={placeKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <TextField {...field('place')} label={t.place} hint={t.placeHint} autocomplete="off" />
          <TextField
            {...field('organisation')}
            label={t.organisation}
            hint={t.organisationHint}
            autocomplete="organization"
          />
          <Select
            {...field('municipality')}
            label={t.municipality}
            options={[
              { value: '', label: t.chooseMunicipality },
              ...municipalityChoices(language, municipalities),
            ]}
          />
          <TextField {...field('name')} label={t.name} width={24} autocomplete="name" />
          <TextField
            {...field('email')}
            label={t.email}
            hint={t.emailHint}
            type="email"
            width={24}
            autocomplete="email"
          />
          <TextArea {...field('message')} label={t.message} hint={t.messageHint} />
          <p>{t.privacy}</p>
          <Button>{t.send}</Button>
        </form>
        <p>
          <a href={joining.interest[language]}>{t.toAreas}</a>
        </p>
      </>
    ),
  }
}

export const thanksPage = (language: Language): Page => {
  const t = words[language]
  return {
    title: t.thanksTitle,
    kind: 'public',
    main: (
      <>
        <Notice kind="ok" level={1} title={t.thanksTitle}>
          <p>{t.thanksText}</p>
        </Notice>
        <ReadMore language={language} />
      </>
    ),
  }
}
