/** The desk put together from its parts: what it knows, what it shows, and the keys that work everywhere. */

import type { PageData } from '../desk/app-data.ts'
import type { Remembered } from '../desk-queue/memory.ts'
import { arrive } from './arrive.ts'
import { startCamera } from './camera.ts'
import { cardScreen } from './card.ts'
import type { Desk, Screen } from './desk.ts'
import { bar, button, heading, line, make, result } from './dom.ts'
import { eventScreen, siteScreen } from './event.ts'
import { recordEntries, settleUndone, takeAnswer, undoRecords } from './keeping.ts'
import { listScreen } from './list.ts'
import { checkCard } from './lookup.ts'
import { readyScreen } from './ready.ts'
import { dayOf } from './rules.ts'
import { stripOf } from './strip.ts'
import { eventBar, netLine, netText, warningNote } from './top.ts'

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
const standingOf = (page: PageData, { state, standing, chosenOn }: Remembered, today: string) => {
  const isThere = (siteId: number) => state.sites.some(({ id }) => id === siteId)
  if (standing && chosenOn === today && isThere(standing.siteId)) return standing
  if (page.at && isThere(page.at.siteId)) return { ...page.at, eventOn: null }
  return state.sites.length === 1 ? { siteId: state.sites[0]!.id, event: null, eventOn: null } : null
}

/** All that a desk leans on; practice has its own of each. */
export type Ground = Pick<Desk, 'page' | 'remembered' | 'memory' | 'queue' | 'net' | 'ask'>

/**
 * On a small screen the field for the next card would lie below what was recorded just now: then the head of the page
 * goes out of sight instead.
 */
const showField = (input: HTMLElement) => {
  const bar = places.screen.querySelector('.bar')
  const end = input.getBoundingClientRect().bottom + (bar?.clientHeight ?? 0)
  const first = places.strip.hasChildNodes() ? places.strip : places.screen
  if (end > innerHeight) first.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/** In milliseconds: an answer that comes sooner needs no word that it is coming. */
const slowAfter = 300

/** Puts a desk together. Nothing is shown before `takeOver`. */
export const openDesk = ({ page, remembered, memory, queue, net, ask }: Ground): Desk => {
  const { state } = remembered
  const t = page.words
  const offset = state.now - remembered.learntAt
  const now = () => Date.now() + offset
  const today = () => dayOf(now())
  let screen: Screen | null = null
  /** Said above the field when nothing was recorded by this page: an arrival, or what the plain desk had to say. */
  let told: HTMLElement | null = null

  const drawTop = () => {
    const isReady = screen?.isReady === true
    const put = (place: HTMLElement, node: HTMLElement | null) =>
      place.replaceChildren(...(node ? [node] : []))
    // Redrawn whenever a record goes out: whoever stands on it by keyboard is not thrown off.
    const isOnNet = places.net.contains(document.activeElement)
    put(places.net, netLine(desk))
    if (isOnNet) places.net.querySelector<HTMLElement>('.net')?.focus()
    put(places.warning, warningNote(desk))
    put(places.event, eventBar(desk))
    put(places.strip, isReady ? (stripOf(desk) ?? told) : null)
    places.scanner.hidden = !isReady
    const news = isReady ? (places.strip.querySelector('h2')?.textContent ?? '') : ''
    document.title = `${screen?.title || news || t.scan} – ${t.register}`
  }

  const desk: Desk = {
    ...{ t, page, memory, queue, net, ask, remembered, now, today },
    ...{ basket: [], session: [], last: [] },
    standing: standingOf(page, remembered, today()),
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
      if (next.isReady && !places.scanner.querySelector('section:not([hidden])')) showField(next.focus)
    },
    tell: (node) => {
      told = node
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
    arrive: (use, told) => arrive(desk, use, told),
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
      ready: (problem) => {
        // “Give the ticket” of the card before must not stand beside what is wrong with this one.
        if (problem && problem.text !== t.problems.empty) desk.last = []
        desk.show(desk.standing ? readyScreen(desk, problem) : siteScreen(desk))
      },
      check: (typed, given) => {
        const slow = setTimeout(() => screen?.slow?.(), slowAfter)
        return checkCard(desk, typed, given).finally(() => clearTimeout(slow))
      },
      card: (found) => {
        desk.last = []
        told = null
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
  const { t, page } = desk
  const title = heading(t.pairAgain)
  const go = make('a', { class: 'btn', href: page.paths.desk }, t.pairAgainGo)
  const box = result('hold', title, [line(t.pairAgainWhy), line(t.pairAgainPaper)])
  return { title: t.pairAgain, focus: title, nodes: [box, line(button(t.listTitle, desk.go.list)), bar(go)] }
}

/** What was typed into the plain desk before this took over is not lost, nor what it has to say. */
export const takeOver = (desk: Desk, main: HTMLElement): void => {
  const typed = main.querySelector<HTMLInputElement>('[name=code]')?.value ?? ''
  const strip = main.querySelector('#recorded')?.closest('section') ?? null
  const box = main.querySelector<HTMLElement>('[data-scanner]')
  main.replaceChildren(...Object.values(places))
  if (box) startCamera(desk, places.scanner, box)
  if (strip) desk.tell(strip)
  desk.go.ready()
  const field = main.querySelector<HTMLInputElement>('[name=code]')
  if (field) field.value = typed
}
