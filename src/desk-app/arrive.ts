import type { Desk } from './desk.ts'
import { button, heading, line, make, result } from './dom.ts'

/**
 * Marks that the holder of a booking has come. What was marked by mistake can be taken back where it is told of, and on
 * the page of bookings until the day ends.
 * @param told where it is said when nothing could be marked
 */
export const arrive = async (desk: Desk, use: string, told: HTMLElement): Promise<void> => {
  const { t } = desk
  const mark = async (arrived: boolean, place: HTMLElement): Promise<boolean> => {
    const answer = await desk.ask.arrive({ use, arrived })
    if (!('failed' in answer)) {
      if (answer.state === 'not-today') place.textContent = t.arriveNotToday
      return answer.state !== 'not-today'
    }
    if (answer.failed === 'ended') desk.go.ended()
    else place.textContent = answer.failed === 'fault' ? t.arriveGone : t.arriveLater
    return false
  }
  const failed = make('span', { role: 'status' })
  const undo = async () => {
    if (!(await mark(false, failed))) return
    desk.tell(result('hold', heading(t.arrivalUndone, 2, 'recorded'), []))
    desk.refresh()
    desk.say(t.arrivalUndone)
  }
  if (!(await mark(true, told))) return
  desk.last = []
  const act = button(t.undoArrival, () => void undo())
  desk.tell(result('ok', heading(t.arrived, 2, 'recorded'), [line(failed)], act))
  desk.go.ready()
  desk.say(t.arrived)
}
