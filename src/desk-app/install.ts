import type { Desk } from './desk.ts'
import { button, line, make } from './dom.ts'

type InstallAsk = Event & { prompt(): Promise<unknown> }
let asked: InstallAsk | null = null

/** Where the browser offers to install the desk, its offer is kept for a button of ours. */
export const watchInstall = () =>
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    asked = event as InstallAsk
  })

const isInstalled = () =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

const isApple = () =>
  /iPad|iPhone|iPod/.test(navigator.userAgent) ||
  (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

/** How the desk comes to the home screen; nothing once it is there. */
export const installHelp = ({ t }: Desk): HTMLElement[] => {
  if (isInstalled()) return []
  const offer = asked
  const how = offer
    ? button(t.installNow, () => offer.prompt())
    : line(isApple() ? t.installIos : t.installOther)
  return [make('h2', {}, t.install), line(t.installWhy), how]
}
