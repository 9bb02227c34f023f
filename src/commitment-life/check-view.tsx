import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { stepsTo } from './deed-views.tsx'
import type { Seen } from './deeds.ts'
import type { LifeEvent } from './rules.ts'
import { at } from './views.tsx'
import { paths, words } from './words.ts'

type CheckProps = {
  language: Language
  seen: Seen
  event: LifeEvent
  right: boolean
  place?: string | null
}

/** What each deed is called on its check page, and where its form and its doing are. */
const deedOf = (language: Language, { kind }: LifeEvent) => {
  const t = words[language]
  if (kind === 'notice')
    return { title: t.checkNotice, button: t.doNotice, form: paths.notice, confirm: paths.giveNotice }
  if (kind === 'ended') return { title: t.checkEnd, button: t.doEnd, form: paths.end, confirm: paths.endIt }
  if (kind === 'extended')
    return { title: t.checkExtend, button: t.doExtend, form: paths.extend, confirm: paths.extendIt }
  return { title: t.checkSucceed, button: t.doSucceed, form: paths.succeed, confirm: paths.succeedIt }
}

/** The answers as the form writes them. */
export const valuesOf = (event: LifeEvent, right: boolean): Record<string, string> => {
  const reason = event.details.reason ?? ''
  if (event.kind === 'notice')
    return {
      ...{ party: String(event.party), endsOn: writeDay(event.details.endsOn), reason },
      ...{ came: event.details.came ?? '', right: right ? 'yes' : '' },
    }
  if (event.kind === 'ended') return { endsOn: writeDay(event.details.endsOn), reason }
  if (event.kind === 'extended') return { until: writeDay(event.details.until), reason }
  if (event.kind === 'succeeded')
    return { party: String(event.party), organisation: String(event.details.organisation), reason }
  return { reason }
}

/** What the form asked for in words: on what a change stands, how a day was agreed on, why notice is given. */
const reasonLabel = (language: Language, { kind }: LifeEvent): string => {
  const t = words[language]
  if (kind === 'notice') return t.reason
  return kind === 'succeeded' ? t.basis : t.howAgreed
}

const factsOf = ({ language, seen, event, place }: CheckProps): SummaryRow[] => {
  const t = words[language]
  const partyName = seen.parties.find(({ id }) => id === event.party)?.name
  const day =
    event.kind === 'extended' ? event.details.until : 'endsOn' in event.details ? event.details.endsOn : null
  return [
    { label: t.parties, value: seen.parties.map(({ name }) => name).join(' · ') },
    ...(partyName ? [{ label: event.kind === 'notice' ? t.party : t.whichParty, value: partyName }] : []),
    ...(event.kind === 'succeeded' ? [{ label: t.successor, value: event.details.name }] : []),
    ...(place ? [{ label: t.place, value: place }] : []),
    ...(day
      ? [{ label: event.kind === 'extended' ? t.newUntil : t.endsOn, value: formatDay(language, day) }]
      : []),
    ...(event.kind === 'notice' && event.details.came ? [{ label: t.came, value: event.details.came }] : []),
    ...(event.details.reason ? [{ label: reasonLabel(language, event), value: event.details.reason }] : []),
    ...(event.kind === 'notice' || event.kind === 'ended' ? [{ label: t.after, value: t.afterWhat }] : []),
    { label: t.told, value: t.toldWho },
  ]
}

/** Before it is done: what it is, who is told, and what follows. Nothing is saved yet. */
export const checkPage = (props: CheckProps): Page => {
  const { language, seen, event, right } = props
  const t = words[language]
  const deed = deedOf(language, event)
  const isEnd = event.kind === 'notice' || event.kind === 'ended'
  return {
    title: deed.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={stepsTo(language, seen)} here={deed.title} />
        <h1>{deed.title}</h1>
        {isEnd && <Notice kind="warn" title={t.endsTitle} />}
        <SummaryList rows={factsOf(props)} />
        <ButtonRow>
          <PostButton action={at(language, deed.confirm, seen.life.id)} fields={valuesOf(event, right)}>
            {deed.button}
          </PostButton>
          <PostButton
            secondary
            action={at(language, deed.form, seen.life.id)}
            fields={{ ...valuesOf(event, right), again: 'yes' }}
          >
            {t.changeAnswers}
          </PostButton>
          <LinkButton secondary href={at(language, paths.life, seen.life.id)}>
            {commonWords[language].cancel}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
