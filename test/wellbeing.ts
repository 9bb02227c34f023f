import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from '../src/db/db.ts'
import type { World } from './world.ts'

/** A phone that follows links: keeps the one cookie that ties a link to it. */
export const phoneOf = (world: World) => {
  let cookie = ''
  const keep = (reply: Response) => {
    const given = /^(kaiku-bond=[^;]*)/.exec(reply.headers.get('set-cookie') ?? '')?.[1]
    if (given) cookie = given
    return reply
  }
  return {
    get: async (path: string) => keep(await world.anyone.get(path, { cookie })),
    post: async (path: string, fields: Record<string, string> = {}) =>
      keep(await world.anyone.post(path, fields, { cookie })),
    cookie: () => cookie,
  }
}

type Issuer = Awaited<ReturnType<World['as']>>

/** The issuer asks with consent, by a link; gives the address of the link as the page tells it. */
export const linkBy = async (issuer: Issuer, card: { id: number }, language = 'fi'): Promise<string> => {
  await issuer.post(`/fi/kortti/${card.id}/kysymykset`, { language, consent: 'yes', way: 'phone' })
  const html = await (await issuer.get(`/fi/kortti/${card.id}/kysymykset`)).text()
  return /http:\/\/localhost:3000(\/v\/[\w-]{43})/.exec(html)![1]!
}

/** What an answered round leaves behind, without the pages: one number for every item, null for skipped. */
export const makeRound = async (
  db: Pool,
  given: { cardId: number; wave: number; points: (number | null)[]; at: Date; instrumentId?: number },
): Promise<string> => {
  const id = randomUUID()
  const row = {
    id,
    card_id: given.cardId,
    instrument_id: given.instrumentId ?? 1,
    wave: given.wave,
    way: 'phone' as const,
    language: 'fi',
    token_hash: randomBytes(32),
    begun_at: given.at,
    expires_at: given.at,
    finished_at: given.at,
  }
  await db.insertInto('wellbeing_round').values(row).execute()
  const answers = given.points.map((points, index) => ({ round_id: id, item: index + 1, points }))
  await db.insertInto('wellbeing_answer').values(answers).execute()
  return id
}

export const countAnswers = async (db: Pool): Promise<number> => {
  const { answers } = await db
    .selectFrom('wellbeing_answer')
    .select(({ fn }) => fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow()
  return Number(answers)
}
