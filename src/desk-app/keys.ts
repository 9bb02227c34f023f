import type { Desk } from './desk.ts'
import { newKeyWatch } from './rules.ts'

const choose = (desk: Desk, form: HTMLFormElement, digit: string) => {
  const find = (selector: string) => form.querySelector<HTMLInputElement>(selector)
  const chip = find(`[name=children][value="${digit}"]`)
  const number = find('[name=children-more]')
  const chosen = chip ?? find('[name=children][value=other]')
  if (!chosen) return
  if (!chip && number) number.value = digit
  chosen.checked = true
  form.dispatchEvent(new Event('input'))
  desk.say(form.querySelector('[type=submit]')?.textContent ?? '')
}

/** A digit acts when no other key has followed it as fast as a scanner types. */
const patience = 90

/**
 * Digits choose the children and Enter records. A hand-held scanner types a whole code and Enter on whatever screen is
 * open: of that, nothing is taken.
 */
export const keysOf = (desk: Desk, form: HTMLFormElement) => {
  const isScanner = newKeyWatch()
  let pending: { digit: string; timer: ReturnType<typeof setTimeout> } | null = null
  let scannedAt = Number.NEGATIVE_INFINITY
  const drop = () => {
    if (pending) clearTimeout(pending.timer)
    pending = null
  }
  const take = () => {
    const digit = pending?.digit
    drop()
    if (digit !== undefined) choose(desk, form, digit)
  }
  return (event: KeyboardEvent) => {
    const { target, key, timeStamp } = event
    const isTyping = target instanceof HTMLInputElement && target.type === 'text'
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    if (key.length === 1 && isScanner(timeStamp)) scannedAt = timeStamp
    const isScanned = timeStamp - scannedAt <= 4 * patience
    if (isScanned) drop()
    if (key === 'Enter' && isScanned) {
      event.preventDefault()
      desk.say(desk.t.cardFirst)
    } else if (key === 'Enter') {
      take()
      // A button or a chip that has the focus answers to Enter by itself.
      if (!(target instanceof HTMLButtonElement || target instanceof HTMLInputElement)) form.requestSubmit()
    } else if (/^\d$/.test(key) && desk.remembered.keys && !isScanned) {
      drop()
      pending = { digit: key, timer: setTimeout(take, patience) }
    }
  }
}
