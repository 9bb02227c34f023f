import { z } from 'zod'
import { version } from '../lib/version.ts'
import { type Call, type Endpoint, reading } from '../web/endpoint.ts'
import { programLimit } from '../web/endpoint-limits.ts'
import { keyScopes } from './key-rules.ts'
import { findKeyOwner } from './me-queries.ts'

const MeAnswer = z.object({
  name: z.string().describe('The program, as it was named here.'),
  isTest: z.boolean().describe('True of a program that reaches the practice cards alone.'),
  key: z
    .object({
      name: z.string().describe('The name of the key.'),
      shownStart: z.string().describe('The part of the key that may be shown.'),
      expiresAt: z.iso.datetime().describe('When it works no more, in UTC.'),
    })
    .describe('The key that asked.'),
  scopes: z.array(z.enum(keyScopes)).describe('What the key may do.'),
  sites: z
    .array(
      z.object({
        id: z.number().int().describe('Send it as `siteId`.'),
        name: z.string().describe('The name of the site.'),
      }),
    )
    .describe('The sites that let the program record for them.'),
  limit: z
    .object({
      requests: z.number().int().describe('How many requests the program may make.'),
      seconds: z.number().int().describe('In how many seconds.'),
    })
    .describe('The general limit of the program.'),
  system: z
    .object({
      name: z.string().describe('The name of the program.'),
      version: z.string().describe('Its version, as its makers number it.'),
    })
    .describe('The program that answers, and its version: tell both when you ask for help.'),
  serverTime: z.iso.datetime().describe('For checking one’s own clock: a use is dated by it.'),
})

const tellWho = async ({ db, client, now }: Call) => {
  const { keyName, shownStart, expiresAt, ...owner } = await findKeyOwner(db, client.keyId)
  const body = {
    ...owner,
    key: { name: keyName, shownStart, expiresAt },
    limit: { requests: programLimit.quota, seconds: programLimit.seconds },
    system: { name: 'Kaiku', version },
    serverTime: now,
  }
  return { status: 200, body } as const
}

export const endpoints: Endpoint[] = [
  reading({
    path: '/api/v1/me',
    permission: 'api.read',
    summary: 'What the key is and what it may do; the first call to make. A key under test may ask too.',
    answers: { 200: { what: 'The program and its key.', schema: MeAnswer } },
    run: tellWho,
    practise: tellWho,
  }),
]
