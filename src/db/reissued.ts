/**
 * A published state of Kaiku (commit 85b37b6) had rewritten seven migrations in place. The next one gave these files
 * their first text back, so that databases of the release before would open, and put what had been rewritten into
 * `0028_second_reading.sql`. A database made between the two has everything of 0028 but its last statement, under
 * other hashes: it is told so here, once, and goes on as every other.
 */
export const reissued: Readonly<Record<string, string>> = {
  '0020_bookings.sql': '764ea4d1fcfccb48bab53bc5a1bd2722d2bc799cbe45a3ad8de3d470f099ecfd',
  '0021_uses_api.sql': 'b05d15ebd2a5bd6d3b4e078fee42b0ccb83bc372858e26f66c6cf1426b26b30b',
  '0022_webhooks.sql': '241fdc717d6990efed9a83eb6f0c333793cfab348533c51c25026aa37e021b2e',
  '0024_reconciliation.sql': '5b067fe7d158829be4c9fd430880bfebfe3e251fd6741a3e9c692ea3b47e9bf5',
  '0025_site_limits.sql': 'b54e075fc78c78907b14ce85aaf3b1934bba4a242b579abeaea61d0806bde99f',
  '0026_group_visits.sql': 'f385a88c64c04bc6e81721d361eacbade3c5581a2936b08e8936a13ab53eb941',
  '0027_gate.sql': '9a0241d96a6a6ac441ad9c6f912cbf83293fe9218882302916bd57d9656d5ffa',
}

/** Where the rewritten parts are now. */
export const reissuedAs = '0028_second_reading.sql'

/** What 0028 has and those files had not: a plan is kept, nothing else. */
export const reissueMends = [
  'alter function municipality_crosses(integer, date) set plan_cache_mode = force_generic_plan',
]

/**
 * Whether a database was made between the two: it holds all seven under the hashes that they once had, and not the one
 * that took their place. One that differs in any other way is not recognised.
 * @param applied migration name → hash, as the database has them
 */
export const holdsReissued = (applied: ReadonlyMap<string, string>): boolean =>
  !applied.has(reissuedAs) && Object.entries(reissued).every(([name, hash]) => applied.get(name) === hash)
