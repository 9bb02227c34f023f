import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putSent, write } from '../../test/commitments.ts'
import { makeSite } from '../../test/makers.ts'
import { connectAgain } from '../../test/more-connections.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Connection, Write } from '../db/db.ts'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import { addEvent, listEvents } from './event-queries.ts'
import { chainFindings, type SignedDetails } from './event-rules.ts'
import { makeLink, openLink } from './link-queries.ts'
import { findCommitment, listParties } from './queries.ts'
import { sign, withdraw } from './sign-queries.ts'

let world: World
let other: Connection
beforeEach(async () => {
  world = await newWorld()
  other = await connectAgain(world)
})
afterEach(async () => {
  await other.close()
  await world.end()
})

const by = () => ({ actor: 'account:test', now: world.now(), today: '2026-05-04' })
const details = (version: string): SignedDetails => ({
  ...{ version, name: 'Tiina Testaaja', title: null, right: { basis: 'position', reference: null } },
  ...{ statement: 'right-1', language: 'fi', way: 'account', account: randomUUID(), provider: null },
})
const atOnce = <T>(...deeds: ((db: Write) => Promise<T>)[]) =>
  Promise.all(deeds.map((deed) => other.pool.transaction().execute(deed)))

test('two and three parties that sign at the same moment: each once, one of them last, one whole chain', async () => {
  for (let round = 0; round < 10; round++) {
    const { id, version } = await putSent(world, await makeSite(world.db))
    const parties = await listParties(world.db, id)
    const signed = await atOnce(
      ...parties.flatMap(({ id: party }) => [
        (db: Write) => sign(db, id, party, details(version), by()),
        (db: Write) => sign(db, id, party, details(version), by()),
      ]),
    )
    expect(signed.filter((one) => one === 'signed-already')).toHaveLength(3)
    expect(signed.filter((one) => typeof one !== 'string' && one.isLast)).toHaveLength(1)
    const events = await listEvents(world.db, id)
    expect(events).toHaveLength(4)
    expect(chainFindings(events)).toEqual([])
    expect((await findCommitment(world.db, id))!.state).toBe('signed')
  }
})

test('a text that is withdrawn while the last party signs: one of the two happens, and both know which', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 20; round++) {
    const { id, version } = await putSent(world, await makeSite(world.db))
    const [first, second, third] = await listParties(world.db, id)
    for (const party of [first!, second!])
      await write(world, (db) => sign(db, id, party.id, details(version), by()))
    const last = (db: Write) => sign(db, id, third!.id, details(version), by())
    const back = (db: Write) => withdraw(db, id, null, by())
    const [one, two] = await atOnce<unknown>(...(round % 2 === 0 ? [last, back] : [back, last]))
    const [signed, withdrawn] = round % 2 === 0 ? [one, two] : [two, one]
    const { state } = (await findCommitment(world.db, id))!
    expect(state === 'signed' ? [withdrawn] : [signed]).toEqual([state === 'signed' ? null : 'withdrawn'])
    expect(['signed', 'draft']).toContain(state)
    seen.add(state)
    expect(chainFindings(await listEvents(world.db, id))).toEqual([])
  }
  expect(seen.size).toBeGreaterThan(0)
})

test('two tabs of one link sign once; a deed that asked for no lock is held by the database', async () => {
  const { id, version } = await putSent(world, await makeSite(world.db))
  const [county, municipality] = await listParties(world.db, id)
  const proof = proofOfToken(newToken())
  const bond = proofOfToken(newToken())
  const given = {
    commitmentId: id,
    partyId: municipality!.id,
    round: 1,
    email: 'sari@esimerkkila.example',
    proof,
  }
  const link = await write(world, (db) => makeLink(db, world.keys, { ...given, now: world.now() }))
  await write(world, (db) => openLink(db, world.keys, { proof, bond, code: link.code, now: world.now() }))
  const byLink: SignedDetails = {
    ...{ version, name: 'Sari', title: null, right: { basis: 'position', reference: null } },
    ...{ statement: 'right-1', language: 'fi', way: 'link', link: link.id, email: given.email },
  }
  const twice = await atOnce(
    (db) => sign(db, id, municipality!.id, byLink, by()),
    (db) => sign(db, id, municipality!.id, byLink, by()),
  )
  expect(twice.filter((one) => one === 'signed-already')).toHaveLength(1)
  const unlocked = (db: Write) =>
    addEvent(db, id, {
      kind: 'signed',
      party: county!.id,
      actor: 'x',
      at: world.now(),
      details: details(version),
    })
  const tries = await Promise.allSettled([1, 2, 3].map(() => other.pool.transaction().execute(unlocked)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
