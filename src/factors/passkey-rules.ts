import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { relyingParty } from './rules.ts'

/** What is kept of a passkey: its public half. */
export type KnownPasskey = { id: string; publicKey: Uint8Array; counter: number; transports: string[] }

/** A passkey that proves two things at once: that one has it, and a finger, face or PIN (user verification). */
const selection = { residentKey: 'required', userVerification: 'required' } as const

/** What the browser is asked when a passkey is made. The account is known to it by its id, in 16 bytes. */
export const newPasskeyOptions = (
  rpID: string,
  account: { id: string; email: string; name: string },
  known: readonly string[],
) =>
  generateRegistrationOptions({
    rpName: 'Kaikukanta',
    rpID,
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    authenticatorSelection: selection,
    excludeCredentials: known.map((id) => ({ id })),
    timeout: 300_000,
  })

/** What the browser is asked when a passkey signs in: any passkey of ours, for it tells itself whose it is. */
export const passkeyOptions = (rpID: string) =>
  generateAuthenticationOptions({ rpID, userVerification: 'required', timeout: 300_000 })

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(8_000)
const credentialOf = <Response extends z.ZodType>(response: Response) =>
  z.object({ id: base64url.max(1_400), rawId: base64url, type: z.literal('public-key'), response })
const RegistrationShape = credentialOf(
  z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
)
const AuthenticationShape = credentialOf(
  z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
)

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const ClientData = z.object({ challenge: base64url.max(100) })
const challengeOf = (clientDataJSON: string) =>
  ClientData.safeParse(jsonOf(Buffer.from(clientDataJSON, 'base64url').toString())).data?.challenge

/** What a browser sent in the hidden field; undefined when it is nothing that a browser sends. */
export const readNewPasskey = (text: string) => {
  const sent = RegistrationShape.safeParse(jsonOf(text)).data
  const challenge = sent && challengeOf(sent.response.clientDataJSON)
  return sent && challenge ? { sent, challenge } : undefined
}
export const readPasskey = (text: string) => {
  const sent = AuthenticationShape.safeParse(jsonOf(text)).data
  const challenge = sent && challengeOf(sent.response.clientDataJSON)
  return sent && challenge ? { sent, challenge } : undefined
}

/** Where the answer has to come from. */
const expectedOf = (origin: string, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: relyingParty(origin) ?? '',
  requireUserVerification: true,
})

/** @returns what to keep of the new passkey; undefined when anything about the answer is not as it should be */
export const verifyNewPasskey = async (
  { sent, challenge }: NonNullable<ReturnType<typeof readNewPasskey>>,
  origin: string,
): Promise<KnownPasskey | undefined> => {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...sent, clientExtensionResults: {} } as RegistrationResponseJSON,
      ...expectedOf(origin, challenge),
    })
    if (!verified) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey, counter, transports: sent.response.transports }
  } catch {
    return undefined // the library throws for each thing that is not as it should be
  }
}

/** @returns the passkey's new counter; undefined when the answer is not of this passkey, page, challenge and order */
export const verifyPasskey = async (
  { sent, challenge }: NonNullable<ReturnType<typeof readPasskey>>,
  known: KnownPasskey,
  origin: string,
): Promise<number | undefined> => {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...sent, clientExtensionResults: {} } as AuthenticationResponseJSON,
      credential: { id: known.id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
      ...expectedOf(origin, challenge),
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined // a wrong origin, challenge or signature, a counter that went back, no finger or PIN
  }
}
