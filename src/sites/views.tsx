import { contactsPath } from '../contacts/words.ts'
import { feedWords } from '../events/feed-words.ts'
import { paths as events, words as eventWords } from '../events/words.ts'
import { paths as goodwill, words as goodwillWords } from '../goodwill/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { contactLines, historyRows, type Life, lifeActions, lifeNotices } from '../places/life-words.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { paths as termsPaths, words as termsWords } from '../terms/words.ts'
import { paths as unrecognisedPaths, words as unrecognisedWords } from '../unrecognised/words.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { recordPage } from '../web/components/record-page.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { StateTag } from './list-view.tsx'
import type { Site } from './queries.ts'
import { dayOrNever, words } from './words.ts'

type Named = { id: number; name: string }

export const toList = (language: Language) => ({
  label: words[language].title,
  href: placePaths.site.list[language],
})

const popUpTime = (language: Language, { popupFrom, popupUntil }: Site) =>
  popupFrom === null && popupUntil === null
    ? words[language].open
    : `${popupFrom ? formatDay(language, popupFrom) : ''}–${popupUntil ? formatDay(language, popupUntil) : ''}`

const factsOf = (language: Language, site: Site & Life) => {
  const t = words[language]
  const p = placeWords[language]
  const address = [site.street, site.postalCode].filter(Boolean).join(', ')
  return [
    { label: p.state, value: <StateTag language={language} state={site.state} /> },
    { label: p.organisation, value: site.organisation },
    { label: t.category, value: categoryNames[language][site.category] },
    { label: t.allowsOverride, value: site.allowsOverride ? t.yes : t.no },
    { label: t.address, value: address || '–' },
    { label: p.municipality, value: municipalityName(site, language) },
    site.area === null
      ? { label: t.popUp, value: popUpTime(language, site) }
      : { label: p.area, value: site.area },
    {
      label: p.contacts,
      value: contactLines(site.contacts) || '–',
      change: {
        href: contactsPath(language, 'site', site.id),
        label: commonWords[language].change,
        about: p.contacts,
      },
    },
    {
      label: termsWords[language].title,
      value: termsWords[language].keptWhat,
      change: {
        href: fill(termsPaths.kept[language], { site: site.id }),
        label: commonWords[language].change,
        about: termsWords[language].title,
      },
    },
    {
      label: eventWords[language].title,
      value: (
        <a href={fill(events.kept.list[language], { site: site.id })}>
          {eventWords[language].keepOf(site.name)}
        </a>
      ),
    },
    {
      label: unrecognisedWords[language].choice,
      value: site.keepsUnrecognised ? t.yes : t.no,
      change: {
        href: fill(unrecognisedPaths.kept[language], { site: site.id }),
        label: commonWords[language].change,
        about: unrecognisedWords[language].choice,
      },
    },
    {
      label: goodwillWords[language].title,
      value: (
        <a href={fill(goodwill.kept.ledger[language], { site: site.id })}>
          {goodwillWords[language].siteTitle(site.name)}
        </a>
      ),
    },
    { label: t.lastUsed, value: dayOrNever(language, site.lastUsedOn) },
  ]
}

const Intermediaries = ({ language, site, known }: { language: Language; site: Site; known: Named[] }) => {
  const t = words[language]
  const columns: Column<Named>[] = [
    { label: t.intermediary, header: true, cell: ({ name }) => name },
    {
      label: t.endIntermediary,
      cell: ({ id, name }) => (
        <PostButton
          secondary
          action={fill(placePaths.site.endIntermediary[language], { site: site.id, organisation: id })}
        >
          {t.endIntermediary}
          <span class="vh"> {name}</span>
        </PostButton>
      ),
    },
  ]
  return (
    <>
      <h2>{t.intermediaries}</h2>
      {known.length > 0 ? (
        <Table
          id="intermediaries"
          shape="stack"
          caption={t.addIntermediaryWhy}
          columns={columns}
          rows={known}
          empty="–"
        />
      ) : (
        <p>{t.noIntermediaries}</p>
      )}
      {!site.mergedInto && (
        <p>
          <LinkButton secondary href={placeAddress('site', language, site.id, 'intermediary')}>
            {t.addIntermediary}
          </LinkButton>
        </p>
      )}
    </>
  )
}

type Beside = {
  today: string
  done: string | undefined
  intermediaries: Named[]
  /** How many of its feeds could not be read. */
  failingFeeds: number
}

export const sitePage = (
  language: Language,
  site: Site & Life,
  { today, done, intermediaries, failingFeeds }: Beside,
): Page => {
  const p = placeWords[language]
  const f = feedWords[language]
  const feeds = { href: fill(events.kept.list[language], { site: site.id }), label: f.toFeeds }
  return recordPage({
    language,
    trail: [toList(language)],
    title: site.name,
    done,
    notices: [
      ...(failingFeeds > 0
        ? [{ kind: 'warn' as const, title: f.feedsBroken(failingFeeds), link: feeds }]
        : []),
      ...lifeNotices('site', language, site, today),
    ],
    rows: factsOf(language, site),
    actions: lifeActions('site', language, site),
    children: (
      <>
        <Intermediaries language={language} site={site} known={intermediaries} />
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
          rows={historyRows(language, site)}
          empty="–"
        />
      </>
    ),
  })
}

export const intermediaryPage = (
  language: Language,
  site: Site,
  known: readonly string[],
  typed: Typed,
): Page => {
  const t = words[language]
  const p = placeWords[language]
  const said = sayProblems(typed.problems, p.problems)
  return formPage({
    language,
    title: t.addIntermediary,
    trail: [toList(language), { label: site.name, href: placeAddress('site', language, site.id) }],
    lead: t.addIntermediaryWhy,
    action: placeAddress('site', language, site.id, 'intermediary'),
    problems: said.list,
    button: t.addIntermediary,
    children: (
      <TextField
        name="organisation"
        label={p.organisation}
        hint={p.organisationHint}
        value={typed.values.organisation}
        suggestions={known}
        problem={said.at('organisation')}
        autocomplete="off"
      />
    ),
  })
}
