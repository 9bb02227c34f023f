import { contactsPath } from '../contacts/words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { municipalityChoices, municipalityName } from '../network/rules.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { ListedPlace } from './list-queries.ts'
import { addressOf, type ListSearch } from './search.ts'
import { listWords, paths } from './words.ts'

type Town = { id: number; nameFi: string; nameSv: string | null }
type Props = {
  language: Language
  year: number
  search: ListSearch
  counts: { done: number; all: number }
  places: ListedPlace[]
  towns: Town[]
  pages: number
  /** What was just sent, when somebody comes from sending it. */
  sent: { letters: number; places: number } | null
}

/** Who has not confirmed this year, those to write to first, and the way to write to them. */
export const ConfirmationsPage = (props: Props): Page => {
  const { language, year, search, counts, pages, sent } = props
  const t = listWords[language]
  const number = (value: number) => formatNumber(language, value)
  return {
    title: t.title(year),
    kind: 'staff',
    main: (
      <>
        <h1>{t.title(year)}</h1>
        {sent && (
          <Notice kind="ok" title={t.sentTitle}>
            <p>{t.sent(sent.letters, sent.places)}</p>
          </Notice>
        )}
        <p class="lead">{t.lead}</p>
        <Kpis
          figures={[
            { label: t.missing, value: number(counts.all - counts.done) },
            { label: t.done, value: number(counts.done) },
          ]}
        />
        <Narrow {...props} />
        <ButtonRow>
          {!search.done && counts.done < counts.all && (
            <LinkButton href={addressOf(paths.remind[language], { ...search, page: 1 })}>
              {t.remind}
            </LinkButton>
          )}
          <LinkButton href={addressOf(paths.csv[language], { ...search, page: 1 })} secondary>
            {t.file}
          </LinkButton>
        </ButtonRow>
        <PlaceTable {...props} />
        <Pagination
          language={language}
          page={search.page}
          pages={pages}
          href={(page) => addressOf(paths.list[language], { ...search, page })}
        />
      </>
    ),
  }
}

const Narrow = ({ language, search, towns }: Props) => {
  const t = listWords[language]
  const named = municipalityChoices(language, towns)
  return (
    <form method="get" action={paths.list[language]}>
      <ChipGroup
        name="show"
        label={t.show}
        value={search.done ? 'done' : 'missing'}
        choices={Object.entries(t.shows).map(([value, label]) => ({ value, label }))}
      />
      <ChipGroup
        name="kind"
        label={t.kind}
        value={search.kind ?? ''}
        choices={[
          { value: '', label: t.kinds[''] },
          { value: 'unit', label: t.kinds.unit },
          { value: 'site', label: t.kinds.site },
        ]}
      />
      <Select
        name="municipality"
        label={t.municipality}
        value={String(search.municipality ?? '')}
        options={[{ value: '', label: t.everyMunicipality }, ...named]}
      />
      <p>
        <Button secondary>{t.narrow}</Button>
      </p>
    </form>
  )
}

const contactsOf = (language: Language, { contacts, addresses }: ListedPlace) => {
  const t = listWords[language]
  if (contacts === 0) return t.noContact
  return addresses === 0 ? t.noAddress : t.contacts(contacts)
}

const PlaceTable = ({ language, search, places, counts }: Props) => {
  const t = listWords[language]
  const columns: Column<ListedPlace>[] = [
    {
      label: t.place,
      header: true,
      cell: ({ name }) => name,
    },
    { label: t.kindColumn, cell: ({ kind }) => t.oneKind[kind] },
    { label: t.municipality, cell: (place) => municipalityName(place, language) },
    {
      label: t.contact,
      cell: (place) => (
        <a href={contactsPath(language, place.kind, place.id)}>
          {contactsOf(language, place)}
          <span class="vh"> {place.name}</span>
        </a>
      ),
    },
    ...(search.done
      ? [
          {
            label: t.confirmedOn,
            cell: ({ confirmedAt }: ListedPlace) => confirmedAt && formatDay(language, dayOf(confirmedAt)),
          },
          {
            label: t.instructedOn,
            cell: ({ instructedOn }: ListedPlace) => instructedOn && formatDay(language, instructedOn),
          },
        ]
      : [
          {
            label: t.reminded,
            cell: ({ remindedAt }: ListedPlace) =>
              remindedAt ? formatDay(language, dayOf(remindedAt)) : t.never,
          },
        ]),
  ]
  const empty = !search.done && counts.all > 0 ? t.allDone : t.nobody
  return (
    <Table
      id="places"
      caption={search.done ? t.shows.done : t.shows.missing}
      shape="stack"
      columns={columns}
      rows={places}
      empty={empty}
    />
  )
}
