import type { JSX } from 'hono/jsx/jsx-runtime'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { WithAside } from './components/aside.tsx'
import { Breadcrumb } from './components/breadcrumb.tsx'
import { ActionBar, Button, ButtonRow, LinkButton, PostButton } from './components/button.tsx'
import { CardFace } from './components/card-face.tsx'
import { CardList } from './components/card-list.tsx'
import { Code } from './components/code.tsx'
import { Empty } from './components/empty.tsx'
import { EventBar } from './components/event-bar.tsx'
import { Hero } from './components/hero.tsx'
import { Notice } from './components/notice.tsx'
import { Pagination } from './components/pagination.tsx'
import { ProblemSummary } from './components/problem-summary.tsx'
import { Result } from './components/result.tsx'
import { SummaryList } from './components/summary-list.tsx'
import { GalleryChoices, GalleryFields } from './gallery-fields.tsx'
import { GalleryFigures } from './gallery-figures.tsx'
import { GalleryTables } from './gallery-tables.tsx'
import { type GalleryWords, galleryWords } from './gallery-words.ts'

type PartProps = { language: Language; t: GalleryWords }

/** Every part leads back to the gallery itself: nothing here is stored. */
const here = (language: Language) => `/${language}/gallery`

const Buttons = ({ language, t }: PartProps) => (
  <>
    <h2>{t.parts.buttons}</h2>
    <form method="get" action={here(language)}>
      <ButtonRow>
        <Button>{t.submit}</Button>
        <Button secondary>{t.second}</Button>
        <Button disabled>{t.submit}</Button>
        <LinkButton href={here(language)}>{t.link}</LinkButton>
        <LinkButton href={here(language)} secondary>
          {t.link}
        </LinkButton>
        <Button>{t.longWord}</Button>
      </ButtonRow>
    </form>
  </>
)

const Messages = ({ language, t }: PartProps) => (
  <>
    <h2>{t.parts.notices}</h2>
    {(['ok', 'info', 'warn', 'error'] as const).map((kind) => (
      <Notice kind={kind} title={t.noticeTexts[kind][0]!} level={3}>
        <p>{t.noticeTexts[kind][1]}</p>
      </Notice>
    ))}
    <Notice kind="info">
      <p>{t.longWord}</p>
    </Notice>
    <h2>{t.parts.results}</h2>
    <Result id="valid" level={3} outcome="ok" title={t.valid}>
      <p>
        <Code>K7PQ2-X9D4F</Code>. {t.until}
      </p>
    </Result>
    <Result
      id="queued"
      level={3}
      outcome="hold"
      title={t.queued}
      action={
        <PostButton action={here(language)} secondary>
          {commonWords[language].undo}
        </PostButton>
      }
    >
      <p>{t.queuedWhy}</p>
    </Result>
    <Result id="expired" level={3} outcome="no" title={t.expired}>
      <p>{t.expiredWhy}</p>
    </Result>
    <h2>{t.parts.problems}</h2>
    <ProblemSummary
      language={language}
      takesFocus={false}
      problems={[
        { name: 'code-bad', text: t.codeProblem },
        { name: 'born-bad', text: t.birthYearProblem },
        { name: 'consent-bad', text: t.consentProblem },
        { name: 'children-bad', text: t.childrenProblem },
        { name: '', text: t.noticeTexts.error[0]! },
      ]}
    />
  </>
)

const Lists = ({ language, t }: PartProps) => (
  <>
    <h2>{t.parts.lists}</h2>
    <CardList
      items={t.venues.map(([title, what, how]) => ({
        title: title!,
        href: here(language),
        lines: [what],
        how: how!,
      }))}
    />
    <CardList items={[{ title: t.longWord, href: here(language), lines: [t.longWord] }]} />
    <SummaryList
      rows={[
        { label: t.code, value: <Code>K7PQ2-X9D4F</Code> },
        {
          label: t.birthYear,
          value: '1987',
          change: { href: here(language), label: commonWords[language].change, about: t.birthYear },
        },
        { label: t.longWord, value: t.longWord },
      ]}
    />
    <Empty title={t.empty}>
      <p>{t.emptyWhy}</p>
      <LinkButton href={here(language)} secondary>
        {t.submit}
      </LinkButton>
    </Empty>
    <h2>{t.parts.moving}</h2>
    <Breadcrumb language={language} trail={[{ label: t.front, href: here(language) }]} here={t.title} />
    <Pagination language={language} page={6} pages={12} href={(page) => `${here(language)}?page=${page}`} />
  </>
)

const CardAndEvent = ({ language, t }: PartProps) => (
  <>
    <h2>{t.parts.card}</h2>
    <CardFace lines={t.cardLines.map(([label, value]) => ({ label: label!, value }))} />
    <EventBar
      title={t.event}
      detail={t.eventDetail}
      change={{ href: here(language), label: commonWords[language].change, about: t.eventAbout }}
    />
    <EventBar title={t.longWord} detail={t.longWord} />
    <form method="get" action={here(language)}>
      <ActionBar>
        <Button>{t.submit}</Button>
      </ActionBar>
    </form>
  </>
)

/** Every component in every state: empty, filled, wrong, disabled, with long words, with no rows. */
export const galleryPage = (language: Language): { title: string; main: JSX.Element } => {
  const t = galleryWords[language]
  const part = { language, t }
  return {
    title: t.title,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
          <ButtonRow>
            <LinkButton href={here(language)}>{t.link}</LinkButton>
            <LinkButton href={here(language)} secondary>
              {t.submit}
            </LinkButton>
          </ButtonRow>
        </Hero>
        <WithAside title={t.noticeTexts.info[0]!} aside={<p>{t.noticeTexts.info[1]}</p>}>
          <h2>{t.parts.text}</h2>
          <p class="lead">{t.lead}</p>
          <p>
            {t.body} <a href={here(language)}>{t.link}</a>
          </p>
          <h3>{t.longWord}</h3>
          <p>{t.longWord}</p>
        </WithAside>
        <Buttons {...part} />
        <Messages {...part} />
        <form method="get" action={here(language)}>
          <GalleryFields {...part} />
          <GalleryChoices {...part} />
          <Button>{t.submit}</Button>
        </form>
        <GalleryTables {...part} />
        <Lists {...part} />
        <CardAndEvent {...part} />
        <GalleryFigures {...part} />
      </>
    ),
  }
}
