import type { Desk, Screen } from './desk.ts'
import { button, heading, line, result, row } from './dom.ts'

/**
 * Before signing out, or taking the device out of use, what waits is sent. Where it cannot be, it stays on the device
 * until the same person, or a device of the same site, is there again: the person is told, and may stay.
 */
export const guardLeaving = (desk: Desk): void => {
  const { t } = desk
  let isAsked = false
  const ask = (leave: () => void): Screen => {
    const title = heading(t.leaveTitle)
    const stay = button(t.leaveStay, () => desk.go.ready(), { plain: true })
    const choices = row(stay, button(t.leaveAnyway, leave))
    return { title: t.leaveTitle, focus: title, nodes: [result('hold', title, [line(t.leaveWhy)]), choices] }
  }
  const isKept = () => desk.net.waiting + desk.net.attention + desk.net.others > 0
  /** Asked of the disk itself: what the screen knows of it may be a moment old. */
  const sendAll = async () => {
    await desk.queue.flush()
    return (await desk.queue.list()).length + desk.net.others === 0
  }
  const guard = (event: Event, go: () => void) => {
    if (isAsked || !isKept()) return
    event.preventDefault()
    const leave = () => {
      isAsked = true
      go()
    }
    void sendAll().then((isSent) => (isSent ? leave() : desk.show(ask(leave))))
  }
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    // Forms of the frame around the desk: sign out, or another role. The desk's own ones have been answered by now.
    if (!event.defaultPrevented && !form.closest('main')) guard(event, () => form.requestSubmit())
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.getAttribute('href') === desk.page.paths.leave) guard(event, () => location.assign(link.href))
  })
}
