/** What Node says of a connection that cannot be made or has broken. */
const broken = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]

/** The driver's own words, which have no code: no connection in time, and one that broke in use. */
const ofDriver =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

/**
 * Whether the database was not there for what was asked: it restarts, moves, or has no connection left. Another try in a
 * moment may well do; nothing was stored.
 * @see https://www.postgresql.org/docs/15/errcodes-appendix.html: class 08, 3D000, 53300, 57P01 to 57P05
 */
export const isDatabaseLost = (error: unknown): boolean => {
  const { code = '', syscall, message = '' } = error as { code?: string; syscall?: string; message?: string }
  const isBroken =
    broken.includes(code) && (syscall === undefined || /^(connect|read|write|getaddrinfo)$/.test(syscall))
  return isBroken || /^(08...|3D000|53300|57P0[1-5])$/.test(code) || ofDriver.test(message)
}
