import { formatHolderDay } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { dayOf } from '../lib/dates.ts'
import { publicPaths } from '../public-paths.ts'
import { clientScript } from '../web/assets.ts'
import { Button } from '../web/components/button.tsx'
import { Copied } from '../web/components/copied.tsx'
import { TextArea } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { textsOf, withRemoved } from './form-parts.tsx'
import { pageWords } from './page-words.ts'
import type { PublicProblem } from './problem-words.ts'
import { Lines, OtherWays, publicPage, Question, Unseen } from './public-parts.tsx'
import type { Followed, Said } from './queries.ts'
import type { Stamp } from './robot-rules.ts'
import { isOpen, mayWriteAgain } from './rules.ts'
import { threadWords } from './thread-words.ts'
import { paths } from './words.ts'

/** Whether the writer has been told of a phone number or an address in the text. */
const isWarned = ({ values, problems }: Typed): boolean =>
  values.warned === 'yes' || problems.message === ('reach-warned' satisfies PublicProblem)

type ThreadProps = {
  reader: HolderLanguage
  token: string
  origin: string
  thread: Followed
  said: readonly Said[]
  /** What has just been done: `sent` shows the link, and nothing else does. */
  done: string | null
  typed: Typed
  stamp: Stamp
}

const comforts = clientScript(new URL('../web/page.client.ts', import.meta.url))

const threadPath = ({ reader, token }: ThreadProps) => fill(paths.thread[reader], { token })

const JustSent = (props: ThreadProps) => {
  const t = threadWords[props.reader]
  if (props.done === 'again') return <Notice kind="ok" title={t.againDone} />
  if (props.done !== 'sent') return null
  return (
    <>
      <Notice kind="ok" title={t.sent}>
        <p>{t.keepLink}</p>
        <p>{t.keepLinkOnce}</p>
      </Notice>
      <div dir="ltr">
        <Copied id="link" text={props.origin + threadPath(props)} label={t.copy} done={t.copied} />
      </div>
    </>
  )
}

const Standing = ({ reader, thread }: ThreadProps) => {
  const t = threadWords[reader]
  if (thread.state === 'closed')
    return (
      <Notice kind="info" title={thread.isQuiet ? t.quiet : t.closed}>
        <p>{thread.isQuiet ? t.quietText : t.closedText}</p>
      </Notice>
    )
  if (!isOpen(thread.state)) return <Notice kind="ok" title={t.answered} />
  return (
    <p class="lead">
      {t.answerBy(formatHolderDay(reader, thread.dueOn))} {thread.hasEmail && t.byEmail}
    </p>
  )
}

/** The writer's own in the language that they wrote in; an answer may be in another, and follows its own script. */
const Messages = ({ reader, thread, said }: ThreadProps) => {
  const t = threadWords[reader]
  const { tag, direction } = aboutLanguages[thread.language]
  const spoken = { writer: { lang: tag, dir: direction }, answerer: {} }
  return (
    <>
      {said.map(({ author, body, writtenAt }) => (
        <section>
          <h2>
            {author === 'writer' ? t.you : t.answerer}, {formatHolderDay(reader, dayOf(writtenAt))}
          </h2>
          <Lines text={body} {...spoken[author]} />
        </section>
      ))}
    </>
  )
}

const Again = (props: ThreadProps & { at: (field: string) => string | undefined }) => {
  const { reader, thread, typed, stamp, at } = props
  const [t, common] = [threadWords[reader], pageWords[reader]]
  if (thread.state === 'closed') return null
  if (!mayWriteAgain(thread))
    return (
      <p>
        {t.usedUp} <a href={publicPaths.feedback[reader]}>{pageWords[reader].another}</a>
      </p>
    )
  return (
    <>
      <h2>{t.again}</h2>
      <form method="post" action={threadPath(props)} novalidate>
        <TextArea
          name="message"
          label={common.message}
          hint={`${t.againHint} ${common.messageHint}`}
          value={typed.values.message}
          problem={at('message')}
          rows={5}
        />
        <Question reader={reader} stamp={stamp} problem={at('answer')} />
        <Unseen reader={reader} stamp={stamp.text} warned={isWarned(typed)} />
        <Button>{t.sendAgain}</Button>
      </form>
    </>
  )
}

/** The page of the secret link: what was said, until when an answer comes, and the writer's one more turn. */
export const threadPage = (props: ThreadProps): Page => {
  const { reader, thread, typed } = props
  const [t, common] = [threadWords[reader], pageWords[reader]]
  const { list, at } = sayProblems(withRemoved(typed), textsOf(reader))
  const page = publicPage({
    reader,
    title: t.thread,
    problems: list,
    children: (
      <>
        <OtherWays reader={reader} problems={typed.problems} />
        <JustSent {...props} />
        <h1>{t.thread}</h1>
        <p>
          {common.about} {common.abouts[thread.about]}
          {thread.siteName && (
            <>
              {': '}
              <bdi>{thread.siteName}</bdi>
            </>
          )}
        </p>
        <Standing {...props} />
        <Messages {...props} />
        <Again {...props} at={at} />
        <p>{t.forgotten}</p>
      </>
    ),
  })
  // The link is there to be copied.
  return props.done === 'sent' ? { ...page, scripts: [comforts] } : page
}
