import type { RoleScope } from '../src/accounts/queries.ts'
import { codeAt, stepAt } from '../src/factors/totp-rules.ts'
import { hashPassword } from '../src/lib/passwords.ts'
import { makeAccount } from './makers.ts'
import type { World } from './world.ts'

export const password = 'hiljainen lumi satoi'
const passwordHash = await hashPassword(password, { memoryCost: 64, timeCost: 1, parallelism: 1 })

export const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0]!

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Reads what a person would type into the app. */
const bytesOf = (base32: string) => {
  const bits = [...base32].map((sign) => letters.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** An authenticator app that has read a page: shows the digits of a moment. */
export const appFrom = (page: string) => {
  const secret = bytesOf(/<code>([A-Z2-7 ]{39})<\/code>/.exec(page)![1]!.replaceAll(' ', ''))
  return (at: Date, steps = 0) => codeAt(secret, stepAt(at) + steps)
}

/** The recovery codes that a page shows. */
export const codesOn = (page: string) =>
  [...page.matchAll(/<bdi class="nb">([2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4})<\/bdi>/g)].map(([, code]) => code!)

/** A person at a browser, who signs in with a password and follows where they are sent. */
export const newPerson = async (world: World, email: string, role: RoleScope) => {
  await makeAccount(world.db, world.now(), { email, passwordHash, ...role })
  let cookie = ''
  const keep = (response: Response) => {
    if (response.headers.has('set-cookie')) cookie = cookieOf(response)
    return response
  }
  const post = async (path: string, fields: Record<string, string> = {}) =>
    keep(await world.anyone.post(path, fields, cookie ? { cookie } : {}))
  const get = async (path: string) => keep(await world.anyone.get(path, cookie ? { cookie } : {}))
  const options = async (kind: 'options' | 'new-options') =>
    (await (await post(`/passkeys/${kind}`)).json()) as { challenge: string }
  return {
    post,
    get,
    read: async (path: string) => (await get(path)).text(),
    options,
    cookie: () => cookie,
    /** Another browser, or this one after its cookies are gone. */
    leave: () => {
      cookie = ''
    },
    signIn: (more: Record<string, string> = {}) => post('/fi/kirjaudu', { email, password, ...more }),
    /** Sets the app up from the start; the person is signed in. @returns the app */
    setUpApp: async () => {
      await post('/fi/oma/vahvistus/sovellus/aloita')
      const app = appFrom(await (await get('/fi/oma/vahvistus/sovellus')).text())
      const confirmed = await post('/fi/oma/vahvistus/sovellus', { code: app(world.now()) })
      return { app, confirmed }
    },
  }
}
export type Person = Awaited<ReturnType<typeof newPerson>>
