import type { OwnCard } from '../cards/queries.ts'
import { aboutLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { type Consent, type ConsentKind, hasConsent } from './rules.ts'
import { cardPage, paths, words } from './words.ts'

export const withdrawPaths = { register: paths.withdrawRegister, wellbeing: paths.withdrawWellbeing }

type ConsentsProps = {
  language: Language
  card: OwnCard
  consents: readonly Consent[]
  /** What has just been withdrawn. */
  done: ConsentKind | null
}

/** All that the holder of one card has agreed to, in the words that were said. */
export const consentsPage = ({ language, card, consents, done }: ConsentsProps): Page => {
  const t = words[language]
  // A card that was imported without its consent can be given up all the same.
  const isBare = card.state === 'registered' && !hasConsent(consents, 'register')
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done && (
          <Notice kind="ok" title={done === 'register' ? t.doneRegister : t.doneWellbeing}>
            <p>{done === 'register' ? t.doneRegisterText : t.doneWellbeingText}</p>
          </Notice>
        )}
        <h1>
          {t.title} <CodeEnd lastFour={card.tail} />
        </h1>
        <p class="lead">{t.lead}</p>
        {consents.map((consent) => (
          <OneConsent language={language} card={card} consent={consent} />
        ))}
        {isBare && (
          <>
            <h2>{t.none}</h2>
            <p>{t.noneText}</p>
            <Withdraw language={language} card={card} kind="register" />
          </>
        )}
        <p>
          <a href={fill(cardPage[language], { card: card.id })}>{t.toCard}</a>
        </p>
      </>
    ),
  }
}

type OneProps = { language: Language; card: OwnCard; consent: Consent }

const OneConsent = ({ language, card, consent }: OneProps) => {
  const t = words[language]
  const said = isHolderLanguage(consent.language ?? undefined)
    ? aboutLanguages[consent.language as keyof typeof aboutLanguages]
    : null
  const { withdrawnAt } = consent
  return (
    <>
      <h2>{t.kinds[consent.kind]}</h2>
      <SummaryList
        rows={[
          {
            label: t.state,
            value: withdrawnAt ? t.withdrawn(withdrawnAt) : <Tag kind="ok">{t.stands}</Tag>,
          },
          {
            label: t.given,
            value: consent.givenAt ? t.instant(consent.givenAt) : t.day(consent.givenOn),
          },
          { label: t.language, value: said ? <span lang={said.tag}>{said.name}</span> : t.unknown },
          { label: t.version, value: consent.version },
          { label: t.unit, value: consent.unit },
        ]}
      />
      {consent.words && said ? (
        <details>
          <summary>{t.showWords}</summary>
          <blockquote lang={said.tag} dir={said.direction}>
            {consent.words}
          </blockquote>
        </details>
      ) : (
        <p>{t.noWords}</p>
      )}
      {!withdrawnAt && <Withdraw language={language} card={card} kind={consent.kind} />}
    </>
  )
}

type WithdrawProps = { language: Language; card: OwnCard; kind: ConsentKind }

const Withdraw = ({ language, card, kind }: WithdrawProps) => {
  const t = words[language]
  return (
    <LinkButton secondary href={fill(withdrawPaths[kind][language], { card: card.id })}>
      {t.withdraw}
      <span class="vh"> {t.kinds[kind]}</span>
    </LinkButton>
  )
}

/** Asks before what cannot be undone. */
export const withdrawPage = ({ language, card, kind }: WithdrawProps): Page => {
  const t = words[language]
  const isCard = kind === 'register'
  return formPage({
    language,
    title: isCard ? t.askRegister : t.askWellbeing,
    trail: [{ label: t.title, href: fill(paths.consents[language], { card: card.id }) }],
    lead: isCard ? t.askRegisterText : t.askWellbeingText,
    action: fill(withdrawPaths[kind][language], { card: card.id }),
    problems: [],
    button: isCard ? t.doRegister : t.doWellbeing,
    children: isCard ? <p>{t.askRegisterThen}</p> : null,
  })
}
