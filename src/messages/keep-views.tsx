import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { keepWords } from './keep-words.ts'
import { type Message, type MessageState, messageStates, readIn, stateOf } from './rules.ts'
import { paths, words } from './words.ts'

const tags: Record<MessageState, TagKind> = {
  ...{ draft: 'wait', leaving: 'wait', sent: 'ok', past: 'off', removed: 'off' },
}
export const StateTag = ({ language, state }: { language: Language; state: MessageState }) => (
  <Tag kind={tags[state]}>{keepWords[language].states[state]}</Tag>
)

/** What a message is called for its writer, and in which language that is. */
export const nameOf = (language: Language, message: Message) => {
  const { title, lang } = readIn(message, language)
  return title === '' ? { text: keepWords[language].untitled, lang: language } : { text: title, lang }
}

/** The way back from what belongs to a message. */
export const trailTo = (language: Language, message: Message) => [
  { label: keepWords[language].title, href: paths.keep[language] },
  { label: nameOf(language, message).text, href: fill(paths.one[language], { message: message.id }) },
]

/** For whom it is, in a few words: the roles, and in how many areas. */
export const whomText = (language: Language, { roles, areaIds, siteCategories }: Message): string => {
  const t = keepWords[language]
  const kinds = siteCategories?.map((one) => t.categories[one]).join(', ')
  const named = roles.map((one) => (one === 'venue' && kinds ? `${t.roles.venue} (${kinds})` : t.roles[one]))
  return [...named, areaIds === null ? t.everywhere : t.inAreas(areaIds.length)].join(' · ')
}

const dateLine = (language: Language, message: Message) => {
  const t = keepWords[language]
  if (message.leftAt)
    return `${t.left} ${t.at(message.leftAt)} · ${t.until_(formatDay(language, message.shownUntil))}`
  return message.leavesAt ? t.leaves(message.leavesAt) : t.at(message.changedAt)
}

type ListProps = { language: Language; messages: readonly Message[]; today: Day }

const MessageItem = ({ language, message }: { language: Language; message: Message }) => {
  const name = nameOf(language, message)
  return (
    <li>
      <h3>
        <a
          href={fill(paths.one[language], { message: message.id })}
          lang={name.lang === language ? undefined : name.lang}
        >
          {name.text}
        </a>
      </h3>
      <p>{message.area ?? words[language].centre}</p>
      <p>{whomText(language, message)}</p>
      <p>{dateLine(language, message)}</p>
    </li>
  )
}

/** Everything that one keeps: what is unready first, what was thrown away last. */
export const keptPage = ({ language, messages, today }: ListProps): Page => {
  const t = keepWords[language]
  const write = <LinkButton href={paths.add[language]}>{t.write}</LinkButton>
  const groups = messageStates
    .map((state) => ({ state, items: messages.filter((one) => stateOf(one, today) === state) }))
    .filter(({ items }) => items.length > 0)
  return {
    ...{ title: t.title, kind: 'staff' },
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {messages.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {write}
          </Empty>
        ) : (
          <ButtonRow>{write}</ButtonRow>
        )}
        {groups.map(({ state, items }) => (
          <>
            <h2>{t.groups[state]}</h2>
            <ul class="cards">
              {items.map((message) => (
                <MessageItem {...{ language, message }} />
              ))}
            </ul>
          </>
        ))}
      </>
    ),
  }
}

/** What can be done with a message, the most usual first. */
export const Deeds = ({ language, message, today }: { language: Language; message: Message; today: Day }) => {
  const t = keepWords[language]
  const id = { message: message.id }
  const action = fill(paths.state[language], id)
  switch (stateOf(message, today)) {
    case 'draft':
      return (
        <ButtonRow>
          <LinkButton href={fill(paths.send[language], id)}>{t.toCheck}</LinkButton>
          <LinkButton secondary href={fill(paths.change[language], id)}>
            {t.change}
          </LinkButton>
          <PostButton secondary action={action} fields={{ state: 'removed' }}>
            {t.remove}
          </PostButton>
        </ButtonRow>
      )
    case 'leaving':
      return (
        <ButtonRow>
          <PostButton action={action} fields={{ state: 'draft' }}>
            {t.takeBack}
          </PostButton>
        </ButtonRow>
      )
    case 'sent':
      return (
        <ButtonRow>
          <PostButton secondary action={action} fields={{ state: 'past' }}>
            {t.end}
          </PostButton>
        </ButtonRow>
      )
    case 'removed':
      return (
        <ButtonRow>
          <PostButton action={action} fields={{ state: 'kept' }}>
            {t.keep}
          </PostButton>
        </ButtonRow>
      )
    default:
      return null
  }
}

/** Takes back with one tap what was done last. */
export const Undo = ({
  language,
  message,
  state,
}: {
  language: Language
  message: Message
  state: string
}) => (
  <form method="post" action={fill(paths.state[language], { message: message.id })}>
    <input type="hidden" name="state" value={state} />
    <Button secondary>{commonWords[language].undo}</Button>
  </form>
)
