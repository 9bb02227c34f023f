import { raw } from 'hono/html'
import { type NewsChoice, newsChoices } from '../accounts/rules.ts'
import { paths as accounts } from '../accounts/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { renderAmong } from '../lib/markdown.ts'
import { words as accountWords } from '../profile/words.ts'
import { styleSheet } from '../web/assets.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { formPage } from '../web/components/form-page.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { ReadableMessage } from './read-queries.ts'
import { type Message, readIn, stateOf } from './rules.ts'
import { paths, words } from './words.ts'

export const look = styleSheet(new URL('./messages.css', import.meta.url))

const senderOf = (language: Language, { area }: Pick<Message, 'area'>) => area ?? words[language].centre

/** The words of a message in one language, as all its readers see them. @param level of the first heading in it */
export const MessageBody = ({
  text,
  lang,
  level,
}: {
  text: string
  lang: Language | undefined
  level: number
}) => (
  <div class="prose" lang={lang}>
    {raw(renderAmong(text, level))}
  </div>
)

const Marks = ({ language, message }: { language: Language; message: ReadableMessage }) => {
  const t = words[language]
  if (message.isRead && !message.isImportant) return null
  return (
    <p>
      {!message.isRead && <Tag kind="wait">{t.unread}</Tag>}{' '}
      {message.isImportant && <Tag kind="no">{t.important}</Tag>}
    </p>
  )
}

const MessageList = ({
  language,
  messages,
  level,
}: {
  language: Language
  messages: readonly ReadableMessage[]
  level: 2 | 3
}) => {
  const Heading = `h${level}` as const
  return (
    <ul class="cards">
      {messages.map((message) => {
        const { title, lang } = readIn(message, language)
        return (
          <li>
            <Heading>
              <a
                href={fill(paths.message[language], { message: message.id })}
                lang={lang === language ? undefined : lang}
              >
                {title}
              </a>
            </Heading>
            <p>
              {senderOf(language, message)} · {formatDay(language, dayOf(message.leftAt))}
            </p>
            <Marks language={language} message={message} />
          </li>
        )
      })}
    </ul>
  )
}

const Choice = ({ language }: { language: Language }) => (
  <p>
    <a href={paths.byMail[language]}>{words[language].choose}</a>
  </p>
)

type ListProps = { language: Language; messages: readonly ReadableMessage[]; today: Day }

/** What somebody may read: what is new, and what came before. */
export const listPage = ({ language, messages, today }: ListProps): Page => {
  const t = words[language]
  const fresh = messages.filter((one) => stateOf(one, today) === 'sent')
  const earlier = messages.filter((one) => stateOf(one, today) === 'past')
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {messages.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : fresh.length === 0 ? (
          <p>{t.noneNew}</p>
        ) : (
          <MessageList language={language} messages={fresh} level={2} />
        )}
        {earlier.length > 0 && (
          <>
            <h2>{t.earlier}</h2>
            <MessageList language={language} messages={earlier} level={3} />
          </>
        )}
        <Choice language={language} />
      </>
    ),
  }
}

/** One message for its reader, in the own language or in the one that is there. */
export const messagePage = (language: Language, message: ReadableMessage): Page => {
  const t = words[language]
  const { title, body, lang } = readIn(message, language)
  const isOther = lang !== language
  return {
    ...{ title, kind: 'staff', styles: [look] },
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        <h1 lang={isOther ? lang : undefined}>{title}</h1>
        <p>
          {senderOf(language, message)} · {formatDay(language, dayOf(message.leftAt))}{' '}
          {message.isImportant && <Tag kind="no">{t.important}</Tag>}
        </p>
        {isOther && <p class="hint">{t.onlyIn[lang]}</p>}
        <MessageBody text={body} lang={isOther ? lang : undefined} level={2} />
        <p>
          <a href={paths.list[language]}>{t.all}</a>
        </p>
      </>
    ),
  }
}

type ChoiceProps = { language: Language; typed: Typed; value: NewsChoice }

/** Which messages somebody gets by mail. */
export const choicePage = ({ language, typed, value }: ChoiceProps): Page => {
  const t = words[language]
  const problem = typed.problems.news && t.chooseOne
  return formPage({
    ...{ language, title: t.byMail, lead: t.byMailWhy, button: t.save, action: paths.byMail[language] },
    trail: [{ label: accountWords[language].home, href: accounts.home[language] }],
    problems: problem ? [{ name: 'news', text: problem }] : [],
    children: (
      <ChipGroup
        {...{ name: 'news', label: t.byMail, value, problem }}
        choices={newsChoices.map((one) => ({ value: one, label: t.choices[one] }))}
      />
    ),
  })
}
