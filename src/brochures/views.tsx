import { paths as areaPaths, words as areaWords } from '../areas/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { type MunicipalityNames, municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Draft } from './content-rules.ts'
import { ownFields } from './forms.ts'
import type { Register } from './queries.ts'
import { byMunicipality, editionKey, type KeptEdition, printedName } from './rules.ts'
import type { Withdrawal } from './withdrawal-queries.ts'
import { paths, words } from './words.ts'

export type Area = { id: number; name: string; nameSv: string | null }
const areaName = ({ name, nameSv }: Area, language: Language) => (language === 'sv' && nameSv) || name

/** The way back from the pages of an area’s brochure. */
export const trailOf = (language: Language, area: Area) => [
  { label: areaWords[language].title, href: areaPaths.list[language] },
  { label: areaName(area, language), href: fill(areaPaths.area[language], { area: area.id }) },
]

/** What the page says to be done, by the name in its address. */
export const doneThings = ['saved', 'published', 'withdrawn'] as const

type DraftProps = {
  language: Language
  typed: Typed
  area: Area
  register: Register
  draft: Draft
  editions: readonly KeptEdition[]
  withdrawals: readonly Withdrawal[]
  year: number
  done: (typeof doneThings)[number] | null
}
type Place = MunicipalityNames & { id: number; name: string }

/** Every place of the register with a tick, under its municipality. */
const PlaceChoices = (
  props: Pick<DraftProps, 'language' | 'typed'> & {
    kind: 'site' | 'unit'
    places: readonly Place[]
    without: readonly number[]
  },
) => {
  const { language, typed, kind, places, without } = props
  const { compare } = new Intl.Collator(language)
  const wasSent = Object.keys(typed.values).length > 0
  const isTicked = (id: number) => (wasSent ? typed.values[`${kind}-${id}`] === 'yes' : !without.includes(id))
  return (
    <>
      <input type="hidden" name={`${kind}s`} value={places.map(({ id }) => id).join(',')} />
      {byMunicipality(places, (place) => municipalityName(place, language), compare).map((group) => (
        <fieldset>
          <legend>{group.municipality}</legend>
          {group.places.map(({ id, name }) => (
            <label class="check">
              <input type="checkbox" name={`${kind}-${id}`} value="yes" checked={isTicked(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  )
}

/** The area's own words in one language, folded away unless they are there or need a look. */
const OwnTexts = ({
  language,
  draft,
  typed,
  of,
  at,
}: Pick<DraftProps, 'language' | 'draft' | 'typed'> & {
  of: HolderLanguage
  at: (field: string) => string | undefined
}) => {
  const { name, tag } = aboutLanguages[of]
  const isOpen = of === 'fi' || ownFields.some((field) => at(`${field}-${of}`))
  return (
    <details class="more" open={isOpen}>
      <summary lang={tag}>{name}</summary>
      {ownFields.map((field) => (
        <TextArea
          name={`${field}-${of}`}
          label={`${words[language][field]}: ${name}`}
          optional={commonWords[language].optional}
          lang={tag}
          rows={field === 'foreword' ? 3 : 4}
          value={typed.values[`${field}-${of}`] ?? draft.own[of]?.[field] ?? ''}
          problem={at(`${field}-${of}`)}
        />
      ))}
    </details>
  )
}

const DraftFields = (props: DraftProps & { at: (field: string) => string | undefined }) => {
  const { language, typed, area, register, draft, at } = props
  const t = words[language]
  const choices = { language, typed }
  return (
    <form method="post" action={fill(paths.draft[language], { area: area.id })} novalidate>
      <h2>{t.sites}</h2>
      <p>{register.sites.length > 0 ? t.sitesHint : t.noSites}</p>
      <PlaceChoices {...choices} kind="site" places={register.sites} without={draft.withoutSites} />
      <h2>{t.units}</h2>
      <p>{register.units.length > 0 ? t.unitsHint : t.noUnits}</p>
      <PlaceChoices {...choices} kind="unit" places={register.units} without={draft.withoutUnits} />
      <TextArea
        name="contacts"
        label={t.contacts}
        hint={t.contactsHint}
        rows={4}
        value={typed.values.contacts ?? draft.contacts}
        problem={at('contacts')}
      />
      <h2>{t.ownTexts}</h2>
      <p>{t.ownTextsLead}</p>
      {holderLanguages.map((of) => (
        <OwnTexts language={language} draft={draft} typed={typed} of={of} at={at} />
      ))}
      <p>
        <Button>{t.save}</Button>
      </p>
    </form>
  )
}

const Preview = ({ language, area }: Pick<DraftProps, 'language' | 'area'>) => {
  const t = words[language]
  return (
    <>
      <h2>{t.preview}</h2>
      <p>{t.previewLead}</p>
      <form method="get" action={fill(paths.preview[language], { area: area.id })}>
        <Select
          name="language"
          label={t.language}
          value={language}
          options={holderLanguages.map((value) => ({
            value,
            label: aboutLanguages[value].name,
            lang: aboutLanguages[value].tag,
          }))}
        />
        <Select
          name="layout"
          label={t.layout}
          hint={t.layoutHint}
          value="folded"
          options={Object.entries(t.layouts).map(([value, label]) => ({ value, label }))}
        />
        <p>
          <Button secondary>{t.openPreview}</Button>
        </p>
      </form>
    </>
  )
}

type EditionsProps = Pick<DraftProps, 'language' | 'area' | 'editions' | 'withdrawals'>

/** One that stands can be opened and withdrawn; of a withdrawn one it is told when and why. */
const EditionLine = ({ language, area, withdrawals, one }: EditionsProps & { one: KeptEdition }) => {
  const t = words[language]
  const at = { area: area.id, edition: editionKey(one) }
  const name = t.edition(printedName(one), one.publishedOn)
  const withdrawal = withdrawals.find((other) => editionKey(other) === editionKey(one))
  if (withdrawal)
    return (
      <li>
        {name}
        <br />
        {t.wasWithdrawn(withdrawal.withdrawnOn)} {t.reasons[withdrawal.reason]}.
      </li>
    )
  return (
    <li>
      <a href={fill(paths.edition[language], at)}>{name}</a>
      <br />
      <a href={fill(paths.withdraw[language], at)}>{t.withdrawThis(printedName(one))}</a>
    </li>
  )
}

const Editions = (props: EditionsProps) => {
  const { language, editions } = props
  const t = words[language]
  if (editions.length === 0) return <p>{t.noEditions}</p>
  return (
    <>
      <h2>{t.editions}</h2>
      <ul>
        {editions.map((one) => (
          <EditionLine {...props} one={one} />
        ))}
      </ul>
    </>
  )
}

/** Where coordinators choose what the brochure holds, look at it, and go on to publish it. */
export const draftPage = (props: DraftProps): Page => {
  const { language, typed, area, editions, year, done } = props
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language, area)} here={t.title} />
        <ProblemSummary language={language} problems={list} />
        {done && (
          <Notice kind="ok">
            <p>{t[done]}</p>
          </Notice>
        )}
        <h1>{`${t.title}: ${areaName(area, language)}`}</h1>
        <p class="lead">{t.lead}</p>
        {!editions.some((one) => one.year === year && one.withdrawnOn === null) && (
          <Notice kind="warn" title={t.dueTitle(year)}>
            <p>{t.due}</p>
          </Notice>
        )}
        <Editions {...props} />
        <DraftFields {...props} at={at} />
        <Preview language={language} area={area} />
        <p>
          <LinkButton href={fill(paths.publish[language], { area: area.id })}>{t.check}</LinkButton>
        </p>
      </>
    ),
  }
}
