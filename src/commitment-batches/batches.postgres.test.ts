import { afterEach, beforeEach, expect, test } from 'vitest'
import { putBatch } from '../../test/commitment-drafts.ts'
import { startMailServer } from '../../test/mail-server.ts'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { expireCommitments, remindOfCommitments } from '../commitment-drafts/remind.ts'
import { makeLink } from '../commitments/link-queries.ts'
import { listParties } from '../commitments/queries.ts'
import { openPost, sendDueMails } from '../mail/send.ts'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import { claimItem, takeCodes } from './item-queries.ts'
import { makeBatches } from './make.ts'
import { deleteBatch, startBatch } from './queries.ts'

let world: World
const toClose: (() => unknown)[] = []
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
  await world.end()
})

const partners = 100
const address = (n: number) => `kumppani${n}@esimerkki.example`
/** Ends a round after so many looks, as a process that is told to stop. */
const after = (looks: number) => () => looks-- <= 0

test('a hundred partners, stopped while making and while mailing: each gets one letter, and one reminder', async () => {
  const { db, keys } = world
  const { port, delivered } = await startMailServer({}, 0).then((server) => {
    toClose.push(server.close)
    return server
  })
  const post = openPost(`smtp://127.0.0.1:${port}`, 'kaiku@kaiku.example')
  toClose.push(post.close)
  const municipality = await makeMunicipality(db, { name: 'Kuhmo', area: 'Kainuu' })
  const sites = []
  for (let n = 0; n < partners; n++) sites.push(await makeSite(db, { municipality, name: `Kohde ${n}` }))
  await db
    .insertInto('contact_person')
    .values(
      sites.map(({ id }, n) => ({
        site_id: id,
        name: 'Oili Esimerkki',
        email: address(n),
        made_at: world.now(),
      })),
    )
    .execute()
  const batch = await putBatch(world, sites)
  const given = { pool: db, keys, origin: 'http://localhost:3000', clock: world.now }

  expect(await makeBatches(given)).toEqual({ made: 0, failed: 0 }) // nothing is sent before somebody says so
  await db.transaction().execute((write) => startBatch(write, batch, world.now()))

  // Stopped after 23 partners; then one whose letter cannot be kept, as when the process is killed in the middle of it.
  expect(await makeBatches(given, after(23))).toEqual({ made: 23, failed: 0 })
  const broken = db.transaction().execute(async (write) => {
    expect(await claimItem(write)).toBeDefined()
    throw new Error('killed')
  })
  await expect(broken).rejects.toThrow('killed')
  expect(await sendDueMails(db, post, world.now, after(11))).toEqual({ sent: 11, failed: 0 })

  // Two processes go on at once.
  const rounds = await Promise.all([makeBatches(given), makeBatches(given)])
  expect(rounds.reduce((sum, { made }) => sum + made, 0)).toBe(partners - 23)
  expect(await makeBatches(given)).toEqual({ made: 0, failed: 0 })
  await Promise.all([sendDueMails(db, post, world.now), sendDueMails(db, post, world.now)])
  const wanted = sites.map((_, n) => address(n)).sort()
  expect(delivered.map(({ to }) => to[0]).sort()).toEqual(wanted)
  const items = await db.selectFrom('commitment_batch_item').select(['commitment_id', 'code_box']).execute()
  expect(new Set(items.map(({ commitment_id }) => commitment_id)).size).toBe(partners)
  expect(items.every(({ code_box }) => code_box !== null)).toBe(true)
  const waiting = await db.selectFrom('commitment').select('id').where('state', '=', 'waiting').execute()
  expect(waiting).toHaveLength(partners)

  // Codes are shown once; of a link that was replaced since, none, for it would open nothing.
  const replaced = waiting[0]!.id
  const party = (await listParties(db, replaced)).find(({ way }) => way === 'link')!
  await db.transaction().execute((write) =>
    makeLink(write, keys, {
      ...{ commitmentId: replaced, partyId: party.id, round: 1, email: address(0) },
      ...{ proof: proofOfToken(newToken()), now: new Date(world.now().getTime() + 1000) },
    }),
  )
  const take = () => db.transaction().execute((write) => takeCodes(write, { keys, now: world.now() }, batch))
  const codes = await take()
  expect(codes.filter(({ code }) => /^\d{6}$/.test(code ?? ''))).toHaveLength(partners - 1)
  expect(codes.filter(({ over }) => over === 'ended')).toHaveLength(1)
  expect(codes).toHaveLength(partners)
  expect(await take()).toEqual([])

  // A week before the last day: by two sweeps at once, and again an hour later.
  delivered.length = 0
  world.later(23 * 24 * 60)
  await Promise.all([1, 2].map(() => remindOfCommitments(db, world.now(), given.origin)))
  await sendDueMails(db, post, world.now, after(40))
  world.later(60)
  expect(await remindOfCommitments(db, world.now(), given.origin)).toBe(0)
  await sendDueMails(db, post, world.now)
  expect(delivered.map(({ to }) => to[0]).sort()).toEqual(wanted)

  // A day before, once more each; and when the time is over, all expire and the keeper gets one letter for all.
  delivered.length = 0
  world.later(6 * 24 * 60)
  expect(await remindOfCommitments(db, world.now(), given.origin)).toBe(partners)
  expect(await remindOfCommitments(db, world.now(), given.origin)).toBe(0)
  world.later(2 * 24 * 60)
  await world.as({ role: 'coordinator', areaId: municipality.areaId })
  expect(await expireCommitments(db, world.now(), given.origin)).toBe(partners)
  expect(await expireCommitments(db, world.now(), given.origin)).toBe(0)
  const told = await db
    .selectFrom('mail')
    .select('subject')
    .where('kind', '=', 'commitment-expired')
    .execute()
  expect(told).toEqual([{ subject: '100 sitoumuksen määräaika meni ohi' }])
}, 60_000)

test('given up while somebody begins it: it is begun, with all its partners', async () => {
  const { db } = world
  const batch = await putBatch(world, [await makeSite(db, {}), await makeSite(db, {})])
  const deleted = await db.transaction().execute(async (write) => {
    await startBatch(write, batch, world.now())
    // Both have seen it unstarted; the one who gives it up waits for the other.
    const giving = db.transaction().execute((other) => deleteBatch(other, batch))
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { giving }
  })
  expect(await deleted.giving).toBe(false)
  expect(await db.selectFrom('commitment_batch_item').select('id').execute()).toHaveLength(2)
})
