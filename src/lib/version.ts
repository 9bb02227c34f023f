import { readFileSync } from 'node:fs'

/** The version of this program, such as `0.1.0`: of the code, not of the contract of its API. */
export const version: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version
