import type { PersonRole } from '../access.ts'
import { paths as accounts } from '../accounts/words.ts'
import { paths as apiClients } from '../api-clients/words.ts'
import { paths as apiDocs } from '../api-docs/words.ts'
import { paths as areas } from '../areas/words.ts'
import { paths as audit } from '../audit/words.ts'
import { paths as bookings } from '../bookings/words.ts'
import { issuePaths } from '../cards/issue-words.ts'
import { lifePaths } from '../cards/life-words.ts'
import { paths as cards } from '../cards/words.ts'
import { paths as commitmentLife } from '../commitment-life/words.ts'
import { paths as commitments } from '../commitment-lists/words.ts'
import { paths as communityCards } from '../community-cards/words.ts'
import { paths as confirmations } from '../confirmations/words.ts'
import { paths as desk } from '../desk/words.ts'
import { paths as devices } from '../devices/words.ts'
import { paths as doorLists } from '../door-lists/words.ts'
import { publicEventPaths } from '../events/holder-words.ts'
import { paths as events } from '../events/words.ts'
import { paths as exceptions } from '../exceptions/words.ts'
import { paths as feedback } from '../feedback/words.ts'
import { paths as firstUse } from '../first-use/words.ts'
import { gatePaths } from '../gate/words.ts'
import { paths as goodwill } from '../goodwill/words.ts'
import { paths as groupVisits } from '../group-visits/words.ts'
import { paths as guides } from '../guides/words.ts'
import { paths as holder } from '../holder/words.ts'
import { paths as homes } from '../homes/words.ts'
import { paths as mail } from '../mail/words.ts'
import { paths as materials } from '../materials/words.ts'
import { paths as municipalities } from '../municipalities/words.ts'
import { paths as organisations } from '../organisations/words.ts'
import { paths as ownPlace } from '../own-place/words.ts'
import { paths as ownStatistics } from '../own-statistics/words.ts'
import { paths as texts } from '../pages/edit-words.ts'
import { pageList } from '../pages/page-list-words.ts'
import { listPaths } from '../pages/words.ts'
import { paths as papers } from '../papers/words.ts'
import { paths as people } from '../people/words.ts'
import { placePaths } from '../places/words.ts'
import { paths as policies } from '../policies/words.ts'
import { paths as postalCodes } from '../postal-codes/words.ts'
import { practicePaths } from '../practice/words.ts'
import { paths as providers } from '../providers/words.ts'
import { publicPaths } from '../public-paths.ts'
import { paths as reconciliations } from '../reconciliations/words.ts'
import { paths as renewals } from '../renewals/words.ts'
import { repeatPaths } from '../repeats/words.ts'
import { paths as reports } from '../reports/words.ts'
import { paths as stockLedger } from '../stock/ledger-words.ts'
import { paths as orders } from '../stock/order-words.ts'
import { paths as printRuns } from '../stock/run-words.ts'
import { paths as subjectAccess } from '../subject-access/words.ts'
import { paths as terms } from '../terms/words.ts'
import { paths as trainings } from '../trainings/words.ts'
import { paths as unrecognised } from '../unrecognised/words.ts'
import { changePaths } from '../wellbeing/change-words.ts'
import { paths as wellbeing } from '../wellbeing/words.ts'

const { front, sites, statistics } = publicPaths
const everyone = [
  ...[accounts.home.fi, front.fi, sites.fi, publicPaths.areas.fi, statistics.fi, publicPaths.openData.fi],
  publicPaths.whereToGet.fi,
  publicEventPaths.events.fi,
  guides.guides.fi,
  papers.open.fi,
  ...[listPaths.news.fi, listPaths.stories.fi],
  pageList.trainings.path.fi,
  materials.list.fi,
  apiDocs.api.fi,
  publicPaths.feedback.fi,
  holder.own.fi,
]
/** The figures that follow cards and people over time. */
const cohorts = [firstUse.firstUse.fi, changePaths.change.fi]
const keeping = [
  ...cohorts,
  areas.list.fi,
  placePaths.unit.list.fi,
  placePaths.site.list.fi,
  organisations.list.fi,
  confirmations.list.fi,
  confirmations.remind.fi,
  exceptions.list.fi,
  materials.keep.fi,
  materials.add.fi,
  commitments.list.fi,
  commitmentLife.renewals.fi,
  commitmentLife.permanent.fi,
  trainings.keep.fi,
  trainings.add.fi,
  stockLedger.stock.fi,
  reports.reports.fi,
  policies.list.fi,
  homes.list.fi,
  postalCodes.list.fi,
  orders.list.fi,
  orders.make.fi,
  orders.own.fi,
  people.people.fi,
  feedback.list.fi,
  people.invite.fi,
  people.invitations.fi,
  goodwill.area.ledger.fi,
  ownStatistics.statistics.fi,
  papers.own.fi,
  ...everyone,
]
const recording = [
  ...[
    desk.desk.fi,
    desk.today.fi,
    gatePaths.gate.fi,
    bookings.list.fi,
    unrecognised.list.fi,
    repeatPaths.list.fi,
  ],
  ...[doorLists.list.fi, reconciliations.list.fi, practicePaths.practice.fi],
  ...everyone,
]
const atPlace = [
  ...[reports.reports.fi, ownStatistics.statistics.fi],
  ...[ownPlace.ownPlace.fi, confirmations.confirm.fi, commitments.own.fi],
  papers.own.fi,
]

/** The main pages of each role in Finnish, the daily work first. All can be opened without parameters. */
export const mainPages: Record<PersonRole, string[]> = {
  centre: [
    ...keeping,
    placePaths.unit.requests.fi,
    municipalities.list.fi,
    policies.new.fi,
    providers.providers.fi,
    wellbeing.instruments.fi,
    mail.outbox.fi,
    apiClients.list.fi,
    printRuns.runs.fi,
    texts.list.fi,
    texts.new.fi,
  ],
  coordinator: keeping,
  issuer: [
    cards.issue.fi,
    lifePaths.tasks.fi,
    cards.cards.fi,
    lifePaths.find.fi,
    renewals.start.fi,
    renewals.lost.fi,
    communityCards.list.fi,
    groupVisits.own.fi,
    groupVisits.ask.fi,
    orders.own.fi,
    orders.make.fi,
    subjectAccess.ask.fi,
    issuePaths.paper.fi,
    issuePaths.practice.fi,
    stockLedger.stock.fi,
    ...atPlace,
    ...cohorts,
    ...everyone,
  ],
  venue: [
    ...recording,
    groupVisits.asked.fi,
    ...atPlace,
    ...cohorts,
    terms.own.fi,
    events.own.list.fi,
    events.own.add.fi,
    events.own.upload.fi,
    events.own.feed.fi,
    goodwill.own.ledger.fi,
    goodwill.own.prices.fi,
    goodwill.own.newPrices.fi,
    devices.devices.fi,
    apiClients.list.fi,
    apiClients.choose.fi,
    apiClients.make.fi,
  ],
  auditor: [audit.log.fi, reports.reports.fi, ...cohorts, ...everyone],
  intermediary: [...recording, apiClients.list.fi, apiClients.make.fi, ownStatistics.statistics.fi],
}
