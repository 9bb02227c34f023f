import type { Desk } from './desk.ts'
import { button, heading, line, make, result } from './dom.ts'

/**
 * Marks that the holder of a booking has come. What was marked by mistake can be taken back from the strip, and on the
 * page of bookings until the day ends.
 * @param told where it is said when nothing could be marked
 */
export const arrive = async (
  desk: Desk,
  use: string,
  { told, strip }: { told: HTMLElement; strip: HTMLElement },
): Promise<void> => {
  const { t } = desk
  const mark = async (arrived: boolean, told: HTMLElement): Promise<boolean> => {
    const answer = await desk.ask.arrive({ use, arrived })
    const isDone = !('failed' in answer) && answer.state !== 'not-today'
    if (!isDone) told.textContent = 'failed' in answer ? t.arriveLater : t.arriveNotToday
    return isDone
  }
  const say = (outcome: 'ok' | 'hold', text: string, lines: Node[], act?: HTMLElement) => {
    strip.replaceChildren(result(outcome, heading(text, 2, 'recorded'), lines, act))
    desk.say(text)
  }
  if (!(await mark(true, told))) return
  desk.last = []
  desk.go.ready()
  const failed = make('span', { role: 'status' })
  const undo = async () => {
    if (await mark(false, failed)) say('hold', t.arrivalUndone, [])
  }
  say(
    'ok',
    t.arrived,
    [line(failed)],
    button(t.undoArrival, () => void undo()),
  )
}
