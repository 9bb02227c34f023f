// The desk itself, on a register that holds the practice cards alone: no address of the server is ever asked.
import type { PageData } from '../desk/app-data.ts'
import { line, notice } from '../desk-app/dom.ts'
import { openDesk, takeOver } from '../desk-app/open.ts'
import { type PracticeCard, practiceCardOf, practiceCards, practiceNames } from './cards.ts'
import type { PracticeWords } from './words.ts'
import { newPracticeWorld } from './world.ts'

const data = document.getElementById('desk-practice')!
type Part = 'what' | 'why' | 'still' | 'next'
const {
  page,
  practice: t,
  explained,
} = JSON.parse(data.textContent!) as {
  page: PageData
  practice: PracticeWords
  /** Why a card gives no ticket, by its name, in the language of the page. */
  explained: Record<string, Record<Part, string>>
}
const place = document.querySelector<HTMLElement>('[data-practice]')!
const means = document.querySelector<HTMLElement>('[data-practice-means]')!
const net = document.querySelector<HTMLElement>('[data-practice-net]')!

const world = newPracticeWorld(t.unit)
const site = {
  id: 1,
  name: t.site,
  kinds: ['ticket' as const],
  allowsOverride: false,
  keepsUnrecognised: false,
}
const state = {
  ...{ owner: 'practice', formerOwners: [], sites: [site], events: {}, groups: {}, now: Date.now() },
  today: { 1: { uses: 0, adults: 0, children: 0 } },
}
const remembered = { state, learntAt: Date.now(), standing: null, chosenOn: null, keys: true }
const { queue, memory } = world

const explain = (name: PracticeCard | undefined) =>
  means.replaceChildren(
    name
      ? notice('info', t.cards[name].label, line(t.cards[name].means))
      : notice('info', null, line(t.strange)),
  )

const network = (on: boolean) => {
  world.network(on)
  net.hidden = on
}

const desk = openDesk({
  ...{ page, remembered, memory, queue, net: world.net },
  ask: {
    ...world.ask,
    check: async (asked) => {
      const name = practiceCardOf(asked.code)
      explain(name)
      if (name === 'offline') network(false)
      const answer = await world.ask.check(asked)
      const why = name && explained[name]
      if ('failed' in answer || !why) return answer
      const part = (of: Part) => ({ fi: why[of], sv: why[of], en: why[of] })
      const said = { what: part('what'), why: part('why'), still: part('still'), next: part('next') }
      return { ...answer, explained: said }
    },
  },
})
takeOver(desk, place)

net.querySelector('button')!.addEventListener('click', () => {
  network(true)
  means.replaceChildren(notice('info', null, line(t.netIsBack)))
  desk.go.ready()
})
for (const link of document.querySelectorAll<HTMLElement>('[data-practice-card]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const code = link.dataset.practiceCard!
    // A slip is noticed before anybody is asked, so it is explained here.
    explain(practiceNames.find((name) => practiceCards[name] === code))
    void desk.go.check(code)
  })
