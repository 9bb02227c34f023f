import type { z } from 'zod'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { areaOf, type Reading as OnAreaReading, type Writing as OnAreaWriting } from './draft-routes.tsx'
import { WithdrawForm } from './forms.ts'
import { listEditions } from './queries.ts'
import { editionKey } from './rules.ts'
import { addWithdrawal } from './withdrawal-queries.ts'
import { withdrawnPage, withdrawPage } from './withdrawal-view.tsx'
import { paths } from './words.ts'

type OnEdition = { params: { area: string; edition: string } }
type Reading = OnAreaReading & OnEdition
type Writing = OnAreaWriting & OnEdition

/** @throws NotFound for what names no edition of an area that is yours */
const editionOf = async (visit: Reading) => {
  const area = await areaOf(visit)
  const editions = await listEditions(visit.db, area.id)
  const edition = editions.find((one) => editionKey(one) === visit.params.edition)
  if (!edition) throw new NotFound()
  return { area, edition, others: editions.filter((one) => one !== edition && one.withdrawnOn === null) }
}

const showWithdraw = async (visit: Reading, typed: Typed) => {
  const { language } = visit
  const { area, edition, others } = await editionOf(visit)
  if (edition.withdrawnOn !== null)
    return withdrawnPage({ language, area, edition, withdrawnOn: edition.withdrawnOn })
  return withdrawPage({ language, typed, area, edition, others })
}

const withdraw = async (visit: Writing, { reason }: z.output<typeof WithdrawForm>): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const { area, edition } = await editionOf(visit)
  const { year, number } = edition
  const by = { actor: actorOf(user), now }
  const isNew = await addWithdrawal(db, area, { year, number, reason, withdrawnOn: today }, by)
  if (!isNew) return { problems: { '': 'withdrawn' } }
  const redirect = `${fill(paths.draft[language], { area: area.id })}?done=withdrawn`
  return { redirect, subject: { area: area.id, edition: editionKey(edition), reason } }
}

export const withdrawalRoutes: Route[] = [
  page(paths.withdraw, 'areas.describe', showWithdraw),
  action(paths.withdraw, 'areas.describe', WithdrawForm, showWithdraw, withdraw),
]
