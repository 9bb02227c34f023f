import type { z } from 'zod'
import type { Page } from '../web/page.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Typed } from '../web/visit.ts'
import { checkPage, valuesOf } from './check-view.tsx'
import { dayForm, noticeForm, takeBackForm } from './deed-views.tsx'
import {
  findSeen,
  happen,
  listLife,
  type Reading,
  refusalOf,
  type Seen,
  takesBack,
  type Writing,
} from './deeds.ts'
import { EndForm, ExtendForm, NoticeForm, TakeBackForm } from './forms.ts'
import type { LifeEvent } from './rules.ts'
import { listChanged } from './successor-queries.ts'
import { lifePage } from './views.tsx'
import { paths, words } from './words.ts'

const showLife = async (visit: Reading) => {
  const { db, language, today, query } = visit
  const seen = await findSeen(visit)
  const done: Record<string, string> = words[language].done
  return lifePage({
    ...{ language, today, seen },
    events: await listLife(visit, seen),
    changed: seen.isKeeper ? await listChanged(db, null, { commitment: seen.life.id, today }) : [],
    takesBack: takesBack(seen) !== null,
    done: done[query.get('done') ?? ''] ?? null,
  })
}

const formOf = async (visit: Reading, typed: Typed) => {
  const { language, today } = visit
  return { language, today, typed, seen: await findSeen(visit) }
}

type Notice = z.output<typeof NoticeForm>

const showNotice = async (visit: Reading, typed: Typed) => noticeForm(await formOf(visit, typed))

/** Who gives notice for their own party states the right to; who writes it down for another tells how it came. */
const noticeOf = (
  { own, signsFor }: Seen,
  { party, endsOn, reason, came, right }: Notice,
): { problems: Record<string, string> } | { event: Extract<LifeEvent, { kind: 'notice' }> } => {
  if (!own.some(({ id }) => id === party)) return { problems: { party: 'party-missing' } }
  const isSelf = signsFor.some(({ id }) => id === party)
  if (isSelf && came === null && !right) return { problems: { right: 'right-missing' } }
  if (!isSelf && came === null) return { problems: { came: 'came-missing' } }
  return { event: { kind: 'notice', party, details: { endsOn, reason, came } } }
}

/** The form once more, with what was answered. */
const changeAnswers = async (
  visit: Writing,
  show: (visit: Reading, typed: Typed) => Promise<Page>,
  event: LifeEvent,
  right = false,
): Promise<Outcome> => ({
  page: await show(visit, { values: valuesOf(event, right), problems: {} }),
  subject: { commitment: rowId(visit.params.commitment), looked: true },
})

const checkNotice = async (visit: Writing, input: Notice): Promise<Outcome> => {
  const seen = await findSeen(visit)
  const noted = noticeOf(seen, input)
  if ('problems' in noted) return noted
  if (input.again) return changeAnswers(visit, showNotice, noted.event, input.right)
  const refusal = await refusalOf(visit, seen, noted.event)
  if (refusal) return { problems: { endsOn: refusal } }
  const { language } = visit
  return {
    page: checkPage({ language, seen, event: noted.event, right: input.right }),
    subject: { commitment: seen.life.id, looked: true },
  }
}

const giveNotice = async (visit: Writing, input: Notice): Promise<Outcome> => {
  const noted = noticeOf(await findSeen(visit), input)
  return 'problems' in noted ? noted : happen(visit, noted.event, 'endsOn')
}

const showTakeBack = async (visit: Reading, typed: Typed) => takeBackForm(await formOf(visit, typed))

const takeBack = async (visit: Writing, { reason }: z.output<typeof TakeBackForm>): Promise<Outcome> => {
  const whose = takesBack(await findSeen(visit))
  if (!whose) return { problems: { '': 'not-ending' } }
  return happen(visit, { kind: 'notice-withdrawn', party: whose.party, details: { reason } }, '')
}

/** A deed of a keeper that is a day and how it was agreed: its form, what it would do, and the doing. */
const deed = <Input extends { again: boolean }>(
  kind: 'ended' | 'extended',
  form: z.ZodType<Input>,
  eventOf: (input: Input) => LifeEvent,
  at: { form: typeof paths.end | typeof paths.extend; confirm: typeof paths.endIt | typeof paths.extendIt },
): Route[] => {
  const field = kind === 'ended' ? 'endsOn' : 'until'
  const show = async (visit: Reading, typed: Typed) => dayForm(kind, await formOf(visit, typed))
  const check = async (visit: Writing, input: Input): Promise<Outcome> => {
    const seen = await findSeen(visit)
    const event = eventOf(input)
    if (input.again) return changeAnswers(visit, show, event)
    const refusal = await refusalOf(visit, seen, event)
    if (refusal) return { problems: { [field]: refusal } }
    const { language } = visit
    return {
      page: checkPage({ language, seen, event, right: false }),
      subject: { commitment: seen.life.id, looked: true },
    }
  }
  const run = (visit: Writing, input: Input) => happen(visit, eventOf(input), field)
  return [
    page(at.form, 'commitments.keep', show),
    action(at.form, 'commitments.keep', form, show, check),
    action(at.confirm, 'commitments.keep', form, show, run),
    // What was refused stands at this address: a reload then shows the form.
    page(at.confirm, 'commitments.keep', show),
  ]
}

export const routes: Route[] = [
  page(paths.life, 'commitments.read', showLife),
  page(paths.notice, 'commitments.sign', showNotice),
  action(paths.notice, 'commitments.sign', NoticeForm, showNotice, checkNotice),
  action(paths.giveNotice, 'commitments.sign', NoticeForm, showNotice, giveNotice),
  page(paths.giveNotice, 'commitments.sign', showNotice),
  page(paths.takeBack, 'commitments.sign', showTakeBack),
  action(paths.takeBack, 'commitments.sign', TakeBackForm, showTakeBack, takeBack),
  ...deed('ended', EndForm, ({ again: _, ...details }) => ({ kind: 'ended', party: null, details }), {
    ...{ form: paths.end, confirm: paths.endIt },
  }),
  ...deed(
    'extended',
    ExtendForm,
    ({ again: _, ...details }) => ({ kind: 'extended', party: null, details }),
    {
      ...{ form: paths.extend, confirm: paths.extendIt },
    },
  ),
]
