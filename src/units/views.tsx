import { contactsPath } from '../contacts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityChoices, municipalityName } from '../network/rules.ts'
import { contactLines, historyRows, type Life, lifeActions, lifeNotices } from '../places/life-words.ts'
import type { MunicipalityChoice } from '../places/queries.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { Checkbox } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { type RecordNotice, recordPage } from '../web/components/record-page.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { contactLine } from './contact-rules.ts'
import { contactPath, contactWords } from './contact-words.ts'
import { StateTag } from './list-view.tsx'
import type { Unit } from './queries.ts'
import { kindOf } from './rules.ts'
import { dayOrNever, kindChoices, kindName, words } from './words.ts'

const toList = (language: Language) => ({
  label: words[language].title,
  href: placePaths.unit.list[language],
})

const requestNotices = (language: Language, unit: Unit): RecordNotice[] => {
  const t = words[language]
  if (unit.state === 'proposed')
    return [{ kind: 'info', title: t.proposedTitle, text: unit.reason ?? undefined }]
  if (unit.state !== 'declined') return []
  const link = { label: t.proposeAgain, href: `${placePaths.unit.new[language]}?again=${unit.id}` }
  return [{ kind: 'warn', title: t.declinedTitle, text: unit.answerReason ?? undefined, link }]
}

export const unitPage = (
  language: Language,
  unit: Unit & Life,
  { today, done, mayAnswer }: { today: string; done: string | undefined; mayAnswer: boolean },
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const isAgreed = unit.state !== 'proposed' && unit.state !== 'declined'
  const answer = { label: t.answer, href: placeAddress('unit', language, unit.id, 'answer') }
  const edit = { label: p.edit, href: placeAddress('unit', language, unit.id, 'edit') }
  return recordPage({
    language,
    trail: [toList(language)],
    title: unit.name,
    done,
    notices: isAgreed ? lifeNotices('unit', language, unit, today) : requestNotices(language, unit),
    rows: [
      { label: p.state, value: <StateTag language={language} state={unit.state} /> },
      { label: p.organisation, value: unit.organisation },
      { label: t.kind, value: kindName(language, unit.kind) },
      { label: t.thirdSector, value: unit.thirdSector ? t.yes : t.no },
      { label: p.municipality, value: municipalityName(unit, language) },
      { label: p.area, value: unit.area },
      { label: t.isPublic, value: unit.isPublic ? t.yes : t.no },
      {
        label: contactWords[language].title,
        value: contactLine(unit.contact) ?? contactWords[language].none,
        change: {
          href: fill(contactPath[language], { unit: unit.id }),
          label: commonWords[language].change,
          about: contactWords[language].title,
        },
      },
      {
        label: p.contacts,
        value: contactLines(unit.contacts) || '–',
        change: {
          href: contactsPath(language, 'unit', unit.id),
          label: commonWords[language].change,
          about: p.contacts,
        },
      },
      { label: t.lastRegistered, value: dayOrNever(language, unit.lastRegisteredOn) },
    ],
    actions: isAgreed
      ? lifeActions('unit', language, unit)
      : [...(unit.state === 'proposed' && mayAnswer ? [answer] : []), edit],
    children: (
      <>
        <h2>{p.history}</h2>
        <Table
          id="history"
          shape="stack"
          caption={p.historyCaption}
          columns={[
            { label: p.historyColumns.time, header: true, cell: ({ time }) => time },
            { label: p.name, cell: ({ name }) => name },
            { label: p.organisation, cell: ({ organisation }) => organisation },
            { label: p.municipality, cell: ({ municipality }) => municipality },
          ]}
          rows={historyRows(language, unit)}
          empty="–"
        />
      </>
    ),
  })
}

type Known = { name?: string; kind?: string; thirdSector?: boolean; isPublic?: boolean }
type DescriptionProps = { language: Language; known: Known; typed: Typed }

/** What was typed wins over what is known: a box that was left empty sends nothing. */
const isTicked = ({ values }: Typed, field: string, known: boolean | undefined) =>
  Object.keys(values).length > 0 ? values[field] === 'yes' : known === true

const sayUnit = (language: Language, typed: Typed) =>
  sayProblems(typed.problems, { ...placeWords[language].problems, ...words[language].problems })

const NameField = ({ language, known, typed }: DescriptionProps) => (
  <TextField
    name="name"
    label={placeWords[language].name}
    value={typed.values.name ?? known.name}
    problem={sayUnit(language, typed).at('name')}
    autocomplete="off"
  />
)

const DescriptionFields = ({ language, known, typed }: DescriptionProps) => {
  const t = words[language]
  return (
    <>
      <Select
        name="kind"
        label={t.kind}
        value={typed.values.kind ?? known.kind}
        problem={sayUnit(language, typed).at('kind')}
        options={[{ value: '', label: placeWords[language].choose }, ...kindChoices(language, known.kind)]}
      />
      <Checkbox
        name="thirdSector"
        label={t.thirdSectorBox}
        checked={isTicked(typed, 'thirdSector', known.thirdSector)}
      />
      <Checkbox
        name="isPublic"
        label={t.isPublicBox}
        hint={t.isPublicHint}
        checked={isTicked(typed, 'isPublic', known.isPublic)}
      />
    </>
  )
}

export const editPage = (language: Language, unit: Unit, typed: Typed): Page => {
  const known = { ...unit, kind: kindOf(unit.kind) ?? unit.kind }
  const part = { language, known, typed }
  return formPage({
    language,
    title: placeWords[language].edit,
    trail: [toList(language), { label: unit.name, href: placeAddress('unit', language, unit.id) }],
    action: placeAddress('unit', language, unit.id, 'edit'),
    problems: sayUnit(language, typed).list,
    button: words[language].saveEdit,
    children: (
      <>
        <NameField {...part} />
        <DescriptionFields {...part} />
      </>
    ),
  })
}

export const newPage = (
  language: Language,
  given: {
    isProposal: boolean
    organisations: string[]
    municipalities: MunicipalityChoice[]
    /** What an earlier, declined proposal said. */
    known: Known & { organisation?: string; municipality?: string; reason?: string }
    typed: Typed
  },
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const { isProposal, organisations, municipalities, known, typed } = given
  const said = sayUnit(language, typed)
  const part = { language, known, typed }
  return formPage({
    language,
    title: isProposal ? t.propose : t.add,
    trail: [toList(language)],
    lead: isProposal ? t.proposeWhy : undefined,
    action: placePaths.unit.new[language],
    problems: said.list,
    button: isProposal ? t.send : t.add,
    children: (
      <>
        <NameField {...part} />
        <TextField
          name="organisation"
          label={p.organisation}
          hint={p.organisationHint}
          value={typed.values.organisation ?? known.organisation}
          suggestions={organisations}
          problem={said.at('organisation')}
          autocomplete="off"
        />
        <Select
          name="municipality"
          label={p.municipality}
          value={typed.values.municipality ?? known.municipality}
          problem={said.at('municipality')}
          options={[{ value: '', label: p.choose }, ...municipalityChoices(language, municipalities)]}
        />
        <DescriptionFields {...part} />
        {isProposal && (
          <TextField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            value={typed.values.reason ?? known.reason}
            problem={said.at('reason')}
            autocomplete="off"
          />
        )}
      </>
    ),
  })
}
