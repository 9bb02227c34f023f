import type { Desk, Found } from './desk.ts'
import { type DeviceCode, readOnDevice } from './rules.ts'

type Asked = { isRight?: boolean }

/** Back to the field, with what is wrong and what was probably meant. A personal identity code is not shown twice. */
const again = (desk: Desk, typed: string, read: DeviceCode, text: string, mayBeRight = false) =>
  desk.go.ready({ text, typed: read.problem === 'identity-code' ? '' : typed, meant: read.meant, mayBeRight })

let latest = 0

/**
 * Looks a card up, or takes it without the register where there is no answer in time. A slip of the finger comes back
 * to be compared with the card; so does an old code that no card has, since only a sound new one is surely right.
 */
export const checkCard = async (
  desk: Desk,
  typed: string,
  { isRight = false }: Asked = {},
): Promise<void> => {
  const { t, go } = desk
  const read = readOnDevice(typed)
  const { problem } = read
  if (read.code === '') return again(desk, typed, read, t.problems[problem ?? 'empty'])
  if (desk.basket.some(({ found }) => found.read.code === read.code))
    return again(desk, '', { ...read, meant: null }, t.basketTwice)
  const mine = ++latest
  const scannedAt = new Date().toISOString()
  const { siteId, event, eventOn } = desk.standing!
  const answer = await desk.ask.check({ code: read.code, siteId, event, eventOn })
  // Another code was read meanwhile: the answer to it is the one that counts.
  if (mine !== latest) return
  const found = (given: Found['answer']): Found => ({ read, answer: given, scannedAt })
  desk.heardOf('failed' in answer && answer.failed === 'off' ? 'off' : 'on')
  if ('failed' in answer) {
    if (answer.failed === 'ended') return go.ended()
    if (answer.failed === 'wait') return again(desk, typed, read, t.tooFast)
    if (problem && !isRight) return again(desk, typed, read, t.problems[problem], true)
    return go.card(found(null))
  }
  if (answer.reason === 'card-code-malformed') return again(desk, typed, read, t.problems[problem ?? 'check'])
  if (answer.reason === 'card-unknown' && !read.isSound && !(isRight && desk.canWait(found(answer))))
    return again(desk, typed, read, t.problems[problem ?? 'not-found'], desk.canWait(found(answer)))
  go.card(found(answer))
}
