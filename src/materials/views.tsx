import type { Child } from 'hono/jsx'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { FileLink } from './file-views.tsx'
import { Filters, type ListProps } from './filter-views.tsx'
import type { Material, MaterialFile } from './queries.ts'
import { isFound, isPicture, type Said, saidIn } from './rules.ts'
import { paths, words } from './words.ts'

/** A text in the reader's language, else in Finnish, which is then said to be Finnish. */
export const SaidText = ({ said, language }: { said: Said; language: Language }) => {
  const { text, lang } = saidIn(said, language)
  return lang === language ? text : <span lang={lang}>{text}</span>
}

const namesOf = (languages: readonly HolderLanguage[]): Child =>
  languages.map((one, index) => {
    const { name, tag } = aboutLanguages[one]
    return (
      <>
        {index > 0 && ', '}
        <bdi lang={tag}>{name}</bdi>
      </>
    )
  })

/** So many of a list show their picture at once; those below come when they are scrolled to. */
const shownAtOnce = 10

/** On a material’s own page so many are shown large: each is a request more. */
const largeAtOnce = 2

type ItemProps = { language: Language; row: Material; nth: number }

const Item = ({ language, row, nth }: ItemProps) => {
  const t = words[language]
  const title = <SaidText said={row.title} language={language} />
  const facts = [row.year, t.licences[row.licence], row.area ?? t.nation, t.taken(row.taken)]
  return (
    <li>
      <h2>
        <a href={fill(paths.one[language], { material: row.id })}>{title}</a>
      </h2>
      <p>
        <SaidText said={row.description} language={language} />
      </p>
      <p class="hint">
        {row.audiences.map((one) => t.audiences[one]).join(', ')} · {namesOf(row.languages)} ·{' '}
        {facts.filter((one) => one !== null).join(' · ')}
      </p>
      <ul class="files">
        {row.files.map((file, index) => (
          <li>
            <FileLink
              {...{ language, file, title }}
              files={row.files}
              look={index > 0 ? 'sign' : nth < shownAtOnce ? 'tiny' : 'later'}
            />
          </li>
        ))}
      </ul>
    </li>
  )
}

export const materialsPage = (props: ListProps): Page => {
  const { language, rows, search } = props
  const t = words[language]
  const found = rows.filter((row) => isFound(row, search))
  const latest = rows
    .map(({ changedAt }) => dayOf(changedAt))
    .sort()
    .at(-1)
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
        </Hero>
        {rows.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <Filters {...props} />
            <p role="status" class="found">
              {t.found(found.length)}
            </p>
            {found.length === 0 ? (
              <Empty title={t.noneFound}>
                <p>{t.noneFoundWhy}</p>
                <LinkButton href={paths.list[language]}>{t.showAll}</LinkButton>
              </Empty>
            ) : (
              <ul class="materials">
                {found.map((row, nth) => (
                  <Item {...{ language, row, nth }} />
                ))}
              </ul>
            )}
          </>
        )}
        {latest && (
          <p class="hint">
            {t.updated} {formatDay(language, latest)}
          </p>
        )}
      </>
    ),
  }
}

type OneProps = {
  language: Language
  row: Material
  /** The newer edition, where everyone may see it. */
  newer: Material | null
  /** Where its keeper goes back to. */
  keptAt: string | null
}

/** What the small picture of a file shows: what its maker says, or that it is a first page. */
const altOf = (row: Material, { kind }: MaterialFile, language: Language) =>
  isPicture(kind) && row.alt ? saidIn(row.alt, language) : { text: words[language].firstPage, lang: language }

/** One material with all that is to be known of it. A keeper sees it so before others do. */
export const materialPage = ({ language, row, newer, keptAt }: OneProps): Page => {
  const t = words[language]
  const { text: title } = saidIn(row.title, language)
  const isPreview = row.publishedAt === null || row.withdrawnAt !== null
  return {
    title,
    kind: 'public',
    description: saidIn(row.description, language).text,
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        {isPreview && (
          <Notice kind="info" title={t.draft}>
            <p>{t.draftWhy}</p>
          </Notice>
        )}
        {newer && (
          <Notice kind="info" title={t.newer}>
            <p>
              <a href={fill(paths.one[language], { material: newer.id })}>
                {t.openNewer}: <SaidText said={newer.title} language={language} />
              </a>
            </p>
          </Notice>
        )}
        <h1>
          <SaidText said={row.title} language={language} />
        </h1>
        <p class="lead">
          <SaidText said={row.description} language={language} />
        </p>
        <h2>{t.files}</h2>
        <ul class="files">
          {row.files.map((file, index) => (
            <li>
              <FileLink
                {...{ language, file, title }}
                files={row.files}
                look={index < largeAtOnce ? 'small' : 'tiny'}
                alt={altOf(row, file, language)}
              />
            </li>
          ))}
        </ul>
        <SummaryList rows={factsOf(row, language)} />
        {keptAt && (
          <p>
            <LinkButton secondary href={keptAt}>
              {t.backToKeep}
            </LinkButton>
          </p>
        )}
      </>
    ),
  }
}

/** All that is to be known of a material besides its files. */
export const factsOf = (row: Material, language: Language) => {
  const t = words[language]
  const licence = row.terms ?? `${t.licences[row.licence]}. ${t.licenceMeans[row.licence]}`
  return [
    { label: t.audience, value: row.audiences.map((one) => t.audiences[one]).join(', ') },
    { label: t.language, value: namesOf(row.languages) },
    { label: t.year, value: String(row.year) },
    { label: t.licence, value: licence },
    { label: t.area, value: row.area ?? t.nation },
    ...(row.alt ? [{ label: t.shows, value: <SaidText said={row.alt} language={language} /> }] : []),
    { label: t.updated, value: formatDay(language, dayOf(row.changedAt)) },
  ]
}
