/**
 * The field of the gate always gets what is typed: by a hand-held reader, a turnstile, or fingers. Tab still leads to
 * every button, so that nobody who works by keyboard is held in it.
 */

/** A reader types its next character sooner than this; a person who answers with one digit does not. */
const readerGapMs = 120

type Given = {
  form: HTMLFormElement
  /** Enter was pressed: what stood in the field. */
  enter: (text: string) => void
  isAsking: () => boolean
  /** A single digit, while a question is open. @returns whether it was an answer */
  press: (digit: number) => boolean
  cancel: () => void
}

const takesText = (element: EventTarget | null) =>
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(element.type))

export const holdFocus = ({ form, enter, isAsking, press, cancel }: Given): HTMLInputElement => {
  const field = form.elements.namedItem('code') as HTMLInputElement
  const focus = () => field.focus({ preventScroll: true })
  let timer: ReturnType<typeof setTimeout> | undefined

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    const text = field.value
    field.value = ''
    focus()
    enter(text)
  })
  field.addEventListener('input', () => {
    clearTimeout(timer)
    if (!isAsking() || !/^\d$/.test(field.value)) return
    timer = setTimeout(() => {
      const digit = field.value
      if (press(Number(digit))) field.value = ''
    }, readerGapMs)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isAsking()) {
      field.value = ''
      return cancel()
    }
    const isCharacter =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    // The character that comes next lands in the field.
    if (isCharacter && !takesText(event.target)) focus()
  })
  // After a click or tap the field is ready again, unless something was opened or chosen that needs the keyboard.
  document.addEventListener('click', ({ target, detail }) => {
    const isByPointer = detail > 0
    const stays = target instanceof Element && target.closest('select, input, label, summary, a, video')
    if (isByPointer && !stays) focus()
  })
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement || !takesText(target)) setTimeout(focus)
  })
  const comeBack = () => {
    if (document.activeElement === document.body || document.activeElement === null) focus()
  }
  // A button that is gone, such as an answered key, leaves the focus nowhere.
  document.addEventListener('focusout', () => setTimeout(comeBack))
  new MutationObserver(comeBack).observe(document.body, { childList: true, subtree: true })
  addEventListener('focus', comeBack)
  focus()
  return field
}
