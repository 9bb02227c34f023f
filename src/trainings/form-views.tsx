import { commonWords } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { professionals } from '../pages/rules.ts'
import { Checkbox, Fieldset } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { agreesField, audienceField, languageField } from './forms.ts'
import { keepWords } from './keep-words.ts'
import { behindOf, type Training } from './rules.ts'
import { trailTo } from './views.tsx'
import { paths, titleIn, whenText, words } from './words.ts'

const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const

type FactsProps = {
  language: Language
  typed: Typed
  /** The training that is changed; null for a new one. */
  training: Training | null
  action: string
  areas: readonly { id: number; name: string }[]
  /** Whether Kaikukeskus may be said to hold it. */
  mayNational: boolean
}
type Fields = FactsProps & { field: (name: string) => { name: string; value: string; problem?: string } }

const toField = (language: Language, typed: Typed) => {
  const said = sayProblems(typed.problems, keepWords[language].problems)
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  return { said, field }
}

/** The name and what it is about, in each language beside each other. */
const TextFields = ({ language, training, field }: Fields) => {
  const t = keepWords[language]
  const { optional } = commonWords[language]
  const behind = training ? behindOf(training) : []
  return (
    <>
      {languages.map((one) => (
        <TextField
          {...field(`title${suffixes[one]}`)}
          label={t.titles[one]}
          autocomplete="off"
          {...(one === 'fi' ? {} : { optional })}
        />
      ))}
      {languages.map((one) => (
        <TextArea
          {...field(`description${suffixes[one]}`)}
          label={t.descriptions[one]}
          rows={3}
          lang={one}
          {...(one === 'fi' ? { hint: t.descriptionHint } : { optional })}
        />
      ))}
      {behind.map((one) => (
        <Checkbox
          name={agreesField(one)}
          label={t.agrees[one]}
          hint={t.behind[one]}
          checked={field(agreesField(one)).value === 'yes'}
        />
      ))}
    </>
  )
}

const WhomFields = ({ language, areas, mayNational, field }: Fields) => {
  const t = keepWords[language]
  const problemOf = (name: string) => field(name).problem
  const isTicked = (name: string) => field(name).value === 'yes'
  return (
    <>
      <Fieldset name="audiences" label={t.for} problem={problemOf('audiences')}>
        {professionals.map((one) => (
          <Checkbox
            name={audienceField(one)}
            label={t.audiences[one]}
            checked={isTicked(audienceField(one))}
          />
        ))}
      </Fieldset>
      <Fieldset name="languages" label={t.spoken} problem={problemOf('languages')}>
        {languages.map((one) => (
          <Checkbox
            name={languageField(one)}
            label={t.languages[one]}
            checked={isTicked(languageField(one))}
          />
        ))}
      </Fieldset>
      <Select
        {...field('area')}
        label={t.host}
        options={[
          ...(mayNational ? [{ value: '', label: words[language].centre }] : []),
          ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </>
  )
}

const WhenFields = ({ language, field }: Fields) => {
  const t = keepWords[language]
  const { optional } = commonWords[language]
  const isTicked = (name: string) => field(name).value === 'yes'
  return (
    <>
      <h2>{t.when}</h2>
      <p>{t.whenLead}</p>
      <TextField {...field('day')} label={t.day} hint={t.dayHint} width={12} autocomplete="off" />
      <TextField {...field('start')} label={t.start} hint={t.startHint} width={6} autocomplete="off" />
      <TextField {...field('end')} label={t.end} width={6} autocomplete="off" />
      <Checkbox name="remote" label={t.remote} checked={isTicked('remote')} />
      <TextField {...field('place')} label={t.place} hint={t.placeHint} autocomplete="off" />
      <TextField
        {...field('seats')}
        label={t.seats}
        optional={optional}
        width={4}
        numeric
        autocomplete="off"
      />
      <TextField
        {...field('signUp')}
        label={t.signUp}
        hint={t.signUpHint}
        optional={optional}
        autocomplete="off"
      />
      <Checkbox
        {...field('ownSignUp')}
        value="yes"
        label={t.ownSignUp}
        hint={t.ownSignUpHint}
        checked={isTicked('ownSignUp')}
      />
    </>
  )
}

const RecordingFields = ({ language, field }: Fields) => {
  const t = keepWords[language]
  const { optional } = commonWords[language]
  return (
    <>
      <h2>{t.recordingTitle}</h2>
      <TextField {...field('recording')} label={t.recording} optional={optional} autocomplete="off" />
      <TextField
        {...field('length')}
        label={t.length}
        optional={optional}
        width={4}
        numeric
        autocomplete="off"
      />
      <Checkbox name="subtitles" label={t.subtitles} checked={field('subtitles').value === 'yes'} />
      <TextField
        {...field('textLink')}
        label={t.textLink}
        hint={t.textHint}
        optional={optional}
        autocomplete="off"
      />
    </>
  )
}

/** What a training is: for a new one, and for one that is changed. */
export const factsPage = (props: FactsProps): Page => {
  const { language, typed, training, action } = props
  const t = keepWords[language]
  const { said, field } = toField(language, typed)
  const fields = { ...props, field }
  return formPage({
    ...{ language, action, problems: said.list, button: t.save },
    title: training ? t.change : t.add,
    trail: training ? trailTo(language, training) : [{ label: t.title, href: paths.keep[language] }],
    lead: training ? undefined : t.addLead,
    children: (
      <>
        <TextFields {...fields} />
        <WhomFields {...fields} />
        <WhenFields {...fields} />
        <RecordingFields {...fields} />
      </>
    ),
  })
}

type CancelProps = { language: Language; typed: Typed; training: Training; action: string }

/** Asks before a training is cancelled, and why, for those who wrote its day down. */
export const cancelPage = ({ language, typed, training, action }: CancelProps): Page => {
  const t = keepWords[language]
  const { said, field } = toField(language, typed)
  return formPage({
    ...{ language, action, problems: said.list, button: t.cancel, trail: trailTo(language, training) },
    title: t.cancelAsk,
    lead: `${titleIn(language, training).text}, ${whenText(language, training)}. ${t.cancelLead}`,
    children: languages.map((one) => (
      <TextArea
        {...field(`why${suffixes[one]}`)}
        label={t.whys[one]}
        rows={2}
        lang={one}
        {...(one === 'fi' ? { hint: t.whyHint } : { optional: commonWords[language].optional })}
      />
    )),
  })
}
