import { policyOn } from '../cards/rules.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { PolicyFields } from './form-views.tsx'
import { valuesOf } from './forms.ts'
import type { Preview } from './queries.ts'
import { changedNames, lastDayOf, type SourcedPolicy } from './rules.ts'
import { paths, words } from './words.ts'

type CheckProps = {
  language: Language
  policies: readonly SourcedPolicy[]
  policy: SourcedPolicy
  /** The days whose cards were counted. */
  span: { from: Day; before: Day }
  preview: Preview
}

/** About how many cards, in words; fewer than five are not told. */
const countIn = (language: Language) => (cards: number | null) => {
  const t = words[language]
  if (cards === null) return t.few
  return cards === 0 ? t.none : t.cards(cards)
}

/** The rules that change, before and after. */
const Changes = ({ language, policies, policy }: CheckProps) => {
  const t = words[language]
  const { yes, no } = commonWords[language]
  const old = policyOn(policies, policy.validFrom)
  const until = lastDayOf(policies, policy)
  const say = (value: number | boolean) => (typeof value === 'number' ? String(value) : value ? yes : no)
  return (
    <Table
      id="changes"
      caption={t.changes}
      shape="stack"
      rows={changedNames(old, policy)}
      empty=""
      columns={[
        { label: t.rule, header: true, cell: (name) => t.names[name] },
        { label: t.old(old.validFrom), cell: (name) => say(old[name]) },
        {
          label: until === null ? t.since(policy.validFrom) : t.between(policy.validFrom, until),
          cell: (name) => say(policy[name]),
        },
      ]}
    />
  )
}

const Effect = ({ language, span, preview }: CheckProps) => {
  const t = words[language]
  const count = countIn(language)
  const { leastDays, mostDays } = preview
  const counts = [
    ...(['registered', 'tooYoung', 'nowOldEnough', 'tooManyChildren'] as const),
    ...(['nowFewEnough', 'longer', 'shorter'] as const),
  ]
  return (
    <>
      <h2>{t.preview}</h2>
      <p>{t.previewLead(span.from, addDays(span.before, -1))}</p>
      <SummaryList
        rows={[
          ...counts.map((name) => ({ label: t[name], value: count(preview[name]) })),
          ...(leastDays === null || mostDays === null
            ? []
            : [{ label: t.moved, value: t.days(leastDays, mostDays) }]),
        ]}
      />
    </>
  )
}

/** What the register does not know, and why: said only of what changes. */
const Unknown = ({ language, policies, policy, preview }: CheckProps) => {
  const { unknown, unknowns } = words[language]
  const count = countIn(language)
  const changed = changedNames(policyOn(policies, policy.validFrom), policy)
  const isAnyOf = (...names: typeof changed) => names.some((name) => changed.includes(name))
  const sentences = [
    unknowns.refused,
    ...(preview.withoutYear === 0 ? [] : [unknowns.withoutYear(count(preview.withoutYear))]),
    ...(isAnyOf('childAge') ? [unknowns.childAge(count(preview.withChildren))] : []),
    ...(isAnyOf('communityChildAge', 'communityValidityMonths') ? [unknowns.community] : []),
    ...(isAnyOf('phoneCard') ? [unknowns.phoneCard] : []),
  ]
  return (
    <>
      <h2>{unknown}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

/** Before saving: what changes, what it would have done, and the same form once more below. */
export const CheckPage = (props: CheckProps): Page => {
  const { language, policy } = props
  const t = words[language]
  const values = { ...valuesOf(policy), from: writeDay(policy.validFrom), source: policy.source }
  return {
    title: t.checkTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.checkTitle}
        />
        <h1>{t.checkTitle}</h1>
        <Changes {...props} />
        <SummaryList rows={[{ label: t.source, value: policy.source }]} />
        <Notice kind="info" title={t.staysTitle}>
          <p>{t.stays(policy.validFrom)}</p>
        </Notice>
        <Effect {...props} />
        <Unknown {...props} />
        <ButtonRow>
          <PostButton action={paths.add[language]} fields={values}>
            {t.save}
          </PostButton>
          <LinkButton secondary href={paths.list[language]}>
            {commonWords[language].cancel}
          </LinkButton>
        </ButtonRow>
        <h2>{t.edit}</h2>
        <form method="post" action={paths.new[language]} novalidate>
          <PolicyFields language={language} typed={{ values, problems: {} }} />
          <Button secondary>{t.lookAgain}</Button>
        </form>
      </>
    ),
  }
}
