// The gate of a hall: a card is read, and the visit is recorded. Everything else stands in the files beside this one.

import { askCheck, askState, sendArrival } from '../desk-queue/net.ts'
import { newId } from '../desk-queue/new-id.ts'
import { openQueue } from '../desk-queue/queue.client.ts'
import type { DeskState } from '../desk-queue/wire.ts'
import { openScannerBox } from '../scanner/box.ts'
import { holdFocus } from './keys.ts'
import { newGate } from './loop.ts'
import { findPlace } from './place.ts'
import { openScreen, type Words } from './screen.ts'
import { openSettings } from './settings.ts'
import { play } from './sound.ts'
import { type Counters, newGuard } from './steps.ts'

const refreshMs = 60_000
const againMs = 5_000

/** The screen stays on, where the browser can do that; it has to be asked again after each time out of sight. */
const stayAwake = () => {
  const ask = () => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

const start = async (root: HTMLElement) => {
  const t = JSON.parse(root.dataset.gate!) as Words
  const find = <E extends Element>(selector: string) => root.querySelector<E>(selector)!
  root.hidden = false
  const screen = openScreen(root, t)

  const found = await findPlace().catch(() => 'no-memory' as const)
  if (found === 'no-memory') return screen.show('no', t.problems['no-memory'], '', true)
  if (!found) {
    screen.show('no', t.problems['open-online'], '', true)
    setTimeout(() => location.reload(), againMs)
    return
  }
  const { owner, formerOwners, sites } = found.state
  if (sites.length === 0) return screen.show('no', t.problems['no-site'], '', true)
  const queue = await openQueue(owner, formerOwners)

  // ---- Settings, and the camera that one of them turns on
  let closeScanner: (() => void) | null = null
  const settings = openSettings(find('[data-gate-settings]'), () => settle())
  let siteId = settings.offerSites(sites)
  const nameSite = () => screen.place(sites.find(({ id }) => id === siteId)?.name ?? '')

  // ---- The counters of the day
  let counters: Counters = { uses: 0, adults: 0, children: 0 }
  let { waiting } = await queue.state()
  let changes = 0
  const showCounts = () => screen.counts({ ...counters, waiting })
  const takeState = (state: DeskState) => {
    counters = state.today[siteId] ?? { uses: 0, adults: 0, children: 0 }
    showCounts()
  }
  /** What was recorded while the server answered may be in its answer or not: then it is asked again. */
  const refresh = async (): Promise<void> => {
    const before = changes
    const state = await askState()
    if ('failed' in state) return
    if (before === changes) takeState(state)
    else setTimeout(refresh, againMs)
  }

  // ---- The cards that wait on the device are no strangers after a reload
  const guard = newGuard()
  for (const { record } of await queue.list())
    if (record) guard.remember(record.code, Date.parse(record.scannedAt))

  const gate = newGate({
    ...{ t, screen, queue, guard, check: askCheck, arrive: sendArrival, now: Date.now },
    skew: found.skew,
    newId: () => newId(Date.now()),
    settings: () => ({ ...settings.now(), siteId }),
    isTurned: settings.isTurned,
    play: (sound) => {
      if (settings.now().sound) play(sound)
    },
    isStale: () => void refresh(),
    onCounters: (change) => {
      changes += 1
      counters = change(counters)
      showCounts()
    },
  })

  const settle = () => {
    siteId = settings.now().siteId ?? siteId
    nameSite()
    gate.showLines()
    if (settings.now().camera) closeScanner ??= openScannerBox(find('[data-scanner]'), gate.enter)
    else {
      closeScanner?.()
      closeScanner = null
    }
    void refresh()
  }

  queue.onChange((state) => {
    waiting = state.waiting
    screen.net(state.net)
    showCounts()
  })
  screen.net(found.net === 'ended' ? 'pair-again' : found.net)
  if (found.net === 'on') takeState(found.state)
  setInterval(refresh, refreshMs)
  holdFocus({
    ...{ form: find<HTMLFormElement>('[data-gate-form]'), enter: gate.enter, isAsking: screen.isAsking },
    ...{ press: screen.press, cancel: screen.cancel },
  })
  settle()
  screen.ready()
  stayAwake()
}

const root = document.querySelector<HTMLElement>('[data-gate]')
if (root) void start(root)
