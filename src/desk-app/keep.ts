import { askState } from '../desk-queue/net.ts'
import type { Desk } from './desk.ts'
import { make } from './dom.ts'

type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): typeof rules }
declare const trustedTypes: Policies | undefined

const register = async ({ page }: Desk) => {
  if (!('serviceWorker' in navigator)) return
  const rules = { createScriptURL: (url: string) => url }
  const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('kaiku-desk', rules)
  const address = policy.createScriptURL(page.paths.worker)
  await navigator.serviceWorker.register(address, { scope: page.paths.desk, updateViaCache: 'none' })
}

/** Links by which a browser installs the desk; they have no use without the script. */
const addLinks = ({ page }: Desk) => {
  const { manifest, icon } = page.paths
  document.head.append(make('link', { rel: 'manifest', href: manifest }))
  document.head.append(make('link', { rel: 'apple-touch-icon', href: icon }))
}

const minutes = 60_000

/** Learns of new events and of the day's sums, when somebody is looking. */
const learnAgain = async (desk: Desk) => {
  if (document.visibilityState !== 'visible') return
  const answer = await askState()
  if ('failed' in answer) return
  // Somebody else has signed in in another window: what follows is in their name.
  if (answer.owner !== desk.remembered.state.owner) location.reload()
  else {
    desk.remember({ state: answer, learntAt: Date.now() })
    desk.refresh()
  }
}

/** Keeps the desk on the device: its pages, the browser's promise not to forget them, and what it has to know. */
export const keepDesk = (desk: Desk): void => {
  register(desk).catch(() => undefined)
  navigator.storage?.persist?.().catch(() => undefined)
  addLinks(desk)
  setInterval(() => void learnAgain(desk), 10 * minutes)
}
