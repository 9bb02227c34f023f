import { contactsPath } from '../contacts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { changeWords } from '../places/change-words.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type RecordNotice, recordPage } from '../web/components/record-page.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Organisation, PlaceOfOrganisation } from './queries.ts'
import { organisationKinds } from './rules.ts'
import { kindName, paths, words } from './words.ts'

const toList = (language: Language) => ({ label: words[language].title, href: paths.list[language] })
const addressOf = (language: Language, { id }: { id: number }) =>
  fill(paths.organisation[language], { organisation: id })

export const organisationPage = (
  language: Language,
  organisation: Organisation,
  given: { places: PlaceOfOrganisation[]; contacts: string; done: string | undefined; mayMerge: boolean },
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const { places, contacts, done, mayMerge } = given
  const shared: RecordNotice = { kind: 'info', title: t.shared, text: t.sharedWhy }
  const named = `?organisation=${encodeURIComponent(organisation.name)}`
  const columns: Column<PlaceOfOrganisation>[] = [
    {
      label: t.name,
      header: true,
      cell: ({ kind, id, name }) => <a href={placeAddress(kind, language, id)}>{name}</a>,
    },
    { label: t.type, cell: ({ kind }) => t.what[kind] },
    { label: p.municipality, cell: (place) => municipalityName(place, language) },
    { label: p.historyColumns.time, cell: ({ from, until }) => p.since(from, until) },
  ]
  return recordPage({
    language,
    trail: [toList(language)],
    title: organisation.name,
    done,
    notices: organisation.isWhollyKept ? [] : [shared],
    rows: [
      { label: t.kind, value: kindName(language, organisation.kind) },
      { label: t.businessId, value: organisation.businessId ?? '–' },
      // Of an organisation that others keep too, they are the centre's.
      ...(organisation.isWhollyKept
        ? [
            {
              label: p.contacts,
              value: contacts || '–',
              change: {
                href: contactsPath(language, 'organisation', organisation.id),
                label: commonWords[language].change,
                about: p.contacts,
              },
            },
          ]
        : []),
    ],
    actions: [
      ...(organisation.isWhollyKept
        ? [{ label: t.edit, href: fill(paths.edit[language], { organisation: organisation.id }) }]
        : []),
      { label: t.addUnit, href: placePaths.unit.new[language] + named },
      { label: t.addSite, href: placePaths.site.new[language] + named },
      ...(mayMerge
        ? [{ label: t.merge, href: fill(paths.merge[language], { organisation: organisation.id }) }]
        : []),
    ],
    children: (
      <>
        <h2>{t.placesTitle}</h2>
        <Table
          id="places"
          shape="stack"
          caption={t.placesCaption}
          columns={columns}
          rows={places}
          empty={t.noPlaces}
        />
      </>
    ),
  })
}

/** A new organisation, or the details of one. */
export const organisationForm = (language: Language, known: Organisation | null, typed: Typed): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  const kinds = organisationKinds.map((value) => ({ value: value as string, label: t.kinds[value] }))
  return formPage({
    language,
    title: known ? t.edit : t.add,
    trail: known
      ? [toList(language), { label: known.name, href: addressOf(language, known) }]
      : [toList(language)],
    action: known ? fill(paths.edit[language], { organisation: known.id }) : paths.new[language],
    problems: said.list,
    button: known ? t.save : t.add,
    children: (
      <>
        <TextField
          name="name"
          label={t.name}
          value={typed.values.name ?? known?.name}
          problem={said.at('name')}
          autocomplete="off"
        />
        <Select
          name="kind"
          label={t.kind}
          value={typed.values.kind ?? known?.kind ?? undefined}
          problem={said.at('kind')}
          options={[{ value: '', label: placeWords[language].choose }, ...kinds]}
        />
        <TextField
          name="businessId"
          label={t.businessId}
          hint={t.businessIdHint}
          optional={commonWords[language].optional}
          width={12}
          value={typed.values.businessId ?? known?.businessId ?? undefined}
          problem={said.at('businessId')}
          autocomplete="off"
        />
      </>
    ),
  })
}

type Target = { id: number; name: string; businessId: string | null }

/** First which one stays, then both side by side. */
export const mergePage = (
  language: Language,
  organisation: Organisation,
  { targets, into, typed }: { targets: Target[]; into: Target | undefined; typed: Typed },
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const c = changeWords[language]
  const said = sayProblems(typed.problems, t.problems)
  const here = fill(paths.merge[language], { organisation: organisation.id })
  const about = ({ name, businessId }: Target) => [name, businessId].filter(Boolean).join(', ')
  const choice = (
    <form method="get" action={here}>
      <Select
        name="into"
        label={c.mergeInto}
        problem={said.at('into')}
        options={[
          { value: '', label: p.choose },
          ...targets.map((target) => ({ value: String(target.id), label: about(target) })),
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
          { label: c.mergeGoes, value: about(organisation) },
          { label: c.mergeStays, value: about(into) },
        ]}
      />
      <Notice kind="warn">
        <p>{t.mergeThen}</p>
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
  const trail = [toList(language), { label: organisation.name, href: addressOf(language, organisation) }]
  return {
    title: t.merge,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.merge} />
        <ProblemSummary language={language} problems={said.list} />
        <h1>{t.merge}</h1>
        {check || <p>{t.mergeWhy}</p>}
        {!check && (targets.length > 0 ? choice : <p>{t.mergeNone}</p>)}
      </>
    ),
  }
}
