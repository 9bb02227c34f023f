import { paths as lists, words as listWords } from '../commitment-lists/words.ts'
import { type Kind, languages, ways } from '../commitments/rules.ts'
import { paths as commitmentPaths, words as commitments } from '../commitments/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { fieldId } from '../web/components/field-ids.ts'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { suffixes } from './forms.ts'
import type { Found } from './register-queries.ts'
import { partnerField } from './rules.ts'
import { paths, words } from './words.ts'

export const trailToAll = (language: Language) => [
  { label: listWords[language].title, href: lists.list[language] },
]
export const trailOf = (language: Language) => [
  ...trailToAll(language),
  { label: words[language].title, href: paths.list[language] },
]

/** The fields of a form that came back, in the reader's words. */
const toField = (language: Language, typed: Typed) => {
  const said = sayProblems(typed.problems, words[language].problems)
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  return { said, field }
}

type PartnerProps = {
  language: Language
  kinds: readonly Kind[]
  asked: { kind: Kind | null; q: string }
  /** Null while nothing has been looked for. */
  found: readonly Found[] | null
  typed: Typed
}

const FoundList = ({ language, found, typed, asked }: PartnerProps & { found: readonly Found[] }) => {
  const t = words[language]
  const { field } = toField(language, typed)
  if (found.length === 0) return <p>{t.foundNone}</p>
  const { q, kind } = asked
  const query = new URLSearchParams({ kind: kind ?? '', q })
  return (
    <form method="post" action={`${paths.partner[language]}?${query}`} novalidate>
      <input type="hidden" name="kind" value={kind ?? ''} />
      <Fieldset
        name="partner"
        // The choice above holds once it has been searched with: here stands what the draft will be.
        label={kind === null ? t.found : `${t.found}: ${commitments[language].kinds[kind]}`}
        problem={field('partner').problem}
        hint={t.more}
      >
        {found.map((one, index) => (
          <label class="check">
            <input
              type="radio"
              id={index === 0 ? fieldId('partner') : undefined}
              name="partner"
              value={partnerField(one)}
              checked={field('partner').value === partnerField(one)}
            />
            <span>
              {one.name}
              <br />
              <small>
                {[one.organisation === one.name ? null : one.organisation, one.place]
                  .filter(Boolean)
                  .join(' · ')}
                {one.hasCommitment && ` · ${t.hasCommitment}`}
              </small>
            </span>
          </label>
        ))}
      </Fieldset>
      <ButtonRow>
        <Button>{t.choose}</Button>
      </ButtonRow>
    </form>
  )
}

/** The first step: what it is about, and with whom. */
export const partnerPage = (props: PartnerProps): Page => {
  const { language, kinds, asked, found, typed } = props
  const t = words[language]
  const { said, field } = toField(language, typed)
  return {
    title: t.partnerTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.partnerTitle} />
        <ProblemSummary language={language} problems={said.list} />
        <p class="hint">{t.step(1)}</p>
        <h1>{t.partnerTitle}</h1>
        <search>
          <form method="get" action={paths.partner[language]}>
            <Select
              {...field('kind')}
              value={asked.kind ?? ''}
              label={t.kind}
              options={kinds.map((kind) => ({ value: kind, label: commitments[language].kinds[kind] }))}
            />
            <div class="row">
              <TextField name="q" type="search" label={t.search} value={asked.q} autocomplete="off" />
              <Button secondary={found !== null}>{t.searchButton}</Button>
            </div>
          </form>
        </search>
        {found && <FoundList {...props} found={found} />}
      </>
    ),
  }
}

type PartiesProps = {
  language: Language
  id: number
  kind: Kind
  /** The names of the parties in their order. */
  parties: readonly { name: string; side: keyof (typeof commitments)['fi']['sides'] }[]
  /** The commitment that it takes the place of; null for a first one. */
  earlierId: number | null
  typed: Typed
}

/** The second step: who signs, how, and from when until when. */
export const partiesPage = ({ language, id, kind, parties, earlierId, typed }: PartiesProps): Page => {
  const t = words[language]
  const { optional } = commonWords[language]
  const { said, field } = toField(language, typed)
  return formPage({
    ...{ language, problems: said.list, button: t.next, title: t.partiesTitle, step: t.step(2) },
    trail: trailOf(language),
    action: fill(paths.parties[language], { commitment: id }),
    children: (
      <>
        <p>
          <strong>{commitments[language].kinds[kind]}</strong>
        </p>
        {earlierId !== null && (
          <p>
            {commitments[language].earlier}:{' '}
            <a href={fill(commitmentPaths.one[language], { commitment: earlierId })}>
              {commitments[language].seeEarlier}
            </a>
          </p>
        )}
        {parties.map(({ name, side }, index) => (
          <>
            <h2>{`${commitments[language].sides[side]}: ${name}`}</h2>
            <ChipGroup
              {...field(`way${index + 1}`)}
              label={t.way}
              hint={t.linkHint}
              choices={ways.map((way) => ({ value: way, label: t.wayShort[way] }))}
            />
            <TextField {...field(`name${index + 1}`)} label={t.name} optional={optional} autocomplete="off" />
            <TextField
              {...field(`title${index + 1}`)}
              label={t.role}
              optional={optional}
              autocomplete="off"
            />
            <TextField
              {...field(`email${index + 1}`)}
              type="email"
              label={t.email}
              optional={optional}
              autocomplete="off"
            />
          </>
        ))}
        <h2>{t.valid}</h2>
        <TextField {...field('from')} label={t.from} hint={t.dayHint} width={12} autocomplete="off" />
        <TextField
          {...field('until')}
          label={t.until}
          hint={t.untilHint}
          optional={optional}
          width={12}
          autocomplete="off"
        />
        <TextField {...field('answer')} label={t.answer} width={12} autocomplete="off" />
        <ChipGroup
          {...field('binding')}
          label={t.binding}
          choices={languages.map((one) => ({ value: one, label: t.languages[one] }))}
        />
      </>
    ),
  })
}

/** The third step: what this commitment says besides the template. */
export const additionsPage = ({
  language,
  id,
  typed,
}: {
  language: Language
  id: number
  typed: Typed
}): Page => {
  const t = words[language]
  const { optional } = commonWords[language]
  const { said, field } = toField(language, typed)
  return formPage({
    ...{ language, problems: said.list, button: t.toCheck, title: t.additionsTitle },
    trail: trailOf(language),
    ...{ step: t.step(3), lead: t.additionsLead },
    action: fill(paths.additions[language], { commitment: id }),
    children: languages.map((one) => (
      <TextArea
        {...field(`added${suffixes[one]}`)}
        label={t.added[one]}
        optional={optional}
        rows={6}
        lang={one}
      />
    )),
  })
}
