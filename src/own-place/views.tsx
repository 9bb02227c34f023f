import type { Child } from 'hono/jsx'
import { type EditionName, printedName } from '../brochures/rules.ts'
import { words as brochureWords } from '../brochures/words.ts'
import type { Confirmed } from '../confirmations/queries.ts'
import { paths as confirmations } from '../confirmations/words.ts'
import type { Contact } from '../contacts/queries.ts'
import { contactsPath } from '../contacts/words.ts'
import { feedWords } from '../events/feed-words.ts'
import { paths as events, words as eventWords } from '../events/words.ts'
import { paths as goodwill, words as goodwillWords } from '../goodwill/words.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as inductionPaths, words as inductionWords } from '../induction/words.ts'
import { municipalityName } from '../network/rules.ts'
import { paths as checklist, words as checklistWords } from '../own-checklist/words.ts'
import { paths as ownStatistics, words as ownStatisticsWords } from '../own-statistics/words.ts'
import { publicPaths } from '../public-paths.ts'
import type { WaitingLines } from '../signing/words.ts'
import { paths as terms } from '../terms/words.ts'
import { contactLine } from '../units/contact-rules.ts'
import { contactPath, contactWords } from '../units/contact-words.ts'
import { paths as unrecognised, words as unrecognisedWords } from '../unrecognised/words.ts'
import { WithAside } from '../web/components/aside.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice, type Told, ToldNotice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Waiting } from '../web/components/waiting.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Coordinator, OwnPlace } from './queries.ts'
import { words } from './words.ts'

type Props = {
  language: Language
  year: number
  place: OwnPlace
  /** The next step of a place on its way in; null when there is none. */
  newcomer: WaitingLines | null
  /** What waits for the reader's signature. */
  waiting: WaitingLines | null
  contacts: Contact[]
  confirmed: Confirmed | undefined
  /** What the place should commit to in time. */
  told: Told | null
  coordinators: Coordinator[]
  /** The list of people who have an account here. */
  people: string
  /** What is to be told of the reader's own induction, or null. */
  induction: string | null
  /** The latest of the place's area. */
  brochure: EditionName | undefined
  /** How many of a site's event feeds could not be read. */
  failingFeeds: number
}

/** All that the register says of one's own unit or site, and what is to be done there. */
export const OwnPlacePage = (props: Props): Page => {
  const { language, place, people } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{place.name}</h1>
        <p class="lead">{t.lead[place.kind]}</p>
        <WithAside title={t.ask} aside={<Ask {...props} />}>
          {props.told && <ToldNotice told={props.told} />}
          <Waiting waiting={props.newcomer} />
          <Waiting waiting={props.waiting} />
          <Confirmation {...props} />
          <BrokenFeeds {...props} />
          <Induction {...props} />
          <Section id="contacts" title={t.contacts}>
            <Contacts {...props} />
          </Section>
          {place.kind === 'site' && <Terms {...props} />}
          <Visiting {...props} />
          <Brochure {...props} />
          <Section id="facts" title={t.facts}>
            <Facts {...props} />
            <p class="hint">{t.wrong}</p>
          </Section>
          <p>
            <a href={ownStatistics.statistics[language]}>{ownStatisticsWords[language].title}</a>
          </p>
          <Section id="people" title={t.people}>
            <p>{t.peopleText}</p>
            <p>
              <a href={people}>{t.seePeople}</a>
            </p>
          </Section>
        </WithAside>
      </>
    ),
  }
}

const Section = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

/** The one thing that has a time: said first while it is not done. */
const Confirmation = ({ language, year, confirmed }: Props) => {
  const t = words[language]
  const href = confirmations.confirm[language]
  if (!confirmed)
    return (
      <Notice kind="warn" title={t.notConfirmed}>
        <p>{t.notConfirmedText}</p>
        <p>
          <LinkButton href={href}>{t.confirm}</LinkButton>
        </p>
      </Notice>
    )
  return (
    <Section id="confirmation" title={t.confirmation(year)}>
      <p>{t.confirmed(confirmed.confirmedAt, confirmed.instructedOn)}</p>
      <p>
        <a href={href}>{t.confirmAgain}</a>
      </p>
    </Section>
  )
}

/** What the place's people are to know, and whether they have been through it. */
const Induction = ({ language, induction }: Props) => (
  <Section id="induction" title={inductionWords[language].title}>
    {induction && <p>{induction}.</p>}
    <ul>
      <li>
        <a href={inductionPaths.overview[language]}>{words[language].ownInduction}</a>
      </li>
      <li>
        <a href={inductionPaths.colleagues[language]}>{inductionWords[language].colleagues}</a>
      </li>
      <li>
        <a href={checklist.list[language]}>{checklistWords[language].title}</a>
      </li>
    </ul>
  </Section>
)

const Contacts = ({ language, place, contacts }: Props) => {
  const t = words[language]
  return (
    <>
      {contacts.length === 0 ? (
        <p>{t.noContacts}</p>
      ) : (
        <SummaryList
          rows={contacts.map(({ name, email, phone }) => ({
            label: name,
            value: [email, phone].filter(Boolean).map((way) => <div>{way}</div>),
          }))}
        />
      )}
      <p>
        <LinkButton href={contactsPath(language, place.kind, place.id)} secondary>
          {t.keepContacts}
        </LinkButton>
      </p>
    </>
  )
}

const BrokenFeeds = ({ language, failingFeeds }: Props) => {
  const t = feedWords[language]
  return failingFeeds === 0 ? null : (
    <Notice kind="warn" title={t.feedsBroken(failingFeeds)}>
      <p>
        <a href={events.own.list[language]}>{t.toFeeds}</a>
      </p>
    </Notice>
  )
}

const Terms = ({ language, place }: Props) => {
  const t = words[language]
  return (
    <Section id="terms" title={t.terms}>
      <p>{t.termsText}</p>
      <ButtonRow>
        <LinkButton href={terms.own[language]} secondary>
          {t.changeTerms}
        </LinkButton>
        <LinkButton href={fill(publicPaths.site[language], { site: place.id })} secondary>
          {t.publicPage}
        </LinkButton>
      </ButtonRow>
      <p>
        <a href={events.own.list[language]}>{eventWords[language].title}</a>
      </p>
      <p>
        <a href={unrecognised.list[language]}>{unrecognisedWords[language].title}</a>
      </p>
      <p>
        <a href={goodwill.own.ledger[language]}>{goodwillWords[language].title}</a>
      </p>
    </Section>
  )
}

/** What the public is told of coming to the unit. */
const Visiting = ({ language, place }: Props) => {
  if (place.kind !== 'unit') return null
  const t = contactWords[language]
  return (
    <Section id="visiting" title={t.title}>
      <p>{contactLine(place.contact) ?? t.none}</p>
      <p>
        <LinkButton href={fill(contactPath[language], { unit: place.id })} secondary>
          {words[language].changeVisiting}
        </LinkButton>
      </p>
    </Section>
  )
}

/** What an issuer hands over with each card: always the latest. */
const Brochure = ({ language, place, brochure }: Props) => {
  if (place.kind !== 'unit' || place.areaId === null || !brochure) return null
  const t = brochureWords[language]
  return (
    <Section id="brochure" title={t.read}>
      <p>{t.forClient}</p>
      <p>
        <a href={fill(publicPaths.brochure[language], { area: place.areaId })}>
          {t.readCurrent(printedName(brochure))}
        </a>
      </p>
    </Section>
  )
}

const stateOf = (language: Language, { closedOn, mergedInto, state, pause }: OwnPlace): string => {
  const t = words[language]
  if (mergedInto) return t.merged(mergedInto)
  if (closedOn) return t.closed(closedOn)
  if (state !== 'active') return t[state]
  return pause ? t.paused(pause.until) : t.open
}

const Facts = ({ language, place }: Props) => {
  const t = words[language]
  const area = (language === 'sv' && place.areaSv) || place.area
  return (
    <SummaryList
      rows={[
        { label: t.name, value: place.name },
        { label: t.organisation, value: place.organisation },
        { label: t.municipality, value: municipalityName(place, language) },
        { label: t.area, value: area ?? t.noArea },
        { label: t.state, value: stateOf(language, place) },
        { label: t.public, value: place.isPublic ? t.isPublic : t.isHidden },
      ]}
    />
  )
}

const Ask = ({ language, coordinators }: Props) => {
  const t = words[language]
  if (coordinators.length === 0) return <p>{t.nobody}</p>
  return (
    <>
      <p>{t.askText}</p>
      <ul>
        {coordinators.map(({ name, side }) => (
          <li>
            {name}, {t.sides[side ?? 'both']}
          </li>
        ))}
      </ul>
    </>
  )
}
