import { wirePaths } from '../desk-queue/wire.ts'
import { exchange, exchangeGet } from '../web/exchange-route.ts'
import type { Route } from '../web/route.tsx'
import { arrived } from './sync-arrive.ts'
import { checkCard } from './sync-check.ts'
import { ArrivalSent, CheckAsked, RecordSent, UndoSent } from './sync-forms.ts'
import { recordSent } from './sync-record.ts'
import { deskState } from './sync-state.ts'
import { undoSent } from './sync-undo.ts'

/** What the desk's own script asks and sends. */
export const routes: Route[] = [
  exchangeGet(wirePaths.state, 'cards.check', deskState),
  exchange(wirePaths.checks, 'cards.check', CheckAsked, checkCard),
  exchange(wirePaths.uses, 'uses.create', RecordSent, recordSent),
  exchange(wirePaths.undo, 'uses.cancel', UndoSent, undoSent),
  exchange(wirePaths.arrivals, 'bookings.arrive', ArrivalSent, arrived),
]
