// The desk as an application: it takes over the plain desk where the browser can keep records, and works without a
// network. Where it cannot, the plain desk stays.

import type { PageData } from '../desk/app-data.ts'
import { openMemory, type Remembered } from '../desk-queue/memory.ts'
import { askCheck, askState, sendArrival } from '../desk-queue/net.ts'
import { openQueue } from '../desk-queue/queue.client.ts'
import type { DeskState } from '../desk-queue/wire.ts'
import type { Desk } from './desk.ts'
import { line, make, notice } from './dom.ts'
import { watchInstall } from './install.ts'
import { keepDesk } from './keep.ts'
import { guardLeaving } from './leave.ts'
import { openDesk, takeOver } from './open.ts'

const main = document.querySelector('main')!
const page = JSON.parse(document.getElementById('desk-app')!.textContent!) as PageData
const t = page.words

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
  const queue = await openQueue(remembered.state.owner, remembered.state.formerOwners)
  const ask = { check: askCheck, arrive: sendArrival }
  const desk = openDesk({ page, remembered, memory, queue, net: await queue.state(), ask })
  takeOver(desk, main)
  guardLeaving(desk)
  keepDesk(desk)
  void desk.queue.flush()
}

start().catch(() => {
  if (page.isShell) showOnlyWords(t.keepsNothing, t.keepsNothingWhy)
  else main.prepend(notice('warn', t.keepsNothing, line(t.keepsNothingWhy)))
})
