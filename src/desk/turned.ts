/** The screen turned to the customer: remembered on the device, for every page of its desk. */
import type { TurnedWords } from './turned-words.ts'

const memory = 'kaiku-desk-turned'
/** Long enough for a clerk to read, short enough that the next customer does not. */
const reasonMs = 10_000

/** A browser that keeps nothing has its screen turned to the clerk. */
export const isTurned = (): boolean => {
  try {
    return localStorage.getItem(memory) === 'yes'
  } catch {
    return false
  }
}

/** @returns whether the device will remember it */
export const setTurned = (on: boolean): boolean => {
  try {
    if (on) localStorage.setItem(memory, 'yes')
    else localStorage.removeItem(memory)
    return true
  } catch {
    return false
  }
}

/**
 * A button for the clerk, and the reason that it shows for ten seconds.
 * @param place where it stands then; empty until the button is pressed, and again after that
 * @param reason what is not for the customer’s eyes
 * @returns the button, to be put beside the neutral words, and how to end before the time
 */
export const reasonBehindButton = (
  t: Pick<TurnedWords, 'show'>,
  place: HTMLElement,
  reason: readonly Node[],
): { button: HTMLButtonElement; end: () => void } => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn sec'
  button.textContent = t.show
  button.setAttribute('aria-expanded', 'false')
  let isShown = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (visible: boolean) => {
    clearTimeout(timer)
    isShown = visible
    place.replaceChildren(...(visible ? reason : []))
    button.setAttribute('aria-expanded', String(visible))
    if (visible) timer = setTimeout(() => show(false), reasonMs)
  }
  button.addEventListener('click', () => show(!isShown))
  return { button, end: () => show(false) }
}
