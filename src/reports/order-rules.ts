import { addDays, type Day } from '../lib/dates.ts'
import { closesOn, isYear } from '../publications/period-rules.ts'
import type { Period } from '../publications/rules.ts'
import type { Kind } from './rules.ts'

/** Places that one role may order reports of: more than anybody reads. */
export const mostOrders = 50

/** Days for which a mail about a report is still worth sending. */
export const mailLifeDays = 30

/** Days after which a period is no news: an imported past is closed all at once, and nobody wants forty mails of it. */
const newsDays = 100
export const isNews = (period: Period, today: Day): boolean => addDays(closesOn(period), newsDays) >= today

/** The report that a mail leads to: of a quarter the board's, of a year that of the annual accounts. */
export const orderedKind = (period: Period): Kind => (isYear(period) ? 'annual' : 'board')
