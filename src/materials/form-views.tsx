import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, holderLanguages } from '../i18n/holder-languages.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { formPage } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { audienceField, languageField } from './forms.ts'
import { trailTo } from './keep-views.tsx'
import { keepWords, sayProblem } from './keep-words.ts'
import { endings } from './name-rules.ts'
import type { Material } from './queries.ts'
import { audiences, licences, saidIn } from './rules.ts'
import { paths, words } from './words.ts'

const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const

type FactsProps = {
  language: Language
  typed: Typed
  /** The material that is changed; null for a new one. */
  row: Material | null
  action: string
  areas: readonly { id: number; name: string }[]
  mayNational: boolean
  /** What may be its newer edition. */
  others: readonly Material[]
}

const sayAll = (language: Language, typed: Typed) => {
  const say = (name: string) => sayProblem(language, typed.problems[name])
  const list = Object.keys(typed.problems).map((name) => ({ name, text: say(name)! }))
  return { say, list }
}

/** What a material is: for a new one, and for one that is changed. */
export const factsPage = (props: FactsProps): Page => {
  const { language, typed, row, action, areas, mayNational, others } = props
  const [t, w] = [keepWords[language], words[language]]
  const { optional } = commonWords[language]
  const { say, list } = sayAll(language, typed)
  const field = (name: string) => ({ name, value: typed.values[name] ?? '', problem: say(name) })
  const text = (kind: 'title' | 'description' | 'alt', labels: Record<Language, string>, hint?: string) =>
    languages.map((one) => {
      const shared = { ...field(`${kind}${suffixes[one]}`), label: labels[one] }
      const isAsked = one === 'fi' && kind !== 'alt'
      const more = {
        ...(isAsked ? {} : { optional }),
        ...(one === 'fi' && hint ? { hint } : {}),
      }
      return kind === 'title' ? (
        <TextField {...shared} {...more} autocomplete="off" />
      ) : (
        <TextArea {...shared} {...more} rows={3} lang={one} />
      )
    })
  const places = [
    ...(mayNational ? [{ value: '', label: w.nation }] : []),
    ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  const trail = row ? trailTo(language, row) : [{ label: t.title, href: paths.keep[language] }]
  return formPage({
    ...{ language, trail, action, problems: list, button: t.save },
    title: row ? t.change : t.add,
    lead: row ? undefined : t.addLead,
    children: (
      <>
        {text('title', t.titles)}
        {text('description', t.descriptions, t.descriptionHint)}
        <Fieldset name="audiences" label={t.for} problem={say('audiences')}>
          {audiences.map((one) => (
            <Checkbox
              name={audienceField(one)}
              label={w.audiences[one]}
              checked={typed.values[audienceField(one)] === 'yes'}
            />
          ))}
        </Fieldset>
        <Fieldset name="languages" label={t.fileLanguages} problem={say('languages')}>
          {holderLanguages.map((one) => (
            <Checkbox
              name={languageField(one)}
              label={aboutLanguages[one].name}
              checked={typed.values[languageField(one)] === 'yes'}
            />
          ))}
        </Fieldset>
        <TextField {...field('year')} label={w.year} hint={t.yearHint} width={4} numeric autocomplete="off" />
        <ChipGroup
          {...field('licence')}
          label={t.licence}
          choices={licences.map((value) => ({ value, label: w.licences[value] }))}
        />
        <TextArea {...field('terms')} label={t.terms} hint={t.termsHint} optional={optional} rows={2} />
        {text('alt', t.alts, t.altHint)}
        <Select {...field('area')} label={w.area} options={places} />
        {row && (
          <Select
            {...field('newer')}
            label={t.newer}
            hint={t.newerHint}
            optional={optional}
            options={[
              { value: '', label: t.noNewer },
              ...others.map((one) => ({
                value: String(one.id),
                label: `${saidIn(one.title, language).text} (${one.year})`,
              })),
            ]}
          />
        )}
      </>
    ),
  })
}

const accepted = Object.values(endings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',')

type FileProps = {
  language: Language
  typed: Typed
  row: Material
  action: string
  /** The name of the file whose place the new one takes. */
  replaces: string | null
}

/** One file at a time, since each is looked into. */
export const filePage = ({ language, typed, row, action, replaces }: FileProps): Page => {
  const t = keepWords[language]
  const { say, list } = sayAll(language, typed)
  const title = replaces === null ? t.addFile : t.replaceFile
  const trail = trailTo(language, row)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={title} />
        <ProblemSummary language={language} problems={list} />
        <h1>{title}</h1>
        <p>{replaces === null ? t.addFileLead : t.replaceLead(replaces)}</p>
        <form method="post" action={action} enctype="multipart/form-data" novalidate>
          {typed.problems.file?.startsWith('tells') && (
            <Checkbox
              name="known"
              label={t.known}
              hint={t.knownHint}
              checked={typed.values.known === 'yes'}
            />
          )}
          <FileField name="file" label={t.file} hint={t.fileHint} accept={accepted} problem={say('file')} />
          <p>{t.checked}</p>
          <ButtonRow>
            <Button>{title}</Button>
            <LinkButton secondary href={trail.at(-1)!.href}>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
