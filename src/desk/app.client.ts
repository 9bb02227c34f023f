// The desk as an application: it takes over the plain desk where the browser can keep records, and works without a
// network. Where it cannot, the plain desk stays.

import { startCamera } from './app-camera.ts'
import { cardScreen } from './app-card.ts'
import type { Desk, PageData, Screen } from './app-desk.ts'
import { bar, button, heading, line, make, notice, result } from './app-dom.ts'
import { eventScreen, siteScreen } from './app-event.ts'
import { watchInstall } from './app-install.ts'
import { keepDesk } from './app-keep.ts'
import { recordEntries, settleUndone, takeAnswer, undoRecords } from './app-keeping.ts'
import { guardLeaving } from './app-leave.ts'
import { listScreen } from './app-list.ts'
import { checkCard } from './app-lookup.ts'
import { openMemory, type Remembered } from './app-memory.ts'
import { askState, sendArrival } from './app-net.ts'
import { readyScreen } from './app-ready.ts'
import { dayOf } from './app-rules.ts'
import { stripOf } from './app-strip.ts'
import { eventBar, netLine, netText, warningNote } from './app-top.ts'
import { openQueue } from './queue.client.ts'
import type { DeskState } from './wire.ts'

const main = document.querySelector('main')!
const page = JSON.parse(document.getElementById('desk-app')!.textContent!) as PageData
const t = page.words

/** Parts of the screen that stay between customers: a camera in the middle is never started anew. */
const places = {
  net: make('div', { class: 'netline' }),
  warning: make('div', {}),
  event: make('div', {}),
  strip: make('div', {}),
  scanner: make('div', {}),
  screen: make('div', {}),
  voice: make('p', { class: 'vh', role: 'status' }),
}

/** Whether a choice of today stands; the site alone where a person has only one. */
const standingOf = ({ state, standing, chosenOn }: Remembered, today: string) => {
  const isThere = (siteId: number) => state.sites.some(({ id }) => id === siteId)
  if (standing && chosenOn === today && isThere(standing.siteId)) return standing
  if (page.at && isThere(page.at.siteId)) return { ...page.at, eventOn: null }
  return state.sites.length === 1 ? { siteId: state.sites[0]!.id, event: null, eventOn: null } : null
}

const openDesk = async (remembered: Remembered, memory: Desk['memory']): Promise<Desk> => {
  const { state } = remembered
  const offset = state.now - remembered.learntAt
  const now = () => Date.now() + offset
  const today = () => dayOf(now())
  const queue = await openQueue(state.owner, state.formerOwners)
  let screen: Screen | null = null

  const drawTop = () => {
    const isReady = screen?.isReady === true
    const put = (place: HTMLElement, node: HTMLElement | null) =>
      place.replaceChildren(...(node ? [node] : []))
    put(places.net, netLine(desk))
    put(places.warning, warningNote(desk))
    put(places.event, eventBar(desk))
    put(places.strip, isReady ? stripOf(desk) : null)
    places.scanner.hidden = !isReady
    const told = isReady && desk.last.length > 0 ? (places.strip.querySelector('h2')?.textContent ?? '') : ''
    document.title = `${screen?.title || told || t.scan} – ${t.register}`
  }

  const desk: Desk = {
    ...{ t, page, memory, queue, remembered, now, today },
    ...{ basket: [], session: [], last: [] },
    net: { waiting: 0, attention: 0, others: 0, oldest: null, net: navigator.onLine ? 'on' : 'off' },
    standing: standingOf(remembered, today()),
    site: () => desk.remembered.state.sites.find(({ id }) => id === desk.standing?.siteId) ?? state.sites[0]!,
    canWait: ({ answer, read }) =>
      desk.site().keepsUnrecognised &&
      (answer?.reason === 'card-not-registered' || (answer?.reason === 'card-unknown' && read.code !== '')),
    show: (next) => {
      screen = next
      places.screen.replaceChildren(...next.nodes)
      drawTop()
      if (next.isReady) next.focus.focus({ preventScroll: true })
      else next.focus.focus()
      scrollTo(0, 0)
    },
    say: (text) => {
      places.voice.textContent = text
    },
    remember: (changes) => {
      Object.assign(desk.remembered, changes)
      void memory.write(desk.remembered).catch(() => undefined)
    },
    isReady: () => screen?.isReady === true,
    choose: (standing) => {
      desk.standing = standing
      const { events } = desk.remembered.state
      const known = events[standing.siteId] ?? []
      if (standing.event && !known.includes(standing.event))
        events[standing.siteId] = [standing.event, ...known].slice(0, 20)
      desk.remember({ standing, chosenOn: today() })
    },
    record: (entries) => recordEntries(desk, entries),
    undo: (records) => undoRecords(desk, records),
    arrive: async (use, told) => {
      const answer = await sendArrival(use)
      if ('failed' in answer) {
        told.textContent = t.arriveLater
        return
      }
      if (answer.state === 'not-today') {
        told.textContent = t.arriveNotToday
        return
      }
      desk.last = []
      desk.go.ready()
      places.strip.replaceChildren(result('ok', heading(t.arrived, 2, 'recorded'), []))
      desk.say(t.arrived)
    },
    refresh: () => {
      drawTop()
      screen?.refresh?.()
    },
    heardOf: (net) => {
      if (net === desk.net.net) return
      if (net === 'on') void queue.flush()
      else if (desk.net.net === 'on') {
        desk.net = { ...desk.net, net }
        desk.say(netText(desk))
      }
    },
    go: {
      ready: (problem) => desk.show(desk.standing ? readyScreen(desk, problem) : siteScreen(desk)),
      check: (typed, given) => checkCard(desk, typed, given),
      card: (found) => {
        desk.last = []
        desk.show(cardScreen(desk, found))
      },
      event: () => desk.show(eventScreen(desk)),
      list: () => desk.show(listScreen(desk)),
      ended: () => desk.show(endedScreen(desk)),
    },
  }

  queue.onChange((net) => {
    const changed = net.net !== desk.net.net
    desk.net = net
    if (changed) desk.say(netText(desk))
    if (changed && net.net === 'pair-again') desk.go.ended()
    void settleUndone(desk).then(desk.refresh)
  })
  queue.onAnswer((answer) => takeAnswer(desk, answer))
  document.addEventListener('keydown', (event) => {
    const { target } = event
    const isTyping = target instanceof HTMLInputElement && target.type === 'text' && target.value !== ''
    const undoable = desk.last.filter(({ state }) => ['kept', 'recorded', 'waits'].includes(state))
    if (
      (event.ctrlKey || event.metaKey) &&
      event.key.toLowerCase() === 'z' &&
      !isTyping &&
      undoable.length > 0
    ) {
      event.preventDefault()
      void desk.undo(undoable)
    } else screen?.onKey?.(event)
  })
  return desk
}

/** The session has ended: nothing is lost, and the server leads to pairing or to signing in. */
const endedScreen = (desk: Desk): Screen => {
  const title = heading(t.pairAgain)
  const go = make('a', { class: 'btn', href: page.paths.desk }, t.pairAgainGo)
  const box = result('hold', title, [line(t.pairAgainWhy), line(t.pairAgainPaper)])
  return { title: t.pairAgain, focus: title, nodes: [box, line(button(t.listTitle, desk.go.list)), bar(go)] }
}

/** What was typed into the plain desk before this took over is not lost, nor what it has to say. */
const takeOver = (desk: Desk) => {
  const typed = main.querySelector<HTMLInputElement>('[name=code]')?.value ?? ''
  const strip = main.querySelector('#recorded')?.closest('section') ?? null
  const box = main.querySelector<HTMLElement>('[data-scanner]')
  main.replaceChildren(...Object.values(places))
  if (box) startCamera(desk, places.scanner, box)
  desk.go.ready()
  const field = main.querySelector<HTMLInputElement>('[name=code]')
  if (field) field.value = typed
  if (strip) places.strip.replaceChildren(strip)
}

/** The shell has nothing to fall back on. */
const showOnlyWords = (title: string, why: string) =>
  main.replaceChildren(
    make('h1', {}, title),
    line(why),
    line(make('a', { class: 'btn', href: page.paths.desk }, t.tryAgain)),
  )

const learn = async (
  memory: Desk['memory'],
  known: Remembered | null,
  state: DeskState,
): Promise<Remembered> => {
  const isSame = known?.state.owner === state.owner
  const base = known && isSame ? known : { standing: null, chosenOn: null, keys: known?.keys ?? true }
  const learnt = { ...base, state, learntAt: Date.now() }
  await memory.write(learnt).catch(() => undefined)
  return learnt
}

const start = async () => {
  watchInstall()
  const memory = await openMemory()
  const known = await memory.read()
  const answer = await askState()
  if ('failed' in answer && (answer.failed !== 'off' || !known)) {
    if (page.isShell)
      showOnlyWords(
        answer.failed === 'off' ? t.openOnline : t.pairAgain,
        answer.failed === 'off' ? t.openOnlineWhy : t.pairAgainWhy,
      )
    return
  }
  const remembered = 'failed' in answer ? known! : await learn(memory, known, answer)
  if (remembered.state.sites.length === 0) return
  const desk = await openDesk(remembered, memory)
  takeOver(desk)
  guardLeaving(desk)
  keepDesk(desk)
  void desk.queue.flush()
}

start().catch(() => {
  if (page.isShell) showOnlyWords(t.keepsNothing, t.keepsNothingWhy)
  else main.prepend(notice('warn', t.keepsNothing, line(t.keepsNothingWhy)))
})
