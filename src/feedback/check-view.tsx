import type { Child } from 'hono/jsx'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { type At, aboutText, Carried, type FormProps, textsOf } from './form-parts.tsx'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import { Lines, OtherWays, publicPage, Question } from './public-parts.tsx'
import type { Way } from './rules.ts'
import { holdsReach } from './text-rules.ts'

export type CheckProps = FormProps & {
  /** Of this one writer: what is sent twice with it is one. */
  formKey: string
}

const factsOf = (props: CheckProps): { label: string; value: Child }[] => {
  const { reader, typed, municipalities } = props
  const [t, form] = [pageWords[reader], formWords[reader]]
  const chosen = municipalities.find(({ id }) => String(id) === typed.values.municipality)
  return [
    { label: t.about, value: aboutText(props) },
    ...(chosen ? [{ label: form.municipality, value: <bdi>{municipalityName(chosen, reader)}</bdi> }] : []),
    {
      label: t.message,
      value: <Lines text={typed.values.message ?? ''} dir={aboutLanguages[reader].direction} />,
    },
  ]
}

/** What keeps nothing of the writer comes first, and is chosen already. */
const shownWays: readonly Way[] = ['link', 'email', 'none']

const HowToAnswer = ({ reader, typed, at }: CheckProps & { at: At }) => {
  const form = formWords[reader]
  return (
    <>
      <ChipGroup
        name="way"
        label={form.way}
        choices={shownWays.map((value) => ({ value, label: form.ways[value] }))}
        value={typed.values.way || 'link'}
        problem={at('way')}
      />
      <div class="if-email">
        <TextField
          name="email"
          type="email"
          label={form.email}
          hint={form.emailHint}
          optional={pageWords[reader].optional}
          value={typed.values.email}
          problem={at('email')}
          autocomplete="email"
        />
      </div>
    </>
  )
}

/** The third page: how to hear the answer, with what will be sent in sight. */
export const checkPage = (props: CheckProps): Page => {
  const { reader, typed, stamp, formKey } = props
  const form = formWords[reader]
  const { list, at } = sayProblems(typed.problems, textsOf(reader))
  const carried = { ...typed.values, stamp: stamp.text, key: formKey }
  const names = ['about', 'site', 'municipality', 'message', 'homepage', 'stamp', 'key']
  return publicPage({
    reader,
    title: form.check,
    problems: list,
    children: (
      <>
        <OtherWays reader={reader} problems={typed.problems} />
        <h1>{form.check}</h1>
        <SummaryList rows={factsOf(props)} />
        {holdsReach(typed.values.message ?? '') && (
          <Notice kind="warn">
            <p>{form.holdsReach}</p>
          </Notice>
        )}
        <form method="post" action={publicPaths.feedback[reader]} novalidate>
          <Carried values={carried} names={names} />
          <HowToAnswer {...props} at={at} />
          <Question reader={reader} stamp={stamp} problem={at('answer')} />
          <ButtonRow>
            <Button big name="step" value="send">
              {form.send}
            </Button>
            <Button secondary name="step" value="change">
              {form.changeMessage}
            </Button>
          </ButtonRow>
        </form>
      </>
    ),
  })
}

/** After a message that wants no answer. */
export const thanksPage = (reader: HolderLanguage): Page => {
  const form = formWords[reader]
  return publicPage({
    reader,
    title: form.thanks,
    children: (
      <>
        <Notice kind="ok" title={form.thanks} level={1}>
          <p>{form.thanksText}</p>
        </Notice>
        <p>
          <a href={publicPaths.feedback[reader]}>{pageWords[reader].another}</a>
        </p>
      </>
    ),
  })
}
