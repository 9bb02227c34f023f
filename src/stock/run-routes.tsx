import { z } from 'zod'
import { formatCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import { makePdf } from '../lib/pdf.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { fill } from '../web/paths.ts'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { RunForm } from './run-forms.ts'
import { codesOf, makePrintRun, openSeed } from './run-make.ts'
import { cardSheets, linkOf } from './run-paper.ts'
import { findRun, listRuns, markPrinted } from './run-queries.ts'
import { partsOf } from './run-rules.ts'
import { makeRunPage, printedPage, runPage, runsPage } from './run-views.tsx'
import { paths, words } from './run-words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnRun = { params: { run: string } }

const theRun = async ({ db, params }: OnRun & { db: Read }) => {
  const run = await findRun(db, rowId(params.run))
  if (!run) throw new NotFound()
  return run
}

const showRuns = async ({ db, language }: Reading) => runsPage(language, await listRuns(db))
const showMake = async ({ language }: Reading, typed: Typed) => makeRunPage(language, typed)

const make = async (visit: Writing, wanted: z.output<typeof RunForm>): Promise<Outcome> => {
  const { db, keys, user, language, now } = visit
  const run = await makePrintRun(db, keys, wanted, { actor: actorOf(user), now })
  const redirect = `${fill(paths.run[language], { run })}?done=made`
  return { redirect, subject: { run, cards: wanted.cards } }
}

const showRun = async (visit: Reading & OnRun) => {
  const { language, query } = visit
  const done: Record<string, string> = words[language].done
  return runPage(language, await theRun(visit), done[query.get('done') ?? ''])
}

const showPrinted = async (visit: Reading & OnRun, typed: Typed) =>
  printedPage(visit.language, await theRun(visit), typed)

const printed = async (visit: Writing & OnRun): Promise<Outcome> => {
  const { db, language, now } = visit
  const { id } = await theRun(visit)
  if (!(await markPrinted(db, id, now))) return { problems: { '': 'printed' } }
  return { redirect: `${fill(paths.run[language], { run: id })}?done=printed`, subject: { run: id } }
}

/** @throws NotFound when the codes are no longer kept: the files are nowhere then */
const openRun = async (visit: Reading & OnRun) => {
  const run = await theRun(visit)
  const seed = await openSeed(visit.db, visit.keys, run.id)
  if (!seed) throw new NotFound()
  return { run, seed }
}

/** Drawing the codes and their squares takes seconds: neither holds the database. */
const makeSheets = async (visit: Reading & OnRun): Promise<MadeFile> => {
  const { language, query, origin } = visit
  const { run, seed } = await openRun(visit)
  const part = rowId(query.get('part') ?? '1')
  const serials = partsOf(run)[part - 1]
  if (!serials) throw new NotFound()
  const paper = async () => cardSheets(language, run, await codesOf(seed, run, serials), origin)
  return paperFile(`cards-${serials.first}-${serials.last}.pdf`, paper, makePdf)
}

const makeList = async (visit: Reading & OnRun): Promise<MadeFile> => {
  const { origin } = visit
  const { run, seed } = await openRun(visit)
  const body = async () => {
    const codes = await codesOf(seed, run, run)
    const rows = codes.map(({ serial, code }) => [serial, formatCode(code), linkOf(origin, code)])
    return new TextEncoder().encode(spreadsheetCsv([['serial', 'code', 'link'], ...rows]))
  }
  return { type: 'text/csv; charset=utf-8', name: `cards-${run.first}-${run.last}.csv`, body }
}

export const routes: Route[] = [
  page(paths.runs, 'print-runs.make', showRuns),
  page(paths.make, 'print-runs.make', showMake),
  action(paths.make, 'print-runs.make', RunForm, showMake, make),
  page(paths.run, 'print-runs.make', showRun),
  page(paths.printed, 'print-runs.make', showPrinted),
  action(paths.printed, 'print-runs.make', z.object({}), showPrinted, printed),
  file(paths.sheets, 'print-runs.make', makeSheets),
  file(paths.list, 'print-runs.make', makeList),
]
