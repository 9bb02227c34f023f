import { bases, type Party, ways } from '../commitments/rules.ts'
import { words as commitmentWords } from '../commitments/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { keepWords } from './keep-words.ts'
import type { OneProps } from './one-props.ts'
import { partyRows, storyOf } from './party-views.tsx'
import { inGroups, otherText, type Status } from './rules.ts'
import { signProblems, signWords } from './sign-words.ts'
import { paths, words } from './words.ts'

export const keepProblems = (language: Language): Record<string, string> => ({
  ...signProblems(language),
  ...keepWords[language].problems,
})

/** What is to be done next for a party that has not signed. */
const Next = ({ language, party, links, now, own }: OneProps & { party: Party }) => {
  const t = keepWords[language]
  if (party.way === 'paper') return <p>{t.paperNext}</p>
  if (party.way === 'account')
    return <p>{own.some(({ id }) => id === party.id) ? t.accountYours : t.accountNext}</p>
  const link = links.find(({ partyId }) => partyId === party.id)
  if (!link) return <p>{t.noLink}</p>
  const isOver = link.endedAt !== null || link.expiresAt <= now
  return (
    <>
      <p>{t.linkSent(link.email, link.madeAt)}</p>
      <p>{isOver ? t.linkOver : link.openedAt ? t.linkOpened : t.linkUntil(link.expiresAt)}</p>
    </>
  )
}

/** A party as its keeper sees it: who signs and how, what comes next, and the deeds for it. */
export const KeeperParty = (props: OneProps & { party: Party; status: Status }) => {
  const { language, commitment, party, status, events } = props
  const [t, w] = [keepWords[language], words[language]]
  const at = { commitment: commitment.id, party: party.id }
  const story = storyOf(party, commitment.state, events)
  return (
    <>
      <SummaryList rows={partyRows(language, party, story)} />
      {story.signed?.way === 'paper' && (
        <p>
          <a href={fill(paths.scan[language], at)}>{t.openScanFor(party.name)}</a>
        </p>
      )}
      {status.kind === 'waiting' && party.signedAt === null && (
        <>
          <p>
            <strong>{w.next}</strong>
          </p>
          <Next {...props} />
          <ButtonRow>
            {party.way === 'link' && (
              <PostButton secondary action={fill(paths.newLink[language], at)}>
                {t.newLinkFor(party.name)}
              </PostButton>
            )}
            <LinkButton secondary href={fill(paths.paper[language], at)}>
              {t.takePaperFor(party.name)}
            </LinkButton>
            <LinkButton secondary href={fill(paths.signatory[language], at)}>
              {t.signatoryFor(party.name)}
            </LinkButton>
          </ButtonRow>
        </>
      )}
    </>
  )
}

type Trail = readonly { label: string; href: string }[]

type CodeProps = { language: Language; trail: Trail; party: Party; code: string | null }

/** The code of a new link: here and now, and nowhere else. */
export const codePage = ({ language, trail, party, code }: CodeProps): Page => {
  const t = keepWords[language]
  const title = code === null ? t.codeNobody : t.codeTitle
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={title} />
        <Notice kind={code === null ? 'warn' : 'ok'} level={1} title={title}>
          {code !== null && (
            <>
              <p>{t.codeLead(party.signatory?.name ?? party.name)}</p>
              <p>
                {t.codeLabel}:{' '}
                <strong class="code-once" translate="no">
                  {code.slice(0, 3)} {code.slice(3)}
                </strong>
              </p>
              <p>{t.codeHow}</p>
            </>
          )}
        </Notice>
        <p>
          <a href={trail.at(-1)!.href}>{t.backToOne}</a>
        </p>
      </>
    ),
  }
}

type FormProps = { language: Language; trail: Trail; typed: Typed; action: string }

/** Taking a commitment back: with a reason that the parties read. */
export const withdrawPage = ({ language, trail, typed, action }: FormProps): Page => {
  const t = keepWords[language]
  const { list, at } = sayProblems(typed.problems, keepProblems(language))
  return formPage({
    ...{ language, trail, action, title: t.withdrawTitle, lead: t.withdrawLead, problems: list },
    button: t.withdrawButton,
    children: (
      <TextArea
        name="reason"
        label={signWords[language].reason}
        hint={signWords[language].reasonHint}
        value={typed.values.reason}
        problem={at('reason')}
        rows={3}
      />
    ),
  })
}

/** Who signs for a party, and how, as its keeper decides. */
export const signatoryPage = (props: FormProps & { party: Party }): Page => {
  const { language, trail, typed, action, party } = props
  const [t, s] = [keepWords[language], signWords[language]]
  const { list, at } = sayProblems(typed.problems, keepProblems(language))
  const field = (name: string) => ({ name, value: typed.values[name] ?? '', problem: at(name) })
  const { optional } = commonWords[language]
  return formPage({
    ...{ language, trail, action, title: t.signatoryFor(party.name), lead: t.signatoryLead, problems: list },
    button: t.signatoryButton,
    children: (
      <>
        <TextField {...field('name')} label={s.personName} autocomplete="off" />
        <TextField {...field('title')} label={s.title} optional={optional} autocomplete="off" />
        <ChipGroup
          name="way"
          label={t.way}
          value={typed.values.way}
          problem={at('way')}
          choices={ways.map((value) => ({ value, label: commitmentWords[language].ways[value] }))}
        />
        <TextField {...field('email')} type="email" label={s.email} optional={optional} autocomplete="off" />
        <TextArea {...field('reason')} label={t.reasonFree} optional={optional} rows={2} />
      </>
    ),
  })
}

/** Taking in a paper: what it says, and the paper itself. */
export const paperPage = (props: FormProps & { party: Party; version: string }): Page => {
  const { language, trail, typed, action, party, version } = props
  const [t, s] = [keepWords[language], signWords[language]]
  const { list, at } = sayProblems(
    { ...typed.problems, ...otherText(typed, version, 'paper-of-another-text') },
    keepProblems(language),
  )
  const field = (name: string) => ({ name, value: typed.values[name] ?? '', problem: at(name) })
  return {
    title: t.takePaperFor(party.name),
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.takePaper} />
        <ProblemSummary
          language={language}
          problems={list.map((one) => ({ ...one, name: one.name === 'version' ? 'same' : one.name }))}
        />
        <h1>{t.takePaperFor(party.name)}</h1>
        <p>{t.paperLead}</p>
        <form method="post" action={action} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="version" value={version} />
          <TextField {...field('name')} label={s.name} autocomplete="off" />
          <TextField {...field('title')} label={s.title} hint={s.titleHint} autocomplete="off" />
          <ChipGroup
            name="basis"
            label={t.basis}
            value={typed.values.basis}
            problem={at('basis')}
            choices={bases.map((value) => ({ value, label: s.bases[value] }))}
          />
          <TextField {...field('reference')} label={s.reference} hint={s.referenceHint} autocomplete="off" />
          <TextField
            {...field('signedOn')}
            label={t.signedOn}
            hint={t.dayHint}
            width={12}
            autocomplete="off"
          />
          <Checkbox
            name="same"
            label={t.same}
            hint={t.sameHint(inGroups(version))}
            checked={typed.values.same === 'yes' && at('version') === undefined}
            problem={at('same') ?? at('version')}
          />
          <FileField
            name="file"
            label={t.file}
            hint={list.length === 0 || at('file') ? t.fileHint : `${t.fileAgain} ${t.fileHint}`}
            accept=".pdf,.jpg,.jpeg,.png"
            problem={at('file')}
          />
          <ButtonRow>
            <Button>{t.takeButton}</Button>
            <LinkButton href={trail.at(-1)!.href} secondary>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
