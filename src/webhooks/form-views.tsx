import type { Program } from '../api-clients/queries.ts'
import { paths as programPaths } from '../api-clients/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox, Fieldset } from '../web/components/choices.tsx'
import { Copied } from '../web/components/copied.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { formWords } from './form-words.ts'
import type { Webhook } from './queries.ts'
import { practiceEvents, webhookEvents } from './rules.ts'
import { paths, words } from './words.ts'

type OfProgram = { language: Language; program: Program }

const trailOf = ({ language, program: { id, name } }: OfProgram) => [
  { label: words[language].programs, href: programPaths.list[language] },
  { label: name, href: fill(programPaths.one[language], { program: id }) },
  { label: words[language].title, href: fill(paths.list[language], { program: id }) },
]

/** Where to tell, and of what. A program that is being built is offered what its practice can bring about. */
export const makePage = (props: OfProgram & { typed: Typed }): Page => {
  const { language, program, typed } = props
  const t = formWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  const wasSent = Object.keys(typed.values).length > 0
  const offered = program.isTest ? practiceEvents : webhookEvents
  return formPage({
    language,
    title: t.makeTitle,
    trail: trailOf(props),
    lead: program.isTest ? t.practiceLead : t.makeLead,
    action: fill(paths.make[language], { program: program.id }),
    problems: list,
    button: t.doMake,
    children: (
      <>
        <TextField
          name="url"
          label={words[language].address}
          hint={t.urlHint}
          width={24}
          autocomplete="off"
          value={typed.values.url}
          problem={at('url')}
        />
        <Fieldset name="events" label={words[language].told}>
          {offered.map((event) => (
            <Checkbox
              name={event}
              label={words[language].events[event]}
              checked={wasSent ? typed.values[event] === 'yes' : true}
              problem={at(event)}
            />
          ))}
        </Fieldset>
      </>
    ),
  })
}

type SecretProps = OfProgram & { url: string; secret: string; oldEnds: Date | null }

/** The one time that a secret is shown: the answer to the form itself, at no address of its own. */
export const secretPage = (props: SecretProps): Page => {
  const { language, program, url, secret, oldEnds } = props
  const t = formWords[language]
  return {
    title: t.madeTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(props)} here={t.madeTitle} />
        <h1>{t.madeTitle}</h1>
        <p>
          <bdi>{url}</bdi>
        </p>
        <Notice kind="warn">
          <p>{t.madeOnce}</p>
        </Notice>
        <h2>{t.yourSecret}</h2>
        <Copied id="secret" text={secret} label={t.copy} done={t.copied} />
        <p>{t.secretFor}</p>
        {oldEnds && <p>{t.oldSigns(words[language].at(oldEnds))}</p>}
        <p>
          <LinkButton href={fill(paths.list[language], { program: program.id })}>{t.toList}</LinkButton>
        </p>
      </>
    ),
  }
}

type OfWebhook = OfProgram & { webhook: Webhook }

export const newSecretPage = (props: OfWebhook): Page => {
  const { language, program, webhook } = props
  const t = formWords[language]
  return formPage({
    language,
    title: t.secretTitle,
    trail: trailOf(props),
    lead: <bdi>{webhook.url}</bdi>,
    action: fill(paths.secret[language], { program: program.id, webhook: webhook.id }),
    problems: [],
    button: t.doSecret,
    children: <p>{t.secretThen}</p>,
  })
}

export const endPage = (props: OfWebhook): Page => {
  const { language, program, webhook } = props
  const t = formWords[language]
  return formPage({
    language,
    title: t.endTitle,
    trail: trailOf(props),
    lead: <bdi>{webhook.url}</bdi>,
    action: fill(paths.end[language], { program: program.id, webhook: webhook.id }),
    problems: [],
    button: t.doEnd,
    children: <p>{t.endThen}</p>,
  })
}
