import { type BindingLanguage, bases, languages, type Right } from '../commitments/rules.ts'
import { languageNames } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { rightText } from './event-words.ts'
import { inGroups, otherText } from './rules.ts'
import { signProblems, signWords } from './sign-words.ts'

/** Where a signatory stands: with an account or by a link, the questions are the same. */
type StepProps = {
  language: Language
  typed: Typed
  /** The way back; its last step is the commitment's text. */
  trail: readonly { label: string; href: string }[]
  action: string
  /** The party that is signed for, and who signs. */
  party: string
  signatory: string
}

/** Who signs, in which right, and what they read. */
export const stepPage = (props: StepProps & { version: string }): Page => {
  const { language, typed, trail, action, party, signatory, version } = props
  const t = signWords[language]
  const { list, at } = sayProblems(
    { ...typed.problems, ...otherText(typed, version, 'text-changed') },
    signProblems(language),
  )
  const field = (name: string) => ({ name, value: typed.values[name] ?? '', problem: at(name) })
  return formPage({
    ...{ language, trail, action, title: t.stepTitle, lead: t.stepLead },
    problems: list.map((one) => ({ ...one, name: one.name === 'version' ? '' : one.name })),
    button: t.toCheck,
    children: (
      <>
        <input type="hidden" name="version" value={version} />
        <SummaryList
          rows={[
            { label: t.signsFor, value: party },
            { label: t.name, value: signatory },
          ]}
        />
        <TextField {...field('title')} label={t.title} hint={t.titleHint} autocomplete="organization-title" />
        <ChipGroup
          name="basis"
          label={t.basis}
          value={typed.values.basis}
          problem={at('basis')}
          choices={bases.map((value) => ({ value, label: t.bases[value] }))}
        />
        <TextField {...field('reference')} label={t.reference} hint={t.referenceHint} autocomplete="off" />
        <ChipGroup
          name="language"
          label={t.language}
          value={typed.values.language}
          problem={at('language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </>
    ),
  })
}

type Answered = { title: string; right: Right; language: BindingLanguage; version: string }

type CheckProps = StepProps & {
  /** The commitment's title. */
  commitment: string
  /** Where the answers can be changed. */
  back: string
  answers: Answered
}

/** The answers once more, and the one box that makes a signature of them. */
export const checkPage = (props: CheckProps): Page => {
  const { language, typed, trail, action, back, party, signatory, commitment, answers } = props
  const t = signWords[language]
  const { list, at } = sayProblems(typed.problems, signProblems(language))
  const hidden: Record<string, string> = {
    title: answers.title,
    basis: answers.right.basis,
    reference: answers.right.reference ?? '',
    language: answers.language,
    version: answers.version,
  }
  const fields = Object.entries(hidden).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ))
  return {
    title: t.checkTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.checkTitle} />
        <ProblemSummary
          language={language}
          problems={list.map((one) => (one.name === 'right' ? one : { ...one, name: '' }))}
        />
        <h1>{t.checkTitle}</h1>
        <p>{t.checkLead}</p>
        <SummaryList
          rows={[
            { label: t.commitment, value: commitment },
            { label: t.signsFor, value: party },
            { label: t.name, value: signatory },
            { label: t.title, value: answers.title },
            { label: t.basis, value: rightText(language, answers.right) },
            { label: t.language, value: languageNames[answers.language] },
            { label: t.version, value: <code>{inGroups(answers.version)}</code> },
          ]}
        />
        <form method="post" action={back}>
          {fields}
          <input type="hidden" name="again" value="yes" />
          <Button secondary>{t.change}</Button>
        </form>
        <form method="post" action={action} novalidate>
          {fields}
          <Checkbox name="right" label={t.right} problem={at('right')} />
          <ButtonRow>
            <Button>{t.submit}</Button>
          </ButtonRow>
        </form>
        <p>
          <a href={trail.at(-1)!.href}>{t.readText}</a>
        </p>
      </>
    ),
  }
}

type RefusedProps = Pick<StepProps, 'language' | 'trail'> & { text: string }

/** Why it cannot be signed now, and the way back to how it stands. */
export const refusedPage = ({ language, trail, text }: RefusedProps): Page => {
  const t = signWords[language]
  return {
    title: t.stepTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.stepTitle} />
        <h1>{t.stepTitle}</h1>
        <Notice kind="warn">
          <p>{text}</p>
        </Notice>
        <p>
          <a href={trail.at(-1)!.href}>{t.readText}</a>
        </p>
      </>
    ),
  }
}

type ReasonProps = Omit<StepProps, 'party' | 'signatory'>

/** Declining: the others read why. */
export const declinePage = ({ language, typed, trail, action }: ReasonProps): Page => {
  const t = signWords[language]
  const { list, at } = sayProblems(typed.problems, signProblems(language))
  return formPage({
    ...{ language, trail, action, title: t.declineTitle, lead: t.declineLead, problems: list },
    button: t.declineButton,
    children: (
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={typed.values.reason}
        problem={at('reason')}
        rows={3}
      />
    ),
  })
}

/** “I am not the right person”: who is. The coordinator then asks them. */
export const rightPersonPage = (props: ReasonProps & { endsLink: boolean }): Page => {
  const { language, typed, trail, action, endsLink } = props
  const t = signWords[language]
  const { list, at } = sayProblems(typed.problems, signProblems(language))
  const field = (name: string) => ({ name, value: typed.values[name] ?? '', problem: at(name) })
  return formPage({
    ...{ language, trail, action, title: t.rightPersonTitle, problems: list },
    lead: endsLink ? `${t.rightPersonLead} ${t.rightPersonLink}` : t.rightPersonLead,
    button: t.rightPersonButton,
    children: (
      <>
        <TextField {...field('name')} label={t.personName} autocomplete="off" />
        <TextField {...field('title')} label={t.title} hint={t.titleHint} autocomplete="off" />
        <TextField {...field('email')} type="email" label={t.email} autocomplete="off" />
        <TextArea {...field('reason')} label={t.reason} hint={t.keeperReads} rows={2} />
      </>
    ),
  })
}
