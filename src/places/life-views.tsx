import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { changeWords } from './change-words.ts'
import type { KeptPlace } from './life-queries.ts'
import type { MunicipalityChoice } from './queries.ts'
import type { PlaceKind } from './rules.ts'
import { listTitles, placeAddress, placeWords } from './words.ts'

/** The list, and the place itself. */
const trailTo = (kind: PlaceKind, language: Language, place: { id: number; name: string }) => [
  { label: listTitles[language][kind], href: placeAddress(kind, language, 0, 'list') },
  { label: place.name, href: placeAddress(kind, language, place.id) },
]

type Shown = { place: KeptPlace; typed: Typed }

export const changePage = (
  kind: PlaceKind,
  language: Language,
  {
    place,
    organisations,
    municipalities,
    typed,
  }: Shown & { organisations: string[]; municipalities: MunicipalityChoice[] },
): Page => {
  const t = placeWords[language]
  const c = changeWords[language]
  const said = sayProblems(typed.problems, t.problems)
  const own = { id: place.municipalityId, nameFi: place.nameFi, nameSv: place.nameSv }
  // A municipality that has left its area is still where the place lies.
  const towns = municipalities.some(({ id }) => id === own.id) ? municipalities : [own, ...municipalities]
  const value = (field: string, known: string) => typed.values[field] ?? known
  return formPage({
    language,
    title: c.change,
    trail: trailTo(kind, language, place),
    lead: c.changeWhy,
    action: placeAddress(kind, language, place.id, 'change'),
    problems: said.list,
    button: c.saveChange,
    children: (
      <>
        <TextField
          name="name"
          label={t.name}
          value={value('name', place.name)}
          problem={said.at('name')}
          autocomplete="off"
        />
        <TextField
          name="organisation"
          label={t.organisation}
          hint={t.organisationHint}
          value={value('organisation', place.organisation)}
          suggestions={organisations}
          problem={said.at('organisation')}
          autocomplete="off"
        />
        <Select
          name="municipality"
          label={t.municipality}
          hint={c.moveHint}
          value={value('municipality', String(place.municipalityId))}
          problem={said.at('municipality')}
          options={towns.map((town) => ({
            value: String(town.id),
            label: municipalityName(town, language),
          }))}
        />
        <DayField name="from" label={c.from} language={language} typed={typed} />
      </>
    ),
  })
}

type DayFieldProps = {
  name: string
  label: string
  hint?: string
  language: Language
  typed: Typed
  known?: Day
}

/** A day in words that people type. */
const DayField = ({ name, label, hint, language, typed, known }: DayFieldProps) => {
  const t = placeWords[language]
  // In English the day would come in words, which nobody types.
  const shown = known && formatDay('fi', known)
  return (
    <TextField
      name={name}
      label={label}
      hint={[t.dayHint, hint].filter(Boolean).join(' ')}
      width={12}
      value={typed.values[name] ?? shown}
      problem={sayProblems(typed.problems, t.problems).at(name)}
      autocomplete="off"
    />
  )
}

export const pausePage = (
  kind: PlaceKind,
  language: Language,
  { place, today, typed }: Shown & { today: Day },
): Page => {
  const t = placeWords[language]
  const c = changeWords[language]
  const said = sayProblems(typed.problems, t.problems)
  const day = { language, typed }
  return formPage({
    language,
    title: c.pause[kind],
    trail: trailTo(kind, language, place),
    lead: c.pauseWhy[kind],
    action: placeAddress(kind, language, place.id, 'pause'),
    problems: said.list,
    button: c.savePause,
    children: (
      <>
        <DayField name="from" label={c.pauseFrom} known={today} {...day} />
        <DayField name="until" label={c.pauseUntil} hint={c.pauseUntilHint} {...day} />
        <TextField
          name="reason"
          label={t.reason}
          value={typed.values.reason}
          problem={said.at('reason')}
          autocomplete="off"
        />
      </>
    ),
  })
}

export const closePage = (
  kind: PlaceKind,
  language: Language,
  { place, today, typed }: Shown & { today: Day },
): Page => {
  const t = placeWords[language]
  const c = changeWords[language]
  return formPage({
    language,
    title: c.close[kind],
    trail: trailTo(kind, language, place),
    lead: c.closeWhy[kind],
    action: placeAddress(kind, language, place.id, 'close'),
    problems: sayProblems(typed.problems, t.problems).list,
    button: c.close[kind],
    children: (
      <DayField name="on" label={c.closeOn} known={addDays(today, 1)} language={language} typed={typed} />
    ),
  })
}

/** First which one stays, then both side by side: what is merged cannot be parted again. */
export const mergePage = (
  kind: PlaceKind,
  language: Language,
  { place, twins, into, typed }: Shown & { twins: KeptPlace[]; into: KeptPlace | undefined },
): Page => {
  const t = placeWords[language]
  const c = changeWords[language]
  const said = sayProblems(typed.problems, t.problems)
  const trail = trailTo(kind, language, place)
  const here = placeAddress(kind, language, place.id, 'merge')
  const about = ({ name, organisation, nameFi, nameSv }: KeptPlace) =>
    `${name}, ${organisation}, ${municipalityName({ nameFi, nameSv }, language)}`
  const choice = (
    <form method="get" action={here}>
      <Select
        name="into"
        label={c.mergeInto}
        problem={said.at('into')}
        options={[
          { value: '', label: t.choose },
          ...twins.map(({ id, name, organisation }) => ({
            value: String(id),
            label: `${name} (${organisation})`,
          })),
        ]}
      />
      <Button>{commonWords[language].continue}</Button>
    </form>
  )
  const check = into && !said.at('into') && (
    <>
      <h2>{c.mergeCheck}</h2>
      <SummaryList
        rows={[
          { label: c.mergeGoes, value: about(place) },
          { label: c.mergeStays, value: about(into) },
        ]}
      />
      <Notice kind="warn">
        <p>{c.mergeThen[kind]}</p>
        <p>{c.mergeFinal}</p>
      </Notice>
      <form method="post" action={here}>
        <input type="hidden" name="into" value={String(into.id)} />
        <ButtonRow>
          <Button>{c.mergeNow}</Button>
          <LinkButton href={here} secondary>
            {c.mergeOther}
          </LinkButton>
        </ButtonRow>
      </form>
    </>
  )
  return {
    title: c.merge[kind],
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={c.merge[kind]} />
        <ProblemSummary language={language} problems={said.list} />
        <h1>{c.merge[kind]}</h1>
        {check || <p>{c.mergeWhy[kind]}</p>}
        {!check && (twins.length > 0 ? choice : <p>{c.mergeNone}</p>)}
      </>
    ),
  }
}
