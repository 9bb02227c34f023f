import { dirname, resolve } from 'node:path'
import { z } from 'zod'

/** What the environment says, checked once. Every variable is optional. */
export type Config = {
  port: number
  host: string
  databaseUrl: string | null
  dataDirectory: string
  keyFile: string
  /** Set only when somebody said it; else the address that the server listens on. */
  publicUrl: string | null
  smtpUrl: string | null
  /** The address that mail comes from. */
  mailFrom: string
  /** Where the head of the audit chain is kept a second time. */
  auditHeadsFile: string
  /** Where deletions are kept a second time, so that a restored copy forgets again. */
  deletionsFile: string
}

const url = (schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol))

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  KAIKU_KEY_FILE: z.string().min(1).optional(),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/)
    .optional(),
  AUDIT_HEADS_FILE: z.string().min(1).optional(),
  DELETIONS_FILE: z.string().min(1).optional(),
})

const expected: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1',
  DATABASE_URL: 'an address such as postgres://user:password@host:5432/kaiku',
  DATA_DIR: 'a folder',
  KAIKU_KEY_FILE: 'a file',
  PUBLIC_URL: 'an address such as https://kaiku.example',
  SMTP_URL: 'an address such as smtp://user:password@host:587',
  MAIL_FROM: 'an e-mail address such as kaiku@kaiku.example',
  AUDIT_HEADS_FILE: 'a file',
  DELETIONS_FILE: 'a file',
}

/** An empty variable counts as not set. The values themselves are never repeated: one may hold a password. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0])
    throw new Error(`${name} should be ${expected[name]}.`)
  }
  const { data } = parsed
  const dataDirectory = resolve(data.DATA_DIR)
  const keyFile = resolve(data.KAIKU_KEY_FILE ?? `${dataDirectory}.key`)
  if (dirname(keyFile) === dataDirectory || keyFile.startsWith(`${dataDirectory}/`))
    throw new Error(
      'KAIKU_KEY_FILE should lie outside DATA_DIR, so that a copy of the data does not hold the key.',
    )
  const publicUrl = data.PUBLIC_URL ? new URL(data.PUBLIC_URL) : null
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDirectory,
    keyFile,
    publicUrl: publicUrl?.origin ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? `kaiku@${publicUrl?.hostname ?? 'localhost'}`,
    auditHeadsFile: resolve(data.AUDIT_HEADS_FILE ?? `${dataDirectory}.audit-heads`),
    deletionsFile: resolve(data.DELETIONS_FILE ?? `${dataDirectory}.deletions`),
  }
}
