import type { z } from 'zod'
import { areaScopeOf, may, unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { findPage, foundOldPage } from './ledger-find-views.tsx'
import { FindForm } from './ledger-forms.ts'
import {
  countOwnStock,
  countRangesAt,
  countStock,
  findByCode,
  findHeld,
  listMovements,
  listStockAt,
  nameRanges,
  type StockCount,
} from './ledger-list-queries.ts'
import { type PlaceKey, readPlaceKey, readSerials } from './ledger-rules.ts'
import { stockPage, stockPlacePage } from './ledger-stock-views.tsx'
import { numbersPage } from './ledger-views.tsx'
import { paths, words } from './ledger-words.ts'
import type { Serials } from './rules.ts'
import { findRunOfSerial } from './run-queries.ts'
import { serialsText } from './run-words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const showPlace = async (visit: Reading, key: PlaceKey, count: StockCount, isOwn: boolean) => {
  const { db, user, language, query } = visit
  const pages = pageOf(readListQuery(query, []), await countRangesAt(db, key))
  const ranges = await nameRanges(db, await listStockAt(db, key, { page: pages.page, size: pageSize }))
  return stockPlacePage({ language, count, ranges, pages, mayMove: may(user, 'stock.move'), isOwn })
}

/** @throws NotFound for a place that is not one's own to keep */
const showStock = async (visit: Reading) => {
  const { db, user, language, today, query } = visit
  if (!may(user, 'stock.move')) {
    const scope = unitScopeOf(user)
    return showPlace(visit, { kind: 'unit', id: scope.unitId }, await countOwnStock(db, scope), true)
  }
  const scope = areaScopeOf(user)
  const counts = await countStock(db, scope, today)
  const at = query.get('at')
  if (at !== null) {
    const key = readPlaceKey(at)
    const id = key && key.kind !== 'centre' ? key.id : 0
    const count = counts.find((one) => one.kind === key?.kind && one.id === id)
    if (!key || !count) throw new NotFound()
    return showPlace(visit, key, count, false)
  }
  const area = query.get('area')
  const areaId = scope.areaId ?? (area === null ? null : Number(area))
  if (areaId !== null && !counts.some(({ kind, id }) => kind === 'area' && id === areaId))
    throw new NotFound()
  return stockPage({ language, counts, areaId })
}

const findNumbers = async ({ db, user }: Reading, serials: Serials) => {
  const { pieces, given } = await findHeld(db, serials)
  const run = may(user, 'print-runs.make') ? await findRunOfSerial(db, serials.first) : undefined
  return {
    ...{ serials, given, pieces: await nameRanges(db, pieces) },
    movements: await listMovements(db, serials),
    ...(run ? { run } : {}),
  }
}

const showNumbers = async (visit: Reading) => {
  const { language, user, query } = visit
  const mayMove = may(user, 'stock.move')
  const values = {
    first: (query.get('first') ?? '').slice(0, 40),
    last: (query.get('last') ?? '').slice(0, 40),
  }
  if (!query.has('first'))
    return numbersPage({ language, typed: { values: {}, problems: {} }, found: null, mayMove })
  const read = readSerials(values.first, values.last)
  const problems = 'problems' in read ? read.problems : {}
  const found = 'serials' in read ? await findNumbers(visit, read.serials) : null
  const said: Record<string, string> = words[language].done
  return numbersPage({
    ...{ language, found, mayMove, typed: { values, problems } },
    done: said[query.get('done') ?? ''],
  })
}

const showFind = async ({ language }: Reading, typed: Typed) => findPage(language, typed)

/** Whoever tries codes at random is stopped as at a desk. */
const missesPerHour = 20

/** The answer has no address: a code stands in none. */
const find = async (visit: Writing, { code }: z.output<typeof FindForm>): Promise<Outcome> => {
  const { db, keys, user, language, now } = visit
  const found = await findByCode(db, keys, code)
  if (!found) {
    const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
    return { problems: { code: wait > 0 ? 'code-too-many' : 'code-unknown' }, keep: true }
  }
  const { serial } = found
  if (serial === null) return { page: foundOldPage(language), subject: { serial } }
  const numbers = await findNumbers(visit, { first: serial, last: serial })
  const title = words[language].found(serialsText(language, numbers.serials))
  const typed = { values: {}, problems: {} }
  return {
    page: numbersPage({ language, typed, found: numbers, mayMove: may(user, 'stock.move'), title }),
    subject: { serial },
  }
}

export const routes: Route[] = [
  page(paths.stock, 'stock.read', showStock),
  page(paths.numbers, 'stock.read', showNumbers),
  page(paths.find, 'stock.read', showFind),
  action(paths.find, 'stock.read', FindForm, showFind, find),
]
