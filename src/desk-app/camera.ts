import { openScannerBox } from '../scanner/box.ts'
import type { Desk } from './desk.ts'
import { button, make } from './dom.ts'

/**
 * The camera above the field. A browser asks for it once, so a person puts it on, and it is remembered; it stays on
 * between customers, and reads nothing while a card is in hand.
 */
export const startCamera = (desk: Desk, place: HTMLElement, box: HTMLElement): void => {
  const { t } = desk
  if (!navigator.mediaDevices?.getUserMedia) return
  const row = make('p', {})
  let stop: (() => void) | null = null
  const draw = () =>
    row.replaceChildren(
      button(stop ? t.cameraOff : t.cameraOn, turn, { 'aria-pressed': String(stop !== null) }),
    )
  const open = () => {
    stop = openScannerBox(box, (code) => {
      if (desk.isReady()) void desk.go.check(code)
    })
  }
  const turn = () => {
    const isOn = stop !== null
    stop?.()
    stop = null
    if (!isOn) open()
    desk.remember({ camera: stop !== null })
    draw()
    row.querySelector('button')?.focus()
  }
  place.append(box, row)
  if (desk.remembered.camera) open()
  draw()
}
