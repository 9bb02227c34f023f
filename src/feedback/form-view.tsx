import { compareFor } from '../i18n/holder-format.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { NumberField, Select, TextArea, TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { publicPage, Unseen } from './public-parts.tsx'
import { type PublicProblem, publicWords } from './public-words.ts'
import type { Place } from './queries.ts'
import type { Stamp } from './robot-rules.ts'
import { type About, abouts } from './rules.ts'

export type FormProps = {
  reader: HolderLanguage
  typed: Typed
  /** The place that it is about, where the address says so. */
  site: { id: number; name: string } | null
  about: About | undefined
  municipalities: readonly Place[]
  stamp: Stamp
}

const textsOf = (reader: HolderLanguage): Record<string, string> => publicWords[reader].problems
/** What was taken out of a text is said even where something else is wrong too. */
export const withRemoved = ({ values, problems }: Typed): Record<string, string> => {
  const removed = `removed-${(values.removed ?? '').replace('-', '')}`
  return removed in publicWords.fi.problems ? { ...problems, message: removed } : problems
}
export const isWarned = ({ values, problems }: Typed): boolean =>
  values.warned === 'yes' || problems.message === ('reach-warned' satisfies PublicProblem)

const Where = ({ reader, site, typed, municipalities, at }: FormProps & { at: At }) => {
  const t = publicWords[reader]
  if (site)
    return (
      <>
        <input type="hidden" name="site" value={String(site.id)} />
        <p>
          {t.aboutSite}:{' '}
          <strong>
            <bdi>{site.name}</bdi>
          </strong>
          . <a href={publicPaths.feedback[reader]}>{t.otherSite}</a>
        </p>
      </>
    )
  const named = municipalities.map((one) => ({ id: one.id, name: municipalityName(one, reader) }))
  const compare = compareFor(reader)
  return (
    <Select
      name="municipality"
      label={t.municipality}
      hint={t.municipalityHint}
      optional={t.optional}
      value={typed.values.municipality ?? ''}
      problem={at('municipality')}
      options={[
        { value: '', label: t.noMunicipality },
        ...named
          .sort((a, b) => compare(a.name, b.name))
          .map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  )
}
type At = (field: string) => string | undefined

const HowToAnswer = ({ reader, typed, at }: FormProps & { at: At }) => {
  const t = publicWords[reader]
  return (
    <>
      <ChipGroup
        name="way"
        label={t.way}
        choices={(['link', 'email', 'none'] as const).map((value) => ({ value, label: t.ways[value] }))}
        value={typed.values.way ?? 'link'}
        problem={at('way')}
      />
      <div class="if-email">
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          optional={t.optional}
          value={typed.values.email}
          problem={at('email')}
          autocomplete="email"
        />
      </div>
    </>
  )
}

/** The plain question, asked only where much looks odd. */
const Question = ({ reader, stamp, at }: FormProps & { at: At }) => {
  const t = publicWords[reader]
  const problem = at('answer')
  if (problem === undefined) return null
  return (
    <NumberField name="answer" label={t.question(stamp.number)} hint={t.questionHint} problem={problem} />
  )
}

/** The form: short enough for one page, so that everything said before sending is seen. */
export const feedbackPage = (props: FormProps): Page => {
  const { reader, typed, site, about, stamp } = props
  const t = publicWords[reader]
  const { list, at } = sayProblems(withRemoved(typed), textsOf(reader))
  const chosen = typed.values.about ?? about ?? (site ? 'site' : undefined)
  return publicPage({
    reader,
    title: t.title,
    problems: list,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>{t.privacy}</p>
        <form method="post" action={publicPaths.feedback[reader]} novalidate>
          <ChipGroup
            name="about"
            label={t.about}
            hint={t.accessibilityNote}
            choices={abouts.map((value) => ({ value, label: t.abouts[value] }))}
            value={chosen}
            problem={at('about')}
          />
          <Where {...props} at={at} />
          <TextArea
            name="message"
            label={t.message}
            hint={t.messageHint}
            value={typed.values.message}
            problem={at('message')}
            rows={8}
          />
          <HowToAnswer {...props} at={at} />
          <Question {...props} at={at} />
          <Unseen reader={reader} stamp={stamp.text} warned={isWarned(typed)} />
          <Button big>{t.send}</Button>
        </form>
      </>
    ),
  })
}

/** After a message that wants no answer. */
export const thanksPage = (reader: HolderLanguage): Page => {
  const t = publicWords[reader]
  return publicPage({
    reader,
    title: t.thanks,
    children: (
      <>
        <Notice kind="ok" title={t.thanks} level={1}>
          <p>{t.thanksText}</p>
        </Notice>
        <p>
          <a href={publicPaths.feedback[reader]}>{t.another}</a>
        </p>
      </>
    ),
  })
}
