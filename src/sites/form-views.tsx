import { categoryNames } from '../i18n/category-names.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { categories, municipalityChoices } from '../network/rules.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Site } from './queries.ts'
import { toList } from './views.tsx'
import { words } from './words.ts'

type Known = Partial<
  Pick<Site, 'name' | 'category' | 'allowsOverride' | 'street' | 'postalCode' | 'popupFrom' | 'popupUntil'>
>
type FieldsProps = { language: Language; known: Known; typed: Typed }

const say = (language: Language, typed: Typed) =>
  sayProblems(typed.problems, { ...placeWords[language].problems, ...words[language].problems })

/** One line of text, by its name: what was typed, else what is known. */
const Line = (
  props: FieldsProps & {
    name: string
    label: string
    value?: string | null | undefined
    hint?: string
    width?: 6 | 12
  },
) => (
  <TextField
    name={props.name}
    label={props.label}
    hint={props.hint}
    {...(props.width ? { width: props.width } : {})}
    value={props.typed.values[props.name] ?? props.value ?? undefined}
    problem={say(props.language, props.typed).at(props.name)}
    autocomplete="off"
  />
)

const DescriptionFields = (part: FieldsProps) => {
  const { language, known, typed } = part
  const t = words[language]
  const isTyped = Object.keys(typed.values).length > 0
  return (
    <>
      <ChipGroup
        name="category"
        label={t.category}
        value={typed.values.category ?? known.category}
        problem={say(language, typed).at('category')}
        choices={categories.map((value) => ({ value, label: categoryNames[language][value] }))}
      />
      <Checkbox
        name="allowsOverride"
        label={t.allowsOverrideBox}
        checked={isTyped ? typed.values.allowsOverride === 'yes' : (known.allowsOverride ?? true)}
      />
      <Line {...part} name="street" label={t.street} value={known.street} />
      <Line {...part} name="postalCode" label={t.postalCode} value={known.postalCode} width={6} />
    </>
  )
}

const PopUpFields = (part: FieldsProps) => {
  const { language, known } = part
  const t = words[language]
  const hint = `${placeWords[language].dayHint} ${t.openEnd}`
  // Days are typed alike in every language: an English day in words would not be.
  const day = (value: string | null | undefined) => value && formatDay('fi', value)
  return (
    <>
      <Line
        {...part}
        name="popupFrom"
        label={t.popUpFrom}
        hint={hint}
        width={12}
        value={day(known.popupFrom)}
      />
      <Line
        {...part}
        name="popupUntil"
        label={t.popUpUntil}
        hint={hint}
        width={12}
        value={day(known.popupUntil)}
      />
    </>
  )
}

export const editPage = (language: Language, site: Site, typed: Typed): Page => {
  const part = { language, known: site, typed }
  return formPage({
    language,
    title: placeWords[language].edit,
    trail: [toList(language), { label: site.name, href: placeAddress('site', language, site.id) }],
    action: placeAddress('site', language, site.id, 'edit'),
    problems: say(language, typed).list,
    button: words[language].save,
    children: (
      <>
        <Line {...part} name="name" label={placeWords[language].name} value={site.name} />
        <DescriptionFields {...part} />
        {site.areaId === null && <PopUpFields {...part} />}
      </>
    ),
  })
}

export const newPage = (
  language: Language,
  given: {
    isCentre: boolean
    organisation: string
    organisations: string[]
    municipalities: { id: number; nameFi: string; nameSv: string | null }[]
    typed: Typed
  },
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const { isCentre, organisation, organisations, municipalities, typed } = given
  const said = say(language, typed)
  const part = { language, known: {}, typed }
  return formPage({
    language,
    title: t.add,
    trail: [toList(language)],
    action: placePaths.site.new[language],
    problems: said.list,
    button: t.add,
    children: (
      <>
        <Line {...part} name="name" label={p.name} />
        <TextField
          name="organisation"
          label={p.organisation}
          hint={p.organisationHint}
          value={typed.values.organisation ?? organisation}
          suggestions={organisations}
          problem={said.at('organisation')}
          autocomplete="off"
        />
        <Select
          name="municipality"
          label={p.municipality}
          value={typed.values.municipality}
          problem={said.at('municipality')}
          options={[{ value: '', label: p.choose }, ...municipalityChoices(language, municipalities)]}
        />
        <DescriptionFields {...part} />
        {isCentre && (
          <>
            <Checkbox
              name="isPopUp"
              label={t.popUpBox}
              hint={t.popUpHint}
              checked={typed.values.isPopUp === 'yes'}
            />
            <PopUpFields {...part} />
          </>
        )}
      </>
    ),
  })
}
