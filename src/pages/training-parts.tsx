import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { saidIn } from '../materials/rules.ts'
import { paths as signups } from '../training-signups/words.ts'
import { educationEvents } from '../trainings/data-rules.ts'
import { inGroup, nextFor, type Training, trainingGroups } from '../trainings/rules.ts'
import {
  audienceText,
  factLines,
  recordingText,
  paths as trainingPaths,
  words as trainingWords,
  whenText,
} from '../trainings/words.ts'
import { DataBlock } from '../web/components/data-block.tsx'
import { Tag } from '../web/components/tag.tsx'
import { fill } from '../web/paths.ts'
import { pageList } from './page-list-words.ts'
import type { Professional } from './rules.ts'
import type { Part } from './text-views.tsx'

type Told = { language: Language; now: Date; origin: string }

/** A text in the reader's language, else in Finnish, which it says. */
const Said = ({ said, language }: { said: Training['title']; language: Language }) => {
  const { text, lang } = saidIn(said, language)
  return <span lang={lang === language ? undefined : lang}>{text}</span>
}

/** A link whose words tell it from those of the other trainings. */
const LinkTo = ({ href, about, children }: { href: string; about: Child; children: string }) => (
  <a href={href}>
    {children}
    <span class="vh">: {about}</span>
  </a>
)

const RecordingLinks = ({ training, language }: { training: Training; language: Language }) => {
  const t = trainingWords[language]
  const { recordingUrl, textUrl } = training
  const about = <Said said={training.title} language={language} />
  if (recordingUrl === null) return null
  return (
    <>
      <p>
        <LinkTo href={recordingUrl} about={about}>
          {t.watch}
        </LinkTo>{' '}
        ({recordingText(language, training)})
      </p>
      {textUrl && (
        <p>
          <LinkTo href={textUrl} about={about}>
            {t.readText}
          </LinkTo>
        </p>
      )}
    </>
  )
}

const Item = ({
  training,
  language,
  isComing,
}: {
  training: Training
  language: Language
  isComing: boolean
}) => {
  const t = trainingWords[language]
  const { title, description, cancelledAt, cancelledWhy } = training
  const signUpUrl = training.takesSignUp
    ? fill(signups.one[language], { training: training.id })
    : training.signUpUrl
  return (
    <li id={`training-${training.id}`}>
      <h3>
        <Said said={title} language={language} />
        {cancelledAt && <> {<Tag kind="no">{t.cancelled}</Tag>}</>}
      </h3>
      {training.startsAt && <p class="how">{whenText(language, training)}</p>}
      {cancelledWhy && (
        <p>
          <Said said={cancelledWhy} language={language} />
        </p>
      )}
      <p>
        <Said said={description} language={language} />
      </p>
      <p class="hint">{factLines(language, training).join(' · ')}</p>
      {isComing && signUpUrl && cancelledAt === null && (
        <p>
          <LinkTo href={signUpUrl} about={<Said said={title} language={language} />}>
            {t.signUp}
          </LinkTo>
        </p>
      )}
      <RecordingLinks training={training} language={language} />
    </li>
  )
}

const Items = ({
  items,
  language,
  isComing = false,
}: {
  items: Training[]
  language: Language
  isComing?: boolean
}) => (
  <ul class="cards">
    {items.map((training) => (
      <Item training={training} language={language} isComing={isComing} />
    ))}
  </ul>
)

/** The dates and recordings on the page of trainings: what comes first, then what can be watched, then what has been. */
export const trainingParts = (trainings: readonly Training[], { language, now, origin }: Told): Part[] => {
  const t = trainingWords[language]
  const page = origin + pageList.trainings.path[language]
  const audience = (one: Training) => audienceText(language, one.audiences)
  return trainingGroups.flatMap((group): Part[] => {
    const items = inGroup(trainings, group, now)
    const isComing = group === 'coming'
    if (items.length === 0 && !isComing) return []
    const node = (
      <>
        {items.length === 0 ? <p>{t.noneComing}</p> : <Items {...{ items, language, isComing }} />}
        {isComing && items.length > 0 && (
          <>
            <p>
              <a href={trainingPaths.calendar[language]}>{t.toCalendar}</a>
            </p>
            <DataBlock data={educationEvents(items, { language, page, centre: t.centre, audience })} />
          </>
        )}
      </>
    )
    return [{ id: group, title: t.groups[group], node }]
  })
}

const shownNext = 3

/** On the page of those who work with the card: what they may come to next. */
export const nextTrainingParts = (
  trainings: readonly Training[],
  reader: Professional,
  { language, now }: Told,
): Part[] => {
  const t = trainingWords[language]
  const next = nextFor(trainings, reader, now).slice(0, shownNext)
  if (next.length === 0) return []
  const page = pageList.trainings.path[language]
  const node = (
    <>
      <ul>
        {next.map((one) => (
          <li>
            <a href={`${page}#training-${one.id}`}>
              <Said said={one.title} language={language} />
            </a>
            , {whenText(language, one)}
          </li>
        ))}
      </ul>
      <p>
        <a href={page}>{t.all}</a>
      </p>
    </>
  )
  return [{ id: 'next-training', title: t.next, node }]
}
