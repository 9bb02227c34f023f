import type { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { audiencePage } from './audience-views.tsx'
import { contentPage, detailsPage, trailTo } from './content-views.tsx'
import { type ListedText, listPage, newPage, shownMarks } from './edit-list-views.tsx'
import {
  addContent,
  addVersion,
  listContents,
  listKeys,
  listShipped,
  listVersions,
  type Shipped,
  type StoryDetails,
  saveStoryDetails,
  setAudience,
} from './edit-queries.ts'
import { editWords, paths } from './edit-words.ts'
import { asKept, findKept, type Kept } from './editing.ts'
import { AudienceForm, NewForm, StoryForm } from './forms.ts'
import {
  freeSlug,
  hasAudience,
  kinds,
  type Mark,
  marksOf,
  type Professional,
  shownAt,
  slugOf,
} from './rules.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnOne = { params: { content: string } }

const markedOf = (kept: Kept, shipped: readonly Shipped[], now: Date) => {
  const own = (edition: HolderLanguage) => kept.versions.filter(({ language }) => language === edition)
  const finnish = shownAt(own('fi'), now)?.id ?? null
  return kept.editions.map((edition) => {
    const program = shipped.find((one) => one.contentId === kept.content.id && one.language === edition)
    const shippedHash = program?.hash ?? null
    const marks = marksOf(own(edition), { isFinnish: edition === 'fi', finnish, shippedHash, now })
    return { edition, marks }
  })
}

const hasMark = (text: ListedText, mark: Mark | undefined): boolean =>
  mark === undefined || text.marked.some(({ marks }) => marks.includes(mark))

const showList = async ({ db, language, now, query }: Reading) => {
  const q = (query.get('q') ?? '').slice(0, 100).replace(/\0/g, '').trim()
  const kind = kinds.find((one) => one === query.get('kind'))
  const mark = shownMarks.find((one) => one === query.get('mark'))
  const contents = (await listContents(db, q)).filter((one) => kind === undefined || one.kind === kind)
  const [versions, shipped] = [await listVersions(db, null), await listShipped(db)]
  const texts = contents.map((content) => {
    const own = versions.filter(({ contentId }) => contentId === content.id)
    const kept = asKept(content, own, language)
    return { ...kept, marked: markedOf(kept, shipped, now) }
  })
  const shown = texts.filter((text) => hasMark(text, mark))
  return listPage(language, shown, { q, kind: kind ?? '', mark: mark ?? '' })
}

const showNew = async ({ language }: Reading, typed: Typed) => newPage(language, typed)

const add = async (
  { db, user, language, now }: Writing,
  { kind, title, audience: wanted }: z.output<typeof NewForm>,
): Promise<Outcome> => {
  const by = { actor: actorOf(user), now }
  const key = freeSlug(slugOf(title) || kind, await listKeys(db, kind))
  const audience = hasAudience(kind) ? wanted : null
  const content = await addContent(db, { kind, key, audience }, by)
  await addVersion(
    db,
    {
      ...{ contentId: content, language, title, lead: '', body: '', plain: title },
      ...{ status: 'draft', publishAt: null, translatedFrom: null, shippedHash: null },
    },
    by,
  )
  return { redirect: fill(paths.edit[language], { content, edition: language }), subject: { content, kind } }
}

const showOne = async ({ db, language, now, params, query }: Reading & OnOne) => {
  const kept = await findKept(db, params.content, language)
  return contentPage({
    ...{ language, kept, now, marked: markedOf(kept, await listShipped(db), now) },
    done: editWords[language].done[query.get('done') ?? ''] ?? null,
  })
}

/** @throws NotFound for what is no story: nothing else has a teller */
const findStory = async ({ db, language, params }: Reading & OnOne): Promise<Kept> => {
  const kept = await findKept(db, params.content, language)
  if (kept.content.kind !== 'story') throw new NotFound()
  return kept
}

const showDetails = async (visit: Reading & OnOne, typed: Typed) =>
  detailsPage(visit.language, await findStory(visit), typed)

const saveDetails = async (visit: Writing & OnOne, told: StoryDetails): Promise<Outcome> => {
  const { content } = await findStory(visit)
  if (told.leaveOn !== null && told.leaveOn > visit.today) return { problems: { leaveOn: 'leave-future' } }
  await saveStoryDetails(visit.db, content.id, told)
  return {
    redirect: `${fill(paths.one[visit.language], { content: content.id })}?done=details`,
    subject: { content: content.id, hasLeave: told.leaveOn !== null },
  }
}

type OnText = { params: { text: string } }

/** @throws NotFound for what is for everyone, as pages and stories are */
const findAddressed = async ({ db, language, params }: Reading & OnText): Promise<Kept> => {
  const kept = await findKept(db, params.text, language)
  if (!hasAudience(kept.content.kind)) throw new NotFound()
  return kept
}

const showAudience = async (visit: Reading & OnText, typed: Typed) => {
  const kept = await findAddressed(visit)
  return audiencePage(visit.language, kept, trailTo(visit.language, kept), typed)
}

const saveAudience = async (
  visit: Writing & OnText,
  { audience }: { audience: Professional | null },
): Promise<Outcome> => {
  const { content } = await findAddressed(visit)
  await setAudience(visit.db, content.id, audience)
  return {
    redirect: `${fill(paths.one[visit.language], { content: content.id })}?done=details`,
    subject: { content: content.id, audience },
  }
}

export const routes: Route[] = [
  page(paths.list, 'texts.read', showList),
  page(paths.new, 'texts.write', showNew),
  action(paths.new, 'texts.write', NewForm, showNew, add),
  page(paths.one, 'texts.read', showOne),
  page(paths.audience, 'texts.write', showAudience),
  action(paths.audience, 'texts.write', AudienceForm, showAudience, saveAudience),
  page(paths.details, 'texts.write', showDetails),
  action(paths.details, 'texts.write', StoryForm, showDetails, saveDetails),
]
