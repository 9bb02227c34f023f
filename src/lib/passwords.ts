import { hash, type Options, verify } from '@node-rs/argon2'

/**
 * argon2id with 64 MiB and 3 passes: about 50 ms of one core, and memory that a guessing machine must have for every
 * guess. A hash carries its own cost, so a new cost here leaves old passwords working.
 */
const cost: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** The same password typed on two keyboards should be the same bytes (NFKC, as NIST SP 800-63B asks). */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))

/** @param paid another cost; only tests that need many accounts give a cheap one */
export const hashPassword = (password: string, paid: Options = cost): Promise<string> =>
  hash(bytesOf(password), paid)

/** Nobody's password, at today's cost: what an unknown account is compared with, so that it takes as long. */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$3wWOzn3THBMsq6QoRwEp8g$ptKwIPG8gTP8nxzntyhVaXyDNHvXQbMb1l6HIFklNqY'

/** @param known the account's hash; null (no such account, or no password) is never right but takes the same time */
export const isPasswordRight = async (known: string | null, password: string): Promise<boolean> => {
  const isRight = await verify(known ?? nobodysHash, bytesOf(password))
  return known !== null && isRight
}
