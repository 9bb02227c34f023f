import * as oidc from 'openid-client'
import { type Claims, isPlainHttp, isSubject } from './rules.ts'

/** A provider as its protocol needs it. The secret is open only in memory. */
export type Client = { issuer: string; clientId: string; clientSecret: string; groupsClaim: string }

/** A person waits for each answer, and no database connection does. */
const secondsToAnswer = 5

/** The way of showing the secret that the provider lists; the standard's own when it lists none. */
const showSecret =
  (secret: string): oidc.ClientAuth =>
  (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const show = ways.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost
    show(secret)(server, ...rest)
  }

/** Asks the provider for its own description. Its answer must be of the very issuer that was asked. */
const discover = ({ issuer, clientId, clientSecret }: Client) =>
  oidc.discovery(new URL(issuer), clientId, undefined, showSecret(clientSecret), {
    timeout: secondsToAnswer,
    // The signature of the ID token is checked too, though it comes straight from the provider over TLS.
    execute: [oidc.enableNonRepudiationChecks, ...(isPlainHttp(issuer) ? [oidc.allowInsecureRequests] : [])],
  })

export const answers = async (client: Client): Promise<boolean> => {
  try {
    await discover(client)
    return true
  } catch {
    return false
  }
}

/** What is made for one sign-in and compared when it comes back. */
export type Secrets = { state: string; nonce: string; verifier: string }
export const newSecrets = (): Secrets => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
})

/**
 * Where the person goes to sign in: authorization code with PKCE (RFC 9700, 2.1.1).
 * @returns undefined when the provider does not answer
 */
export const authorizationUrl = async (
  client: Client,
  { state, nonce, verifier }: Secrets,
  redirectUri: string,
): Promise<string | undefined> => {
  const configuration = await discover(client).catch(() => undefined)
  if (!configuration) return undefined
  const known = configuration.serverMetadata().scopes_supported ?? ['profile', 'email']
  const scopes = [
    'openid',
    ...['profile', 'email', client.groupsClaim].filter((scope) => known.includes(scope)),
  ]
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href
}

export type ExchangeProblem = 'cancelled' | 'unreachable' | 'not-proven'

const silences = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']
const problemOf = (error: unknown): ExchangeProblem => {
  if (error instanceof oidc.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'not-proven'
  const { code, message } = error as { code?: string; message?: string }
  return message === 'fetch failed' || silences.includes(code ?? '') ? 'unreachable' : 'not-proven'
}

/** Some providers tell the groups or the address only when asked with the access token. */
const withUserInfo = async (
  configuration: oidc.Configuration,
  accessToken: string,
  claims: Claims,
  groupsClaim: string,
): Promise<Claims> => {
  const isWhole = [groupsClaim, 'name', 'email'].every((name) => claims[name] !== undefined)
  if (isWhole || !configuration.serverMetadata().userinfo_endpoint) return claims
  return { ...(await oidc.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims }
}

/**
 * Changes the code for an ID token and verifies it: signature, issuer, audience, times (by the machine's clock, as the
 * provider's are), nonce and state. A refresh token is not kept even when one is given: here a sign-in ends after a
 * working day, and the next one asks the groups anew.
 */
export const exchange = async (
  client: Client,
  returned: URL,
  { state, nonce, verifier }: Secrets,
): Promise<{ claims: Claims } | { problem: ExchangeProblem }> => {
  const configuration = await discover(client).catch(() => undefined)
  if (!configuration) return { problem: 'unreachable' }
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    })
    const claims = tokens.claims()! // a nonce was expected, so there is an ID token
    if (!isSubject(claims.sub)) return { problem: 'not-proven' }
    return { claims: await withUserInfo(configuration, tokens.access_token, claims, client.groupsClaim) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
