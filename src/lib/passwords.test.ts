import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, isPasswordRight, nobodysHash } from './passwords.ts'

const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 }

test('a password is right again, and only that one', async () => {
  const hash = await hashPassword('syksyn lehdet tiellä', cheap)
  expect(await isPasswordRight(hash, 'syksyn lehdet tiellä')).toBe(true)
  expect(await isPasswordRight(hash, 'syksyn lehdet tiella')).toBe(false)
})

test('ä as one letter and ä as a and dots are the same password', async () => {
  const hash = await hashPassword('t\u00e4hti', cheap)
  expect(await isPasswordRight(hash, 'ta\u0308hti')).toBe(true)
})

test('an unknown account is refused at exactly the cost of a known one', async () => {
  const real = parseOptions(await hashPassword('mitä tahansa'))
  expect(real).toMatchObject({ algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 })
  expect(parseOptions(nobodysHash)).toEqual(real)
  expect(await isPasswordRight(null, 'mitä tahansa')).toBe(false)
})
