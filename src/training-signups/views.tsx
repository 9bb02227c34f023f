import type { Language } from '../i18n/translated.ts'
import { saidIn } from '../materials/rules.ts'
import { pageList } from '../pages/page-list-words.ts'
import type { Training } from '../trainings/rules.ts'
import { factRows, titleIn, whenText } from '../trainings/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { type ClosedWhy, freeSeats, type Queue, seatOf } from './rules.ts'
import { paths, words } from './words.ts'

/** A training with where its reader stands in it. */
export type Attended = { training: Training; queue: Queue; attended: boolean | null }

const roomText = (language: Language, { training, queue }: Pick<Attended, 'training' | 'queue'>) => {
  const t = words[language]
  const free = freeSeats(queue, training.seats)
  if (free === null) return t.signedUp(queue.taken)
  return free === 0 ? t.full : t.free(free)
}

const SeatTag = ({ language, training, queue, attended }: Attended & { language: Language }) => {
  const t = words[language]
  if (attended) return <Tag kind="ok">{t.came}</Tag>
  return seatOf(queue.own, training.seats) === 'seat' ? (
    <Tag kind="ok">{t.seat}</Tag>
  ) : (
    <Tag kind="wait">{t.waiting(queue.own - (training.seats ?? 0))}</Tag>
  )
}

const asItem = (language: Language, one: Attended) => ({
  title: titleIn(language, one.training).text,
  href: fill(paths.one[language], { training: one.training.id }),
  lines: [
    whenText(language, one.training),
    one.queue.own > 0 ? <SeatTag {...{ language, ...one }} /> : roomText(language, one),
  ],
})

type OwnProps = { language: Language; mine: readonly Attended[]; open: readonly Attended[] }

/** What one has signed up for, and what one can. */
export const ownPage = ({ language, mine, open }: OwnProps): Page => {
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {mine.length > 0 && (
          <>
            <h2>{t.mine}</h2>
            <CardList items={mine.map((one) => asItem(language, one))} />
          </>
        )}
        <h2>{t.open}</h2>
        {open.length === 0 ? (
          <p>{t.noneOpen}</p>
        ) : (
          <CardList items={open.map((one) => asItem(language, one))} />
        )}
        <p>
          <a href={pageList.trainings.path[language]}>{t.all}</a>
        </p>
      </>
    ),
  }
}

type OneProps = Attended & { language: Language; closed: ClosedWhy | null; isCancelled: boolean }

const Standing = ({ language, training, queue }: OneProps) => {
  const t = words[language]
  const seat = seatOf(queue.own, training.seats)
  if (seat === 'none') return null
  return seat === 'seat' ? (
    <Notice kind="ok" title={t.seat}>
      <p>{t.seatWhy}</p>
    </Notice>
  ) : (
    <Notice kind="info" title={t.waiting(queue.own - (training.seats ?? 0))}>
      <p>{t.waitingWhy}</p>
    </Notice>
  )
}

const Deeds = (props: OneProps) => {
  const { language, training, queue, closed } = props
  const t = words[language]
  const id = { training: training.id }
  if (closed) return <p>{t.closed[closed]}</p>
  if (queue.own > 0)
    return (
      <PostButton secondary action={fill(paths.cancel[language], id)}>
        {t.cancel}
      </PostButton>
    )
  return (
    <>
      <p>{roomText(language, props)}</p>
      <PostButton action={fill(paths.one[language], id)}>{t.signUpFor}</PostButton>
      <p class="hint">{t.others}</p>
    </>
  )
}

/** One training for who may come to it. */
export const onePage = (props: OneProps): Page => {
  const { language, training, isCancelled, closed } = props
  const t = words[language]
  const title = titleIn(language, training)
  const description = saidIn(training.description, language)
  const inOther = (lang: Language) => (lang === language ? undefined : lang)
  const why = training.cancelledWhy && saidIn(training.cancelledWhy, language)
  return {
    title: title.text,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.own[language] }]}
          here={title.text}
        />
        <h1 lang={inOther(title.lang)}>{title.text}</h1>
        {isCancelled && props.queue.own === 0 && (
          <Notice kind="ok">
            <p>{t.cancelled}</p>
          </Notice>
        )}
        {closed === null && <Standing {...props} />}
        <p>{whenText(language, training)}</p>
        <p lang={inOther(description.lang)}>{description.text}</p>
        {why && (
          <p lang={inOther(why.lang)}>
            {t.why}: {why.text}
          </p>
        )}
        <Deeds {...props} />
        {training.recordingUrl && (
          <p>
            <a href={training.recordingUrl}>{t.watch}</a>
          </p>
        )}
        <SummaryList rows={factRows(language, training)} />
      </>
    ),
  }
}
