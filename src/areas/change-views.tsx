import type { Moving } from '../cards/validity-queries.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { ChangeKind } from '../network/change-rules.ts'
import { type NewStage, phaseOn } from '../network/membership-rules.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { DayField, LocalOnly, sentences, trailOf } from './form-views.tsx'
import type { KeptArea, Member } from './queries.ts'
import { Eras, PhaseTag } from './views.tsx'
import { paths, words } from './words.ts'

type Base = { language: Language; area: KeptArea; member: Member; today: Day }

const addressOf = ({ language, area, member }: Base) =>
  fill(paths.member[language], { area: area.id, municipality: member.id })

/** Which days each change asks for. */
const asks: Record<ChangeKind, readonly ('from' | 'until')[]> = {
  prepare: ['from'],
  pilot: ['from', 'until'],
  'pilot-end': ['until'],
  permanent: ['from'],
  'cross-use': ['from'],
  end: ['until'],
}
const asksCrossUse = (kind: ChangeKind) => kind === 'pilot' || kind === 'permanent'

/** A municipality in an area: its rows, what can be changed, and the form of the change that was chosen. */
export const MemberPage = (
  props: Base & { kinds: readonly ChangeKind[]; chosen: ChangeKind | null; typed: Typed },
): Page => {
  const { language, area, member, today, kinds, chosen, typed } = props
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['from', 'until'])
  const title = municipalityName(member, language)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Breadcrumb language={language} trail={trailOf(language, area)} here={title} />
        <h1>{title}</h1>
        <p>
          <PhaseTag language={language} phase={phaseOn(member.stages, today)} />
        </p>
        <h2>{t.rows}</h2>
        <Eras language={language} eras={member.stages} />
        {chosen && kinds.includes(chosen) ? (
          <>
            <h2>{t.changes[chosen]}</h2>
            <form method="get" action={addressOf(props)} novalidate>
              <input type="hidden" name="change" value={chosen} />
              <input type="hidden" name="asked" value="yes" />
              {asks[chosen].map((name) => (
                <DayField language={language} typed={typed} say={say} name={name} />
              ))}
              {asksCrossUse(chosen) && <LocalOnly language={language} typed={typed} />}
              <Button>{t.look}</Button>
            </form>
          </>
        ) : (
          <>
            <h2>{t.which}</h2>
            {kinds.length === 0 ? (
              <p>{t.nothing}</p>
            ) : (
              <ButtonRow>
                {kinds.map((kind) => (
                  <LinkButton secondary href={`${addressOf(props)}?change=${kind}`}>
                    {t.changes[kind]}
                  </LinkButton>
                ))}
              </ButtonRow>
            )}
          </>
        )}
      </>
    ),
  }
}

type ConfirmProps = Base & {
  chosen: ChangeKind
  values: Record<string, string>
  after: readonly NewStage[]
  moving: readonly Moving[]
  isReady: boolean
}

/** What a change will do, before it is done: the rows as they will be, and the cards whose last day moves. */
export const ConfirmPage = (props: ConfirmProps): Page => {
  const { language, area, member, chosen, values, after, moving, isReady } = props
  const t = words[language]
  const place = municipalityName(member, language)
  const query = new URLSearchParams({ ...values, asked: '' })
  return {
    title: t.confirmTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[...trailOf(language, area), { label: place, href: addressOf(props) }]}
          here={t.confirmTitle}
        />
        <h1>{`${t.changes[chosen]}: ${place}`}</h1>
        {!isReady && (chosen === 'pilot' || chosen === 'permanent') && (
          <Notice kind="warn">
            <p>{t.notReady}</p>
          </Notice>
        )}
        <Notice kind="info">
          {moving.length === 0 ? (
            <p>{t.noCardsMove}</p>
          ) : (
            moving.slice(0, 5).map(({ cards, until }) => <p>{t.cardsMove(cards, until)}</p>)
          )}
          {chosen === 'end' && <p>{t.cardsStay}</p>}
        </Notice>
        <h2>{t.becomes}</h2>
        <Eras language={language} eras={after} />
        <form method="post" action={addressOf(props)}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button>{t.confirm}</Button>
            <LinkButton secondary href={`${addressOf(props)}?${query}`}>
              {t.goBack}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
