import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Copied } from '../web/components/copied.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { trailOf } from './form-views.tsx'
import { contactNames } from './page-forms.ts'
import type { AreaContacts, AreaLink, AreaWords } from './page-queries.ts'
import { areaFields, contactSides, type PageFacts, paragraphsOf } from './page-rules.ts'
import { pageWords } from './page-words.ts'
import { areaName } from './views.tsx'
import { paths } from './words.ts'

type LocalProps = { language: Language; area: AreaLink; words: AreaWords; isPublic: boolean }

/** What an area's own page says of its local page: what the coordinators have written, and what they can do. */
export const LocalPagePart = ({ language, area, words, isPublic }: LocalProps) => {
  const t = pageWords[language]
  const text = words.intro?.[language] ?? words.intro?.fi
  const to = (path: (typeof paths)['text' | 'page' | 'embed']) => fill(path[language], { area: area.id })
  return (
    <>
      <h2>{t.localPage}</h2>
      <p>{t.localPageWhy}</p>
      {text ? paragraphsOf(text).map((part) => <p>{part}</p>) : <p>{t.none}</p>}
      {!isPublic && <p>{t.notPublicYet}</p>}
      <ButtonRow>
        {isPublic && (
          <LinkButton href={fill(publicPaths.localPage[language], { area: area.slug })}>{t.look}</LinkButton>
        )}
        <LinkButton secondary href={to(paths.text)}>
          {t.editText}
        </LinkButton>
        <LinkButton secondary href={to(paths.page)}>
          {t.editPage}
        </LinkButton>
        {isPublic && (
          <LinkButton secondary href={to(paths.embed)}>
            {t.embed}
          </LinkButton>
        )}
      </ButtonRow>
    </>
  )
}

type TextProps = {
  language: Language
  typed: Typed
  area: AreaLink
  words: AreaWords
  /** The language that is written in. */
  writing: HolderLanguage
  /** The language that has just been kept, where one went on to another. */
  saved: HolderLanguage | null
}

export const textPage = ({ language, typed, area, words, writing, saved }: TextProps): Page => {
  const t = pageWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  const { tag, name } = aboutLanguages[writing]
  return formPage({
    language,
    title: `${t.text}: ${name}`,
    trail: trailOf(language, area),
    action: fill(paths.text[language], { area: area.id }),
    problems: list,
    button: t.saveText,
    lead: t.textLead,
    children: (
      <>
        <input type="hidden" name="language" value={writing} />
        {saved && <Notice kind="ok" title={t.savedIn(aboutLanguages[saved].name)} />}
        {areaFields.map((field) => (
          <TextArea
            name={field}
            label={t.fields[field]}
            hint={t.hints[field]}
            optional={commonWords[language].optional}
            lang={tag}
            rows={field === 'notice' ? 4 : 8}
            value={typed.values[field] ?? words[field]?.[writing]}
            problem={at(field)}
          />
        ))}
        <h2>{t.language}</h2>
        <p>{t.languageWhy}</p>
        <ButtonRow>
          {holderLanguages
            .filter((one) => one !== writing)
            .map((one) => (
              <Button name="next" value={one} secondary>
                <span lang={aboutLanguages[one].tag}>{aboutLanguages[one].name}</span>
              </Button>
            ))}
        </ButtonRow>
      </>
    ),
  })
}

type PageProps = {
  language: Language
  typed: Typed
  area: AreaLink
  facts: PageFacts
  contacts: AreaContacts
}

/** What was typed, else what is kept. */
const day = (language: Language, kept: string | null) => (kept === null ? '' : formatDay(language, kept))

export const factsPage = ({ language, typed, area, facts, contacts }: PageProps): Page => {
  const t = pageWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  const { optional } = commonWords[language]
  const input = (name: string, kept: string | null | undefined) => ({
    ...{ name, optional, autocomplete: 'off', problem: at(name), value: typed.values[name] ?? kept ?? '' },
  })
  return formPage({
    language,
    title: t.page,
    trail: trailOf(language, area),
    action: fill(paths.page[language], { area: area.id }),
    problems: list,
    button: t.savePage,
    lead: t.pageLead,
    children: (
      <>
        <TextField {...input('ownUrl', facts.ownUrl)} label={t.ownUrl} hint={t.ownUrlHint} />
        <TextField
          {...input('noticeFrom', day('fi', facts.noticeFrom))}
          label={t.noticeFrom}
          hint={t.noticeHint}
          width={12}
        />
        <TextField {...input('noticeUntil', day('fi', facts.noticeUntil))} label={t.noticeUntil} width={12} />
        {contactSides.map((side) => {
          const names = contactNames[side]
          return (
            <fieldset>
              <legend>{t.contacts[side]}</legend>
              <TextField
                {...input(names.name, contacts[side]?.name)}
                label={t.name}
                hint={t.nameHint}
                width={24}
              />
              <TextField {...input(names.email, contacts[side]?.email)} label={t.email} width={24} />
              <TextField {...input(names.phone, contacts[side]?.phone)} label={t.phone} width={12} />
            </fieldset>
          )
        })}
      </>
    ),
  })
}

/** The code of a frame that shows the page in one language. It asks for no cookie and runs no script. */
const frameCode = (origin: string, reader: HolderLanguage, area: AreaLink, title: string) => {
  const src = origin + fill(publicPaths.embeddedPage[reader], { area: area.slug })
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe src="${src}" title="${quoted}" lang="${aboutLanguages[reader].tag}" width="100%" height="900" loading="lazy"></iframe>`
}

export const embedPage = ({
  language,
  area,
  origin,
}: {
  language: Language
  area: AreaLink
  origin: string
}): Page => {
  const t = pageWords[language]
  const code = (reader: HolderLanguage) => (
    <>
      <h2 lang={aboutLanguages[reader].tag}>{aboutLanguages[reader].name}</h2>
      <Copied
        id={`code-${reader}`}
        text={frameCode(origin, reader, area, t.embedTitle(areaName(area, language)))}
        label={t.copy}
        done={t.copied}
      />
    </>
  )
  return {
    title: t.embed,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language, area)} here={t.embed} />
        <h1>{t.embed}</h1>
        <p class="lead">{t.embedLead}</p>
        <p>{t.embedHeight}</p>
        {(['fi', 'sv', 'en'] as const).map(code)}
        <details>
          <summary>{t.others}</summary>
          {holderLanguages.slice(3).map(code)}
        </details>
        <h2>{t.data}</h2>
        <Copied id="data" text={`${origin}/api/v1/areas/${area.slug}/page`} label={t.copy} done={t.copied} />
      </>
    ),
  }
}
