import { sql } from 'kysely'
import { type Permission, rolesOf } from '../src/access.ts'
import { routes } from '../src/app.tsx'
import { type HolderLanguage, holderLanguages } from '../src/i18n/holder-languages.ts'
import { fillPages } from '../src/pages/fill.ts'
import { pathsOf } from '../src/web/route.tsx'
import { type MatrixWorld, makeMatrixWorld } from './matrix-world.ts'

/** Ways in, and pages that only who has a link may see: they are open to all, and for one person. */
const forOne: readonly Permission[] = [
  ...(['sessions.start', 'sessions.end', 'passwords.reset'] as const),
  'feedback.follow',
  ...(['commitments.sign-by-link', 'commitments.take-by-link'] as const),
  ...(['invitations.accept', 'devices.accept', 'wellbeing.answer'] as const),
]
/** Where builders look at what a page is made of. */
const isGallery = (path: string) => /\/gallery(\/|$)/.test(path)

/** A WebP of one pixel, as the picture that a file is shown by. */
const dot = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

/** A world in which every public page has something to show. */
export const makePublicWorld = async (): Promise<MatrixWorld> => {
  const world = await makeMatrixWorld()
  await world.db.transaction().execute((db) => fillPages(db, world.now))
  await sql`update material set published_at = ${world.now}`.execute(world.db)
  await sql`update material_file set thumbnail = ${dot}, thumbnail_width = 1, thumbnail_height = 1, tiny = ${dot}`.execute(
    world.db,
  )
  const hours = (count: number) => new Date(world.now.getTime() + count * 3_600_000)
  for (const [title, from, recording, isCancelled] of [
    ['Kortin antaminen', 24, null, false],
    ['Kassalla', 48, null, true],
    ['Tutuksi', null, 'https://video.esimerkki.example/tutuksi', false],
    ['Syksyn koulutus', -48, null, false],
  ] as const)
    await sql`
      insert into training (title_fi, title_sv, description_fi, finnish_changed_at, sv_checked_at, en_checked_at, audiences,
        languages, starts_at, ends_at, is_remote, place, seats, sign_up_url, recording_url, recording_length, has_subtitles,
        cancelled_at, cancelled_fi, made_at, changed_at)
      values (${title}, ${`${title} (sv)`}, 'Mitä opitaan.', ${world.now}, ${world.now}, ${world.now}, '{issuers,venues}', '{fi}',
        ${from && hours(from)}, ${from && hours(from + 1)}, true, ${from && 'Kirjasto'}, 30, 'https://esimerkki.example/', ${recording},
        ${recording && 42}, false, ${isCancelled ? world.now : null}, ${isCancelled ? 'Uusi aika tulee.' : null},
        ${world.now}, ${world.now})`.execute(world.db)
  await sql`
    with told as (
      insert into content (kind, key, made_at, made_by) values ('news', 'x', ${world.now}, 'test') returning id)
    insert into content_version (content_id, language, title, lead, body, plain, status, publish_at, made_at, made_by)
    select id, 'fi', 'Uusi alue on mukana', 'Kortti käy nyt myös Kainuussa.', 'Tervetuloa.', 'Tervetuloa.',
      'published', ${world.now}::timestamptz, ${world.now}::timestamptz, 'test' from told`.execute(world.db)
  return world
}

export type PublicAddress = { path: string; language: HolderLanguage | null; address: string }

/**
 * Every page that everyone may read, in every language, from the same rows that are mounted, so that none can be
 * forgotten. Names in an address are filled by the world.
 */
export const listPublicAddresses = (world: MatrixWorld): PublicAddress[] =>
  routes
    .filter(({ method, permission }) => method === 'GET' && rolesOf(permission).includes('everyone'))
    .filter(({ permission }) => !forOne.includes(permission))
    .flatMap(pathsOf)
    .filter(({ path }) => !isGallery(path))
    .map(({ path, language }) => ({ path, language, address: world.fill(path, 'everyone', 'own') }))

export type PublicPage = PublicAddress & { html: string }

/** Finnish, and Arabic, which is read from the right: where looking at each page in a browser takes its time. */
export const lookedAt: readonly HolderLanguage[] = ['fi', 'ar']

/**
 * Those that answer with a page that may be kept by everyone.
 * @param languages which of those pages that have a language
 * @throws when an address answers nothing: then the world has no example for a name in it
 */
export const readPublicPages = async (
  world: MatrixWorld,
  languages: readonly HolderLanguage[] = holderLanguages,
): Promise<PublicPage[]> => {
  const pages: PublicPage[] = []
  for (const one of listPublicAddresses(world)) {
    if (one.language !== null && !languages.includes(one.language)) continue
    const asked = await world.app.request(one.address)
    // An id leads on to the name of what it stands for.
    const address = asked.headers.get('location') ?? one.address
    const reply = address === one.address ? asked : await world.app.request(address)
    if (reply.status === 404) throw new Error(`${one.path}: nothing is at ${one.address}`)
    const isPage = (reply.headers.get('content-type') ?? '').startsWith('text/html')
    if (isPage && reply.headers.get('cache-control') === 'public, no-cache')
      pages.push({ ...one, address, html: await reply.text() })
  }
  return pages
}
