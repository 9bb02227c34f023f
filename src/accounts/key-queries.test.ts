import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { proofOfKey } from '../db/db.ts'
import { createSiteKey, endApiKey, findApiKey } from './key-queries.ts'
import { keyScopes, lastKeyEnd, newKey, proofOfSecret } from './key-rules.ts'

let world: World
let siteId: number
beforeEach(async () => {
  world = await newWorld()
  siteId = (await makeSite(world.db)).id
})
afterEach(() => world.end())

const make = (expiresAt = lastKeyEnd(world.now())) =>
  createSiteKey(world.db, { siteId, name: 'Lippukassa', scopes: keyScopes, expiresAt }, world.now())
const find = (key: string) => findApiKey(world.db, key, world.now())

test('a key gives its program and its scopes', async () => {
  const key = await make()
  const { keyId, clientId } = await world.db
    .selectFrom('api_key')
    .select(['id as keyId', 'client_id as clientId'])
    .executeTakeFirstOrThrow()
  const proof = proofOfKey(proofOfSecret(key))
  const scope = { clientId, proof }
  expect(await find(key)).toEqual({ keyId, clientId, scope, proof, permissions: [...keyScopes] })
})

test('the key itself is not kept: of it only the start can be read', async () => {
  const key = await make()
  const [row] = await world.db.selectFrom('api_key').selectAll().execute()
  const kept = JSON.stringify(row)
  expect(kept).toContain(key.slice(0, 16))
  expect(kept).not.toContain(key.slice(17, 40))
})

test('a key that was never given is nobody’s, and so is one with a wrong checksum', async () => {
  const key = await make()
  expect(await find(newKey().key)).toBeNull()
  expect(await find(`${key.slice(0, -8)}00000000`)).toBeNull()
  expect(await find('')).toBeNull()
})

test('an expired key is nobody’s', async () => {
  const key = await make(new Date(world.now().getTime() + 60 * 60_000))
  world.later(59)
  expect(await find(key)).not.toBeNull()
  world.later(1)
  expect(await find(key)).toBeNull()
})

test('an ended key is nobody’s from that moment', async () => {
  const key = await make()
  const other = await make()
  expect(await endApiKey(world.db, key.slice(0, 16), world.now())).toBe(true)
  expect(await find(key)).toBeNull()
  expect(await find(other)).not.toBeNull()
  expect(await endApiKey(world.db, key.slice(0, 16), world.now())).toBe(false)
})

test('the day of the last use is kept, and no finer', async () => {
  const key = await make()
  const lastUse = async () =>
    (await world.db.selectFrom('api_key').select('last_used_on').executeTakeFirstOrThrow()).last_used_on
  expect(await lastUse()).toBeNull()
  await find(key)
  expect(await lastUse()).toBe('2026-05-04')
  world.later(24 * 60)
  await find(key)
  expect(await lastUse()).toBe('2026-05-05')
})

test('a key for longer than a year is not made', async () => {
  await expect(make(new Date('2027-05-04T09:00:01Z'))).rejects.toThrow('within a year')
  await expect(make(world.now())).rejects.toThrow('within a year')
})
