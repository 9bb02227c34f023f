import { type PersonRole, personRoles } from '../access.ts'
import { inviteUser } from '../accounts/invitation-queries.ts'
import { hasAccount } from '../accounts/queries.ts'
import { invitationEnd } from '../accounts/rules.ts'
import { paths } from '../accounts/words.ts'
import { writeAudit } from '../web/audit.ts'
import { fill } from '../web/paths.ts'
import { byHand, type Command, textOf } from './command.ts'
import { readScope } from './scope.ts'

const isRole = (text: string): text is PersonRole => personRoles.some((role) => role === text)

export const userInviteCommand: Command = {
  name: 'user invite',
  usage: '--email <address> --role <role> [--scope <kind>:<name or id>]',
  what: `Prints a one-time link for a new user. Roles: ${personRoles.join(', ')}. Kinds: area, unit, site, organisation.`,
  options: { email: { type: 'string' }, role: { type: 'string' }, scope: { type: 'string' } },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, origin, print, note }) => {
    const email = textOf(options, 'email')
    if (!email || !/^[^\s@]+@[^\s@]+$/.test(email))
      throw new Error('Give an e-mail address: --email <address>.')
    const role = textOf(options, 'role') ?? ''
    if (!isRole(role)) throw new Error(`Give a role: --role ${personRoles.join('|')}.`)
    const scope = await readScope(pool, role, textOf(options, 'scope'))
    if (await hasAccount(pool, email)) throw new Error('There is already an account with this address.')
    const token = await pool.transaction().execute(async (db) => {
      await writeAudit(db, { ...byHand(now), permission: 'user invite', subject: { ...scope } })
      return inviteUser(db, { email, ...scope }, now)
    })
    const link = `${origin}${fill(paths.invitation.fi, { token })}`
    const expiresAt = invitationEnd(now).toISOString()
    if (options.json) print(JSON.stringify({ link, expiresAt }))
    else {
      print(link)
      note(`The link works once, until ${expiresAt}.`)
    }
    return 0
  },
}
