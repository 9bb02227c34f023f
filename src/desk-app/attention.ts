import { limitReasons, overrideReasons } from '../desk/rules.ts'
import type { KeptRecord } from '../desk-queue/types.ts'
import { forClerk } from './clerk.ts'
import type { Desk, Screen } from './desk.ts'
import { button, chips, codeInput, field, heading, line, make, problemLine, result, row } from './dom.ts'
import { amountOf, readOnDevice } from './rules.ts'
import { said } from './say.ts'

/** The clerk has the paper or the customer: the code and the number of children are put right. */
export const correctScreen = (desk: Desk, { id, record, said: why }: KeptRecord): Screen => {
  const { t, queue, go } = desk
  const title = heading(t.correctTitle)
  const told = problemLine()
  const codePlace = field({ name: 'code', label: t.cardCode }, { ...codeInput, value: record!.code })
  // Asked only where there is something to put right: a personal card gives one adult ticket.
  const adultsPlace =
    record!.adults > 1 &&
    field(
      { name: 'adults', label: t.adults },
      { inputmode: 'numeric', class: 'w4', value: String(record!.adults) },
    )
  const childrenPlace = field(
    { name: 'children', label: t.children },
    { inputmode: 'numeric', class: 'w4', value: String(record!.children) },
  )
  const mayOverride = desk.remembered.state.sites.some(
    ({ id, allowsOverride }) => id === record!.siteId && allowsOverride,
  )
  const choices = [...overrideReasons, ...limitReasons].map((value) => ({ value, label: t.reasons[value] }))
  const reason =
    mayOverride && chips({ name: 'reason', label: t.reason, value: record!.overrideReason ?? '', choices })
  const submit = async (event: Event) => {
    event.preventDefault()
    const answers = new FormData(form)
    const read = readOnDevice(String(answers.get('code')))
    const children = amountOf('other', String(answers.get('children')))
    const adults = amountOf('other', String(answers.get('adults') ?? record!.adults))
    if (read.code === '' || adults === null || children === null) {
      if (read.problem === 'identity-code') form.querySelector<HTMLInputElement>('[name=code]')!.value = ''
      const wrong = read.code === '' ? 'code' : adults === null ? 'adults' : 'children'
      told.tellAt(
        form.querySelector<HTMLInputElement>(`[name=${wrong}]`)!,
        wrong === 'code' ? t.problems[read.problem ?? 'empty'] : t.problems.amount,
      )
      return
    }
    const overrideReason = (answers.get('reason') as string | null) ?? record!.overrideReason
    try {
      await queue.correct(id, { code: read.code, adults, children, overrideReason, confirmDuplicate: true })
      go.list()
    } catch {
      told.tell(`${t.notKept}. ${t.notKeptWhy}`)
    }
  }
  const form = make(
    'form',
    { novalidate: true, submit },
    codePlace,
    adultsPlace,
    childrenPlace,
    reason,
    told.place,
    row(make('button', { class: 'btn', type: 'submit' }, t.correctSend), button(t.keepIt, go.list)),
  )
  return {
    title: t.correctTitle,
    focus: title,
    nodes: [title, ...forClerk(desk, [why && line(said(why))]), form],
  }
}

/** Whether it is the undoing that was refused: what it would undo is recorded, or nobody knows of it. */
export const isUndoing = ({ undoneAt }: KeptRecord): boolean => undoneAt !== null

/** Hard to undo, so it is asked once more. */
export const giveUpScreen = (desk: Desk, kept: KeptRecord): Screen => {
  const { t, queue, go } = desk
  const words = isUndoing(kept)
    ? { ask: t.giveUpUndoingTitle, why: t.giveUpUndoingWhy, yes: t.giveUpUndoing, done: t.gaveUpUndoing }
    : { ask: t.giveUpTitle, why: t.giveUpWhy, yes: t.giveUp, done: t.gaveUp }
  const title = heading(words.ask)
  const giveUp = async () => {
    await queue.giveUp(kept.id)
    desk.say(words.done)
    go.list()
  }
  const choices = row(
    button(words.yes, () => void giveUp(), { plain: true }),
    button(isUndoing(kept) ? t.cancel : t.keepIt, go.list),
  )
  return { title: words.ask, focus: title, nodes: [result('hold', title, [line(words.why)]), choices] }
}
