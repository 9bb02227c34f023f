import { fromScan } from '../codes/shape-rules.ts'
import { readPhoto } from './picture-reader.ts'
import { type Scanner, startScanner } from './scanner.client.ts'
import type { scannerWords } from './words.ts'

type Words = (typeof scannerWords)['fi']

const turnLamp = (button: HTMLElement, words: Words, scanner: Scanner) => {
  const lit = button.getAttribute('aria-pressed') !== 'true'
  const show = () => {
    button.setAttribute('aria-pressed', String(lit))
    button.textContent = lit ? words.lightOff : words.lightOn
  }
  // A lamp that does not answer is no reason to stop reading.
  scanner.light(lit).then(show, () => {
    button.hidden = true
  })
}

/**
 * Brings the box of scanner-view.tsx to life: the camera, its lamp, and a photo instead.
 * @param onCode called with each card that comes into view
 * @returns how to put the camera out again, which hides the box
 */
export const openScannerBox = (box: HTMLElement, onCode: (code: string) => void): (() => void) => {
  const words = JSON.parse(box.dataset.scanner!) as Words
  const said = box.querySelector<HTMLElement>('[data-scanner-said]')!
  const lamp = box.querySelector<HTMLElement>('[data-scanner-light]')!
  const photo = box.querySelector<HTMLInputElement>('[data-scanner-photo]')!
  const video = box.querySelector('video')!
  box.hidden = false
  const scanner = startScanner({
    video,
    onCode,
    onState: (state, torch) => {
      said.textContent = words[state]
      box.dataset.state = state
      lamp.hidden = !torch
      // A new picture begins with the lamp out.
      if (state === 'starting') {
        lamp.setAttribute('aria-pressed', 'false')
        lamp.textContent = words.lightOn
      }
    },
  })
  lamp.onclick = () => turnLamp(lamp, words, scanner)
  photo.onchange = async () => {
    const [file] = photo.files ?? []
    photo.value = ''
    if (!file) return
    const text = await readPhoto(file, video.dataset.decoder!).catch(() => null)
    if (text === null) said.textContent = words.photoNone
    else onCode(fromScan(text))
  }
  return () => {
    scanner.stop()
    box.hidden = true
  }
}
