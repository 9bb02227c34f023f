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
  const codePlace = field({ name: 'code', label: t.type }, { ...codeInput, value: record!.code })
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
    if (read.code === '' || children === null) {
      told.tell(children === null ? t.problems.amount : t.problems[read.problem ?? 'empty'])
      return
    }
    const overrideReason = (answers.get('reason') as string | null) ?? record!.overrideReason
    try {
      await queue.correct(id, { code: read.code, children, overrideReason, confirmDuplicate: true })
      go.list()
    } catch {
      told.tell(`${t.notKept}. ${t.notKeptWhy}`)
    }
  }
  const form = make(
    'form',
    { novalidate: true, submit },
    codePlace,
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

/** Hard to undo, so it is asked once more. */
export const giveUpScreen = (desk: Desk, { id }: KeptRecord): Screen => {
  const { t, queue, go } = desk
  const title = heading(t.giveUpTitle)
  const giveUp = async () => {
    await queue.giveUp(id)
    desk.say(t.gaveUp)
    go.list()
  }
  const choices = row(
    button(t.giveUp, () => void giveUp(), { plain: true }),
    button(t.keepIt, go.list),
  )
  return { title: t.giveUpTitle, focus: title, nodes: [result('hold', title, [line(t.giveUpWhy)]), choices] }
}
