import type { MadeSite } from './makers.ts'
import type { World } from './world.ts'

type Visitor = Pick<World['anyone'], 'get' | 'post'>

/** The cookie of an answer as a browser sends it back; null when it sets none. */
export const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? null

/** A phone that holds a cookie. */
export const phoneWith = (world: World, cookie: string) => ({
  cookie,
  get: (path: string) => world.anyone.get(path, { cookie }),
  post: (path: string, fields: Record<string, string> = {}) => world.anyone.post(path, fields, { cookie }),
})

/** Opens a pairing as the venue does. @returns its page, the path of its link and its short code */
export const openPairing = async (venue: Visitor, name = 'Aulan puhelin') => {
  const opened = await venue.post('/fi/laitteet', { name })
  const page = opened.headers.get('location') ?? ''
  const html = await (await venue.get(page)).text()
  return {
    page,
    html,
    link: html.match(/<bdi>http:\/\/localhost:3000(\/fi\/laite\/[\w-]{43})<\/bdi>/)?.[1] ?? '',
    code: html.match(/<bdi class="nb">([0-9A-Z]{4}-[0-9A-Z]{4})<\/bdi>/)?.[1] ?? '',
  }
}

/** Pairs a phone with a site, from the venue's page to the phone's first cookie. */
export const pairPhone = async (world: World, site: MadeSite, name = 'Aulan puhelin') => {
  const { link } = await openPairing(await world.as({ role: 'venue', site }), name)
  const taken = await world.anyone.post(link, {})
  const cookie = cookieOf(taken)
  if (taken.status !== 303 || !cookie) throw new Error(`The phone was answered with ${taken.status}`)
  const { id } = await world.db
    .selectFrom('device')
    .select('id')
    .where('name', '=', name)
    .orderBy('paired_at', 'desc')
    .executeTakeFirstOrThrow()
  return { ...phoneWith(world, cookie), id, name }
}
export type Paired = Awaited<ReturnType<typeof pairPhone>>
