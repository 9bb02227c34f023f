import type { Desk, Screen } from './app-desk.ts'
import { button, heading, line, result, row } from './app-dom.ts'

/**
 * Signing out clears all that the browser keeps for this address, and so would what has not been sent: it is sent
 * first, and where it cannot be, the person is asked.
 */
export const guardLeaving = (desk: Desk): void => {
  const { t } = desk
  let isAsked = false
  const ask = (form: HTMLFormElement): Screen => {
    const title = heading(t.leaveTitle)
    const leave = () => {
      isAsked = true
      form.requestSubmit()
    }
    const choices = row(
      button(t.leaveStay, () => desk.go.ready(), { plain: true }),
      button(t.leaveAnyway, leave),
    )
    return { title: t.leaveTitle, focus: title, nodes: [result('hold', title, [line(t.leaveWhy)]), choices] }
  }
  const isKept = () => desk.net.waiting + desk.net.attention + desk.net.others > 0
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    // Forms of the frame around the desk: sign out, or another role.
    if (isAsked || form.closest('main') || !isKept()) return
    event.preventDefault()
    void desk.queue.flush().then(() => {
      if (isKept()) desk.show(ask(form))
      else {
        isAsked = true
        form.requestSubmit()
      }
    })
  })
}
