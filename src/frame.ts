import { may, type Permission, type Role } from './access.ts'
import { paths as accounts, roleNames } from './accounts/words.ts'
import { paths as apiClients } from './api-clients/words.ts'
import { paths as apiDocs } from './api-docs/words.ts'
import { paths as archive } from './archive/words.ts'
import { paths as areas } from './areas/words.ts'
import { paths as audit } from './audit/words.ts'
import { lifePaths } from './cards/life-words.ts'
import { paths as cards } from './cards/words.ts'
import { paths as commitments } from './commitment-lists/words.ts'
import { paths as communityCards } from './community-cards/words.ts'
import { paths as confirmations } from './confirmations/words.ts'
import { paths as desk } from './desk/words.ts'
import { memoryName } from './desk-queue/words.ts'
import { paths as devices, words as deviceWords } from './devices/words.ts'
import { paths as doorLists } from './door-lists/words.ts'
import { publicEventPaths } from './events/holder-words.ts'
import { paths as exceptions } from './exceptions/words.ts'
import { paths as feedback } from './feedback/words.ts'
import { paths as firstUse } from './first-use/words.ts'
import { frameWords, holderMenu } from './frame-words.ts'
import { paths as goodwill } from './goodwill/words.ts'
import { paths as groupVisits } from './group-visits/words.ts'
import { paths as guides } from './guides/words.ts'
import { paths as holder } from './holder/words.ts'
import { paths as homes } from './homes/words.ts'
import type { HolderLanguage } from './i18n/holder-languages.ts'
import type { Language } from './i18n/translated.ts'
import { paths as induction } from './induction/words.ts'
import { paths as joining } from './joining/words.ts'
import { paths as mail } from './mail/words.ts'
import { paths as materials } from './materials/words.ts'
import { paths as messages } from './messages/words.ts'
import { paths as model } from './model/keep-words.ts'
import { publicPaths as publicModel } from './model/words.ts'
import { paths as municipalities } from './municipalities/words.ts'
import { paths as nameUse } from './name-use/words.ts'
import { paths as newcomers } from './newcomers/words.ts'
import { paths as organisations } from './organisations/words.ts'
import { paths as ownChecklist } from './own-checklist/words.ts'
import { paths as ownPlace } from './own-place/words.ts'
import { paths as ownStatistics } from './own-statistics/words.ts'
import { paths as texts } from './pages/edit-words.ts'
import { pageList } from './pages/page-list-words.ts'
import { listPaths as textLists } from './pages/words.ts'
import { paths as papers } from './papers/words.ts'
import { paths as people } from './people/words.ts'
import { placePaths } from './places/words.ts'
import { paths as policies } from './policies/words.ts'
import { paths as providers } from './providers/words.ts'
import { publicPaths } from './public-paths.ts'
import { demoRoles } from './public-site/words.ts'
import { paths as reconciliations } from './reconciliations/words.ts'
import { paths as renewals } from './renewals/words.ts'
import { paths as reports } from './reports/words.ts'
import { paths as signals } from './signals/words.ts'
import { paths as signedFiles } from './signed-files/words.ts'
import { paths as stockLedger } from './stock/ledger-words.ts'
import { paths as orders } from './stock/order-words.ts'
import { paths as printRuns } from './stock/run-words.ts'
import { paths as subjectAccess } from './subject-access/words.ts'
import { paths as signups } from './training-signups/words.ts'
import { paths as trainings } from './trainings/words.ts'
import type { Frame } from './web/frame.ts'
import type { HolderPath, LocalPath } from './web/paths.ts'
import { changePaths } from './wellbeing/change-words.ts'
import { paths as wellbeing } from './wellbeing/words.ts'

type StaffName = keyof (typeof frameWords)['fi']['menu']
type HolderName = keyof (typeof holderMenu)['fi']
type Entry = { path: LocalPath | HolderPath; name: StaffName | HolderName; permission: Permission }

const isForHolders = (name: Entry['name']): name is HolderName => name in holderMenu.fi

/** The work of a role, in the order of a working day. What comes after the first few opens under one name. */
const work: Entry[] = [
  { path: cards.issue, name: 'issue', permission: 'cards.issue' },
  { path: lifePaths.tasks, name: 'tasks', permission: 'cards.read' },
  { path: cards.cards, name: 'cards', permission: 'cards.read' },
  { path: orders.own, name: 'ownStock', permission: 'cards.read' },
  { path: desk.desk, name: 'desk', permission: 'cards.check' },
  { path: desk.today, name: 'today', permission: 'uses.read' },
  { path: areas.list, name: 'keepAreas', permission: 'areas.read' },
  { path: placePaths.unit.list, name: 'units', permission: 'units.read' },
  { path: placePaths.site.list, name: 'keptSites', permission: 'sites.read' },
  { path: stockLedger.stock, name: 'stock', permission: 'stock.move' },
  { path: audit.log, name: 'log', permission: 'audit.read' },
  { path: reports.reports, name: 'reports', permission: 'reports.read' },
  { path: messages.list, name: 'messages', permission: 'messages.read' },
  { path: renewals.start, name: 'renew', permission: 'cards.renew' },
  { path: communityCards.list, name: 'communityCards', permission: 'community-cards.issue' },
  { path: groupVisits.own, name: 'groupVisits', permission: 'group-visits.ask' },
  { path: groupVisits.asked, name: 'groups', permission: 'group-visits.answer' },
  { path: ownPlace.ownPlace, name: 'ownPlace', permission: 'place.read' },
  { path: induction.overview, name: 'induction', permission: 'inductions.do' },
  { path: ownChecklist.list, name: 'ownChecklist', permission: 'place.read' },
  { path: ownStatistics.statistics, name: 'ownStatistics', permission: 'own-statistics.read' },
  { path: papers.own, name: 'papers', permission: 'papers.read' },
  { path: orders.list, name: 'orders', permission: 'stock.answer' },
  { path: people.people, name: 'people', permission: 'people.read' },
  { path: feedback.list, name: 'feedbacks', permission: 'feedback.read' },
  { path: messages.keep, name: 'sendMessages', permission: 'messages.write' },
  { path: subjectAccess.ask, name: 'subjectAccess', permission: 'subjects.read' },
  { path: devices.devices, name: 'devices', permission: 'devices.pair' },
  { path: apiClients.list, name: 'apiClients', permission: 'api-clients.read' },
  { path: doorLists.list, name: 'doorList', permission: 'door-lists.import' },
  { path: reconciliations.list, name: 'reconciliation', permission: 'uses.reconcile' },
  { path: commitments.list, name: 'commitments', permission: 'commitments.keep' },
  { path: commitments.own, name: 'ownCommitments', permission: 'commitments.read-own' },
  { path: confirmations.list, name: 'confirmations', permission: 'units.read' },
  { path: induction.places, name: 'inductions', permission: 'inductions.read' },
  { path: newcomers.list, name: 'newPlaces', permission: 'newcomers.answer' },
  { path: organisations.list, name: 'organisations', permission: 'organisations.read' },
  { path: goodwill.area.ledger, name: 'goodwill', permission: 'sites.read' },
  { path: goodwill.own.ledger, name: 'goodwill', permission: 'place.describe' },
  { path: exceptions.list, name: 'exceptions', permission: 'exceptions.read' },
  { path: policies.list, name: 'policies', permission: 'policies.read' },
  { path: model.list, name: 'model', permission: 'model.read' },
  { path: homes.list, name: 'homes', permission: 'areas.read' },
  { path: materials.keep, name: 'materials', permission: 'materials.read' },
  { path: trainings.keep, name: 'trainings', permission: 'trainings.read' },
  { path: joining.list, name: 'newAreas', permission: 'interest.answer' },
  { path: signups.own, name: 'ownTrainings', permission: 'trainings.attend' },
  { path: archive.list, name: 'archive', permission: 'archive.read' },
  { path: nameUse.list, name: 'nameUse', permission: 'name-use.read' },
  { path: municipalities.list, name: 'municipalities', permission: 'municipalities.read' },
  { path: printRuns.runs, name: 'printRuns', permission: 'print-runs.make' },
  { path: providers.providers, name: 'providers', permission: 'providers.read' },
  { path: signals.list, name: 'signals', permission: 'signals.read' },
  { path: signals.how, name: 'signalsHow', permission: 'signals.explain' },
  { path: firstUse.firstUse, name: 'firstUse', permission: 'reports.read' },
  { path: changePaths.change, name: 'wellbeingChange', permission: 'reports.read' },
  { path: wellbeing.instruments, name: 'wellbeing', permission: 'instruments.read' },
  { path: texts.list, name: 'texts', permission: 'texts.read' },
  { path: mail.outbox, name: 'outbox', permission: 'mail.read' },
]

/** One's own page, and the figures that everyone may see, stand last. */
const home: Entry = { path: accounts.home, name: 'home', permission: 'home.read' }

/** More than this does not fit beside each other on a phone; a holder's has longer words, and other things to show. */
const shownAtOnce = { user: 4, everyone: 3 }

const statistics: Entry = { path: publicPaths.statistics, name: 'statistics', permission: 'statistics.read' }

/** What everyone may read. */
const reading: Entry[] = [
  { path: publicPaths.sites, name: 'sites', permission: 'public.read' },
  { path: pageList['for-me'].path, name: 'forMe', permission: 'public.read' },
  { path: publicPaths.whereToGet, name: 'whereToGet', permission: 'public.read' },
  { path: publicEventPaths.events, name: 'events', permission: 'public.read' },
  { path: publicPaths.areas, name: 'areas', permission: 'public.read' },
  { path: holder.own, name: 'ownCard', permission: 'holder.read' },
  statistics,
  { path: guides.guides, name: 'guides', permission: 'guides.read' },
  { path: pageList.questions.path, name: 'questions', permission: 'public.read' },
  { path: publicPaths.search, name: 'search', permission: 'public.read' },
]

/** What those read who work with the card, who want more, and what a site must tell of itself: in the footer. */
const readingMore: Entry[] = [
  { path: publicPaths.feedback, name: 'feedback', permission: 'feedback.write' },
  { path: pageList.issuers.path, name: 'forIssuers', permission: 'public.read' },
  { path: pageList.venues.path, name: 'forVenues', permission: 'public.read' },
  { path: newcomers.ask, name: 'join', permission: 'newcomers.ask' },
  { path: pageList.coordinators.path, name: 'forCoordinators', permission: 'public.read' },
  { path: publicModel.inForce, name: 'publicModel', permission: 'public.read' },
  { path: materials.list, name: 'publicMaterials', permission: 'public.read' },
  { path: papers.open, name: 'papers', permission: 'public.read' },
  { path: pageList.more.path, name: 'moreInformation', permission: 'public.read' },
  { path: textLists.news, name: 'news', permission: 'public.read' },
  { path: textLists.stories, name: 'stories', permission: 'public.read' },
  { path: publicPaths.openData, name: 'openData', permission: 'statistics.read' },
  { path: apiDocs.api, name: 'api', permission: 'api.read' },
  { path: signedFiles.verify, name: 'verify', permission: 'public.read' },
  { path: pageList.contacts.path, name: 'contacts', permission: 'public.read' },
  { path: pageList.privacy.path, name: 'privacy', permission: 'public.read' },
  { path: pageList.accessibility.path, name: 'accessibility', permission: 'public.read' },
]

/** A worker's footer is as short as the menu: the way to what a client across the table asks for. */
const atWork: readonly Entry['name'][] = ['sites', 'whereToGet', 'areas', 'statistics', 'guides', 'feedback']
const shortFooter = [...reading, ...readingMore].filter(({ name }) => atWork.includes(name))

/** What leads to a page: to the reader's language where the page has it, else to the nearest. */
const linkTo = (entry: Entry, language: Language, reader: HolderLanguage) => {
  const { path, name } = entry
  const href = (path as Partial<HolderPath>)[reader] ?? path[language]
  if (isForHolders(name)) return { label: holderMenu[reader][name], href }
  return { label: frameWords[language].menu[name], href, ...(reader === language ? {} : { lang: language }) }
}

/** The page where each role's work begins. */
export const homeOf = (role: Role, language: Language): string =>
  [...work, home].find(({ permission }) => may({ role }, permission))!.path[language]

/** The menu shows what one may open, and nothing else. */
export const frame =
  (demo: boolean): Frame =>
  ({ user, language, reader = language, path, unread = 0 }) => {
    // A worker's menu is short, for a phone beside a queue: what everyone may read stands in the footer too.
    const isDevice = user?.role === 'device'
    const own = isDevice ? work : [...work, statistics, home]
    const entries = user ? own.filter(({ permission }) => may(user, permission)) : reading
    const links = entries
      .map((entry) => linkTo(entry, language, reader))
      .map((link) => ({ ...link, current: link.href === path }))
    const atOnce = shownAtOnce[user ? 'user' : 'everyone']
    // One that would stand there alone stands beside the others.
    const fits = links.length <= atOnce + 1
    const [shown, more] = fits ? [links, []] : [links.slice(0, atOnce), links.slice(atOnce)]
    // What waits to be read comes out from behind the name of the rest; nothing else changes its place.
    const news = messages.list[language]
    const isNews = ({ href }: { href: string }) => unread > 0 && href === news
    const told = [...shown, ...more.filter(isNews)].map((link) =>
      isNews(link) ? { ...link, label: frameWords[language].unread(unread) } : link,
    )
    return {
      menu: told,
      ...(more.length > 0 ? { more: more.filter((link) => !isNews(link)) } : {}),
      home: user ? homeOf(user.role, language) : publicPaths.front[reader],
      ...(user
        ? {
            who: [user.name, !isDevice && roleNames[language][user.role], user.place]
              .filter(Boolean)
              .join(' · '),
            ...(isDevice
              ? { leave: { label: deviceWords[language].leave, href: devices.leave[language] } }
              : { signOut: { action: accounts.signOut[language], forgets: memoryName } }),
            setUp: accounts.secondFactor[language],
            proveAgain: accounts.proveAgain[language],
          }
        : {
            signIn: { href: accounts.signIn[language] },
            pair: `${devices.code[language]}?state=ended`,
          }),
      ...(isDevice ? {} : { feedback: publicPaths.feedback[reader] }),
      ...(demo ? { demo: { action: `/demo/sign-in?language=${language}`, users: demoRoles[language] } } : {}),
      footer: (user ? shortFooter : [...reading, ...readingMore]).map((entry) =>
        linkTo(entry, language, reader),
      ),
    }
  }
