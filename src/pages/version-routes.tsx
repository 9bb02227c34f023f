import { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { isLanguage } from '../i18n/translated.ts'
import { actorOf } from '../web/audit.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { changesBetween } from './change-rules.ts'
import { addVersion, findVersionText, listVersions, lockContent, setStatus } from './edit-queries.ts'
import { paths } from './edit-words.ts'
import { asFile, asKept, findKept, textOrNothing, versionOf } from './editing.ts'
import { plainText } from './fill.ts'
import { storiesPage } from './list-views.tsx'
import { isPageKey, questionsFor } from './page-list-words.ts'
import { stateAt } from './rules.ts'
import { showNews, showPage } from './showing.ts'
import { PreviewBanner, versionPage, withdrawPage } from './version-views.tsx'

type OnVersion = { params: { content: string; version: string } }
type Reading = SignedIn & { db: Read } & OnVersion
type Writing = SignedIn & { db: Write } & OnVersion

const findOne = async ({ db, language, now, params }: Reading) => {
  const kept = await findKept(db, params.content, language)
  const version = versionOf(kept, params.version)
  const own = kept.versions.filter((one) => one.language === version.language)
  return { kept, version, own, state: stateAt(version, own, now) }
}

const showVersion = async (visit: Reading) => {
  const { db, language, now } = visit
  const { kept, version, own } = await findOne(visit)
  const earlier = own[own.indexOf(version) + 1]
  const text = await textOrNothing(db, version.id)
  const before = earlier && (await findVersionText(db, earlier.id))
  const changes = before ? changesBetween(asFile(before), asFile(text)) : null
  return versionPage({ language, kept, version, changes, now })
}

/** An old text as the newest draft: nothing that readers see changes yet. */
const restore = async (visit: Writing): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const { kept, version } = await findOne(visit)
  const text = await textOrNothing(db, version.id)
  const id = await addVersion(
    db,
    {
      ...{ contentId: kept.content.id, language: version.language, status: 'draft', publishAt: null },
      ...{ title: text.title, lead: text.lead, body: text.body, plain: plainText(text) },
      ...{ translatedFrom: version.translatedFrom, shippedHash: version.shippedHash },
    },
    { actor: actorOf(user), now },
  )
  const ids = { content: kept.content.id, edition: version.language }
  return {
    redirect: `${fill(paths.edit[language], ids)}?done=restore`,
    subject: { content: kept.content.id, version: id, from: version.id },
  }
}

/** The public page as it would be with this version; for an editor alone, so that no cache keeps it. */
const showPreview = async (visit: Reading) => {
  const { db, language, now } = visit
  const { kept, version, state } = await findOne(visit)
  const { content } = kept
  const reader = version.language
  const at = version.publishAt ?? now
  const text = { ...(await textOrNothing(db, version.id)), language: reader, publishAt: at }
  const banner = PreviewBanner({ language, version, isShown: state === 'shown' })
  const showing = { db, reader, now, origin: visit.origin, banner }
  if (content.kind === 'page' && isPageKey(content.key)) return showPage(showing, content.key, text)
  if (content.kind === 'question') return showPage(showing, questionsFor(content.audience), text)
  if (content.kind === 'news') return showNews(showing, { ...text, first: at })
  const story = { ...text, key: content.key, first: at, id: version.id, audience: null }
  const { teller, place, year, source } = content
  const shown = storiesPage(isLanguage(reader) ? reader : language, [
    { ...story, teller, place, year, source },
  ])
  return {
    ...shown,
    main: (
      <>
        {banner}
        {shown.main}
      </>
    ),
  }
}

const showWithdraw = async (visit: Reading, typed: Typed) => {
  const { kept, version, state } = await findOne(visit)
  return withdrawPage(visit.language, kept, { version, isShown: state !== 'scheduled', typed })
}

/** What is shown is withdrawn; what would have been is a draft again. */
const withdraw = async (visit: Writing): Promise<Outcome> => {
  const { db, language, now } = visit
  const { kept, version: asked } = await findOne(visit)
  const content = await lockContent(db, kept.content.id)
  const versions = await listVersions(db, kept.content.id)
  const version = versionOf(asKept(content!, versions, language), String(asked.id))
  const state = stateAt(
    version,
    versions.filter((one) => one.language === version.language),
    now,
  )
  if (state !== 'shown' && state !== 'scheduled') return { problems: { '': 'not-shown' } }
  const told =
    state === 'shown'
      ? { status: 'withdrawn' as const, publishAt: version.publishAt }
      : { status: 'draft' as const, publishAt: null }
  await setStatus(db, version.id, told)
  const done = state === 'shown' ? 'withdraw' : 'unschedule'
  return {
    redirect: `${fill(paths.one[language], { content: kept.content.id })}?done=${done}`,
    subject: { content: kept.content.id, version: version.id, did: done },
  }
}

export const routes: Route[] = [
  page(paths.version, 'texts.read', showVersion),
  action(paths.version, 'texts.write', z.object({}), showVersion, restore),
  page(paths.preview, 'texts.read', showPreview),
  page(paths.withdraw, 'texts.write', showWithdraw),
  action(paths.withdraw, 'texts.write', z.object({}), showWithdraw, withdraw),
]
