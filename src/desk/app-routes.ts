import { exchange, exchangeGet, type Route } from '../web/route.tsx'
import { arrived } from './app-arrive.ts'
import { checkCard } from './app-check.ts'
import { ArrivalSent, CheckAsked, RecordSent, UndoSent } from './app-forms.ts'
import { recordSent } from './app-record.ts'
import { deskState } from './app-state.ts'
import { undoSent } from './app-undo.ts'
import { wirePaths } from './wire.ts'

/** What the desk's own script asks and sends. */
export const routes: Route[] = [
  exchangeGet(wirePaths.state, 'cards.check', deskState),
  exchange(wirePaths.checks, 'cards.check', CheckAsked, checkCard),
  exchange(wirePaths.uses, 'uses.create', RecordSent, recordSent),
  exchange(wirePaths.undo, 'uses.cancel', UndoSent, undoSent),
  exchange(wirePaths.arrivals, 'bookings.arrive', ArrivalSent, arrived),
]
