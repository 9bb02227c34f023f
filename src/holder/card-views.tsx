import { formatCode } from '../codes/rules.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Result } from '../web/components/result.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { type HolderCard, type Standing, standingOn } from './rules.ts'
import { paths, type Words, words } from './words.ts'

type Props = {
  language: Language
  card: HolderCard
  /** What was asked with: goes along in the form that asks for the card itself. */
  asked: { code: string; birthYear: number }
  today: Day
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

const endingText = (t: Words, standing: Standing) => {
  if (standing.is !== 'expiring') return null
  return standing.days === 0 ? t.lastDay : t.endsIn(standing.days)
}

const Validity = ({ language, card, today }: Props) => {
  const t = words[language]
  const standing = standingOn(card.validUntil, today)
  const ending = endingText(t, standing)
  const isValid = standing.is !== 'expired'
  return (
    <>
      <Result outcome={isValid ? 'ok' : 'no'} title={isValid ? t.valid : t.expired}>
        <p>{isValid ? t.until(card.validUntil) : t.endedOn(card.validUntil)}</p>
      </Result>
      {ending && (
        <Notice kind="warn" title={ending}>
          <p>{t.renewSoon}</p>
        </Notice>
      )}
    </>
  )
}

const Uses = ({ language, card, today }: Props) => {
  const t = words[language]
  const year = yearOf(today)
  const number = (count: number) => formatNumber(language, count)
  return (
    <>
      <SummaryList
        rows={[
          { label: t.children, value: number(card.children) },
          { label: t.usesThisYear(year), value: number(sum(card.uses.map(({ thisYear }) => thisYear))) },
          { label: t.usesInAll, value: number(sum(card.uses.map(({ inAll }) => inAll))) },
        ]}
      />
      {card.uses.length === 0 ? (
        <p>{t.noUses}</p>
      ) : (
        <Table
          id="uses"
          caption={t.usesBy}
          empty={t.noUses}
          rows={card.uses}
          columns={[
            { label: t.category, cell: ({ category }) => categoryNames[language][category], header: true },
            { label: String(year), cell: ({ thisYear }) => number(thisYear), number: true },
            { label: t.inAll, cell: ({ inAll }) => number(inAll), number: true },
          ]}
        />
      )}
      <p>{t.usesWhy}</p>
    </>
  )
}

const Advice = ({ language, card }: Props) => {
  const t = words[language]
  const place = municipalityName(card, language)
  return (
    <>
      <h2>{t.near}</h2>
      <p>{t.nearText(place)}</p>
      <p>
        <LinkButton secondary href={`${publicPaths.sites[language]}?${new URLSearchParams({ q: place })}`}>
          {t.nearLink}
        </LinkButton>
      </p>
      <h2>{t.renew}</h2>
      <p>{t.renewText}</p>
      <h2>{t.correct}</h2>
      <p>{t.correctText}</p>
    </>
  )
}

/** What the holder may know of the card. The answer to a form, so that no address names it; kept by nobody. */
export const ownCardPage = (props: Props): Page => {
  const { language, card, asked, today } = props
  const t = words[language]
  const fields = { code: formatCode(asked.code), birthYear: String(asked.birthYear), show: 'card' }
  return {
    title: t.title,
    kind: 'public',
    main: (
      <div class="reading">
        <Validity {...props} />
        {standingOn(card.validUntil, today).is !== 'expired' && (
          <PostButton big action={paths.own[language]} fields={fields}>
            {t.showCard}
          </PostButton>
        )}
        <Uses {...props} />
        <Advice {...props} />
        <h2>{t.doneTitle}</h2>
        <p>{t.doneWhy}</p>
        <p>
          <LinkButton secondary href={paths.own[language]}>
            {t.done}
          </LinkButton>
        </p>
      </div>
    ),
  }
}
