import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody whom the municipality knows. */
type Person = { name?: string; email?: string; email_verified?: boolean; groups?: string[] | string }

const redirectUri = 'http://localhost:3000/kirjaudu/paluu'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const signedToken = (
  claims: object,
  { key = privateKey, typ = 'JWT' }: { key?: KeyObject; typ?: string } = {},
) => {
  const text = `${encoded({ alg: 'RS256', kid: 'test', typ })}.${encoded(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

export type TestProvider = Awaited<ReturnType<typeof startProvider>>

/**
 * A municipality's own sign-in: a real OpenID Connect provider on a port of this machine, with a form that asks only
 * who one is. What it says in an ID token can be bent, to see whether it is believed.
 * @param inIdToken whether the ID token itself holds the groups, or only the userinfo endpoint tells them
 */
export const startProvider = async (inIdToken = true) => {
  const people = new Map<string, Person>()
  let lie: ((claims: Record<string, unknown>) => string) | null = null
  let provider: Provider | null = null
  const server = createServer((request, response) => serve(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const nonces = new Map<string, string>()

  const client = (id: string) => ({
    client_id: id,
    client_secret: `${id}-salaisuus-joka-on-pitka`,
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  })
  provider = new Provider(issuer, {
    clients: [client('kaiku'), client('other')],
    jwks: { keys: [jwk] },
    cookies: { keys: ['test'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    conformIdTokenClaims: !inIdToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/who/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    // The municipality has agreed to Kaiku on behalf of its people: nobody is asked for consent.
    loadExistingGrant: async (ctx: {
      oidc: {
        provider: {
          Grant: new (given: object) => { addOIDCScope(scope: string): void; save(): Promise<string> }
        }
        client: { clientId: string }
        session: { accountId: string }
      }
    }) => {
      const { oidc } = ctx
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url!, issuer)
    if (request.method === 'POST' && pathname.startsWith('/who/')) {
      const accountId = new URLSearchParams(await bodyOf(request)).get('who')
      if (accountId === '')
        return provider!.interactionFinished(request, response, { error: 'access_denied' })
      return provider!.interactionFinished(request, response, { login: { accountId } })
    }
    if (request.method === 'POST' && pathname === '/token' && lie) return bend(request, response)
    if (pathname === '/auth') nonces.set(searchParams.get('state') ?? '', searchParams.get('nonce') ?? '')
    return answer(request, response)
  }

  const bend = async (request: IncomingMessage, response: ServerResponse) => {
    await bodyOf(request)
    const now = Math.floor(Date.now() / 1000)
    const [nonce] = [...nonces.values()].slice(-1)
    const truth = {
      iss: issuer,
      aud: 'kaiku',
      sub: 'aino',
      iat: now,
      exp: now + 60,
      nonce,
      ...people.get('aino'),
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: lie!(truth) }))
  }

  /** Walks from the address that Kaiku gave through the provider's form, as a browser would. @returns where it leads back to */
  const signIn = async (start: string, who: string): Promise<string> => {
    const cookies = new Map<string, string>()
    let at = start
    let post = false
    for (let step = 0; step < 10; step++) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie },
        ...(post ? { method: 'POST', body: new URLSearchParams({ who }) } : {}),
      })
      for (const one of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!
        cookies.set(name!, value!)
      }
      const next = response.headers.get('location')
      if (!next) throw new Error(`The provider stopped at ${at}: ${response.status} ${await response.text()}`)
      at = new URL(next, at).href
      if (at.startsWith(redirectUri)) return at.slice('http://localhost:3000'.length)
      post = new URL(at).pathname.startsWith('/who/')
    }
    throw new Error('The provider leads nowhere')
  }

  return {
    issuer,
    clientId: 'kaiku',
    clientSecret: client('kaiku').client_secret,
    people,
    signIn,
    /** From now on the ID token is what this makes of the true one. */
    lieWith: (made: typeof lie) => {
      lie = made
    },
    stop: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

const bodyOf = async (request: IncomingMessage) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
