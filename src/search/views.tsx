import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, inLanguage } from '../i18n/holder-languages.ts'
import { addressOf, isPageKey, questionsFor } from '../pages/page-list-words.ts'
import { listPaths } from '../pages/words.ts'
import { publicPaths } from '../public-paths.ts'
import type { FoundTraining } from '../trainings/search-queries.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { FoundText } from './queries.ts'
import { type FoundPlace, partsOf } from './rules.ts'
import { words } from './words.ts'

type Found = {
  reader: HolderLanguage
  question: string
  places: readonly FoundPlace[]
  texts: readonly FoundText[]
  trainings: readonly FoundTraining[]
}

/** Where a text is read: a page at its own address, a question on the page of all questions. */
const hrefOf = (reader: HolderLanguage, { kind, key, audience }: FoundText): string => {
  const { falls } = aboutLanguages[reader]
  if (kind === 'news') return fill(listPaths.oneNews[falls], { news: key })
  if (kind === 'story') return listPaths.stories[falls]
  if (kind === 'question') return `${addressOf(questionsFor(audience), reader, falls)}#q-${key}`
  return isPageKey(key) ? addressOf(key, reader, falls) : publicPaths.front[reader]
}

const placeHref = (reader: HolderLanguage, { kind, id, name }: FoundPlace): string => {
  if (kind === 'site') return fill(publicPaths.site[reader], { site: id })
  if (kind === 'area') return fill(publicPaths.localPage[reader], { area: id })
  return `${publicPaths.sites[reader]}?q=${encodeURIComponent(name)}`
}

const Places = ({ reader, places }: Found) => {
  const t = words[reader]
  if (places.length === 0) return null
  return (
    <>
      <h2>{t.places}</h2>
      <ul class="cards">
        {places.map((place) => (
          <li>
            <p class="how">
              <a href={placeHref(reader, place)} dir="auto">
                {place.name}
              </a>
            </p>
            <p>
              {t.kinds[place.kind]}
              {place.place && (
                <>
                  {' · '}
                  <bdi>{place.place}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A piece cut out of a text, which says so where it does not begin or end as a sentence does. */
const Piece = ({ piece }: { piece: string }) => {
  const parts = partsOf(piece)
  const words = parts.map(({ text }) => text).join('')
  return (
    <p>
      {/^\p{Ll}/u.test(words) && '… '}
      {parts.map((part) => (part.isFound ? <mark>{part.text}</mark> : part.text))}
      {!/[.?:]\s*$/.test(words) && ' …'}
    </p>
  )
}

const Texts = ({ reader, texts }: Found) => {
  if (texts.length === 0) return null
  return (
    <>
      <h2>{words[reader].texts}</h2>
      <ul class="cards">
        {texts.map((text) => (
          <li {...inLanguage(text.language, reader)}>
            <p class="how">
              <a href={hrefOf(reader, text)}>{text.title}</a>
            </p>
            <Piece piece={text.piece} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Trainings = ({ reader, trainings }: Found) => {
  const page = addressOf('trainings', reader, aboutLanguages[reader].falls)
  if (trainings.length === 0) return null
  return (
    <>
      <h2>{words[reader].trainings}</h2>
      <ul class="cards">
        {trainings.map(({ id, language, title, text }) => (
          <li {...inLanguage(language, reader)}>
            <p class="how">
              <a href={`${page}#training-${id}`}>{title}</a>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

const Nothing = ({ reader }: { reader: HolderLanguage }) => {
  const t = words[reader]
  return (
    <Empty title={t.none}>
      <p>{t.noneWhy}</p>
      <p>
        <LinkButton href={publicPaths.sites[reader]}>{t.allSites}</LinkButton>
      </p>
    </Empty>
  )
}

/** Everything public that holds what was asked; before a question, only the field. */
export const searchPage = (found: Found): Page => {
  const { reader, question, places, texts, trainings } = found
  const t = words[reader]
  const count = places.length + texts.length + trainings.length
  return {
    title: question === '' ? t.title : `${t.title}: ${question}`,
    kind: 'public',
    reader,
    description: t.description,
    main: (
      <>
        <Breadcrumb
          language={reader}
          trail={[{ label: holderFrameWords[reader].front, href: publicPaths.front[reader] }]}
          here={t.title}
        />
        <Hero title={t.title}>
          <search>
            <form method="get" action={publicPaths.search[reader]}>
              <div class="row">
                <TextField name="q" type="search" label={t.label} hint={t.hint} value={question} />
                <Button>{t.search}</Button>
              </div>
            </form>
          </search>
        </Hero>
        {question !== '' && count > 0 && <p role="status">{t.found(count)}</p>}
        <Places {...found} />
        <Texts {...found} />
        <Trainings {...found} />
        {question !== '' && count === 0 && <Nothing reader={reader} />}
      </>
    ),
  }
}
