import { Hono } from 'hono'
import { may } from './access.ts'
import { endpoints as meApi } from './accounts/api.ts'
import { findApiKey } from './accounts/key-queries.ts'
import { isRecentlyProven } from './accounts/proof-queries.ts'
import { findSessionUser, touchSession } from './accounts/queries.ts'
import { routes as accounts } from './accounts/routes.tsx'
import { routes as apiClients } from './api-clients/routes.tsx'
import { docsRoute } from './api-docs/routes.tsx'
import { paths as apiPaths } from './api-docs/words.ts'
import { routes as archivedReports } from './archive/report-routes.tsx'
import { routes as archive } from './archive/routes.tsx'
import { endpoints as areasApi } from './areas/api.ts'
import { routes as areaPages } from './areas/page-routes.tsx'
import { routes as areas } from './areas/routes.tsx'
import { routes as audit } from './audit/routes.tsx'
import { routes as bookings } from './bookings/routes.tsx'
import { routes as brochures } from './brochures/routes.tsx'
import { routes as cardLife } from './cards/card-routes.tsx'
import { routes as cards } from './cards/routes.tsx'
import { routes as cardTasks } from './cards/task-routes.tsx'
import { routes as commitmentBatches } from './commitment-batches/routes.tsx'
import { routes as commitmentReminders } from './commitment-drafts/remind-routes.tsx'
import { routes as commitmentDrafts } from './commitment-drafts/routes.tsx'
import { routes as commitmentLife } from './commitment-life/routes.tsx'
import { routes as commitmentSuccession } from './commitment-life/succeed-routes.tsx'
import { routes as commitmentTerms } from './commitment-life/term-routes.tsx'
import { routes as commitmentLists } from './commitment-lists/routes.tsx'
import { routes as commitmentPapers } from './commitment-papers/routes.tsx'
import { routes as commitmentTemplates } from './commitment-templates/routes.tsx'
import { routes as communityCards } from './community-cards/routes.tsx'
import { routes as confirmations } from './confirmations/routes.tsx'
import { routes as consents } from './consents/routes.tsx'
import { routes as contacts } from './contacts/routes.tsx'
import { routes as demo } from './demo/routes.tsx'
import { routes as desk } from './desk/routes.tsx'
import { routes as deskSync } from './desk/sync-routes.ts'
import { routes as deskInstall } from './desk-install/routes.tsx'
import { routes as phones } from './devices/phone-routes.tsx'
import { keepDevice } from './devices/queries.ts'
import { routes as devices } from './devices/routes.tsx'
import { routes as doorLists } from './door-lists/routes.tsx'
import { routes as events } from './events/routes.tsx'
import { routes as exceptions } from './exceptions/routes.tsx'
import { routes as proveAgain } from './factors/again-routes.tsx'
import { routes as passkeys } from './factors/passkey-routes.tsx'
import { routes as factors } from './factors/routes.tsx'
import { routes as signInSteps } from './factors/step-routes.tsx'
import { routes as feedback } from './feedback/routes.tsx'
import { routes as finder } from './finder/routes.tsx'
import { routes as firstUse } from './first-use/routes.tsx'
import { frame } from './frame.ts'
import { routes as gate } from './gate/routes.tsx'
import { routes as goodwill } from './goodwill/routes.tsx'
import { routes as groupVisits } from './group-visits/routes.tsx'
import { routes as guides } from './guides/routes.tsx'
import { routes as holder } from './holder/routes.tsx'
import { routes as homes } from './homes/routes.tsx'
import { routes as induction } from './induction/routes.tsx'
import { routes as joining } from './joining/routes.tsx'
import { endpoints as localPagesApi } from './local-pages/api.ts'
import { routes as localPages } from './local-pages/routes.tsx'
import { routes as mail } from './mail/routes.tsx'
import { routes as materials } from './materials/routes.tsx'
import { countUnread } from './messages/read-queries.ts'
import { routes as messages } from './messages/routes.tsx'
import { routes as model } from './model/routes.tsx'
import { endpoints as municipalitiesApi } from './municipalities/api.ts'
import { routes as municipalities } from './municipalities/routes.tsx'
import { routes as nameUse } from './name-use/routes.tsx'
import { routes as newcomers } from './newcomers/routes.tsx'
import { routes as openData } from './open-data/routes.tsx'
import { routes as organisations } from './organisations/routes.tsx'
import { routes as ownChecklist } from './own-checklist/routes.tsx'
import { routes as ownPlace } from './own-place/routes.tsx'
import { routes as ownStatistics } from './own-statistics/routes.tsx'
import { routes as pageContents } from './pages/content-routes.tsx'
import { routes as pageEditor } from './pages/edit-routes.tsx'
import { movedTo } from './pages/moved.ts'
import { routes as pages } from './pages/routes.tsx'
import { routes as pageVersions } from './pages/version-routes.tsx'
import { routes as papers } from './papers/routes.tsx'
import { routes as people } from './people/routes.tsx'
import { routes as pilots } from './pilots/routes.tsx'
import { routes as placeLife } from './places/life-routes.tsx'
import { routes as policies } from './policies/routes.tsx'
import { routes as postalCodes } from './postal-codes/routes.tsx'
import { routes as practice } from './practice/routes.tsx'
import { routes as profile } from './profile/routes.tsx'
import { routes as providers } from './providers/routes.tsx'
import { routes as publicSite } from './public-site/routes.tsx'
import { endpoints as publicationsApi } from './publications/api.ts'
import { endpoints as reconciliationsApi } from './reconciliations/api.ts'
import { routes as reconciliations } from './reconciliations/routes.tsx'
import { routes as renewals } from './renewals/routes.tsx'
import { routes as repeats } from './repeats/routes.tsx'
import { routes as reports } from './reports/routes.tsx'
import { routes as search } from './search/routes.tsx'
import { routes as signals } from './signals/routes.tsx'
import { routes as signedFiles } from './signed-files/routes.tsx'
import { routes as signing } from './signing/routes.tsx'
import { endpoints as sitesApi } from './sites/api.ts'
import { routes as sites } from './sites/routes.tsx'
import { endpoints as statisticsApi } from './statistics/api.ts'
import { routes as statistics } from './statistics/routes.tsx'
import { endpoints as seriesApi } from './statistics/series-api.ts'
import { endpoints as totalsApi } from './statistics/total-api.ts'
import { routes as stockMoves } from './stock/ledger-move-routes.tsx'
import { routes as stockLedger } from './stock/ledger-routes.tsx'
import { routes as makeOrders } from './stock/order-make-routes.tsx'
import { routes as orders } from './stock/order-routes.tsx'
import { routes as sendOrders } from './stock/order-send-routes.tsx'
import { routes as printRuns } from './stock/run-routes.tsx'
import { routes as ownStock } from './stock/unit-routes.tsx'
import { routes as subjectAccess } from './subject-access/routes.tsx'
import { endpoints as offersApi } from './terms/api.ts'
import { routes as terms } from './terms/routes.tsx'
import { routes as trainingSignups } from './training-signups/routes.tsx'
import { routes as trainings } from './trainings/routes.tsx'
import { routes as units } from './units/routes.tsx'
import { routes as unrecognised } from './unrecognised/routes.tsx'
import { endpoints as usesApi } from './uses/api.ts'
import { useAdvice } from './uses/problem-advice.ts'
import { useProblems } from './uses/problems.ts'
import { serveAsset } from './web/assets.ts'
import { newBusyAnswer } from './web/busy.ts'
import type { Endpoint } from './web/endpoint.ts'
import { mountEndpoints } from './web/endpoint-serving.ts'
import { failWith } from './web/failing.tsx'
import { galleryRoutes } from './web/gallery-page.ts'
import { answerNothing, isAddressIn, mountRoutes } from './web/mount.tsx'
import { openApiRow } from './web/openapi.ts'
import { generalProblems } from './web/problem.ts'
import { problemPage } from './web/problem-page.tsx'
import { securityHeaders } from './web/respond.ts'
import type { Route } from './web/route.tsx'
import { hashToken } from './web/session-cookie.ts'
import type { Setting } from './web/setting.ts'
import { endpoints as webhooksApi } from './webhooks/api.ts'
import { webhookAdvice, webhookProblems } from './webhooks/problems.ts'
import { routes as webhooks } from './webhooks/routes.tsx'
import { routes as wellbeingAnswers } from './wellbeing/answer-routes.tsx'
import { routes as wellbeingChange } from './wellbeing/change-routes.tsx'
import { routes as instruments } from './wellbeing/instrument-routes.tsx'
import { routes as wellbeing } from './wellbeing/routes.tsx'

/** Every refusal of the public API; each has a page. */
const problems = { ...generalProblems, ...useProblems, ...webhookProblems }

/** Every address of the public API. */
export const endpoints: Endpoint[] = [
  ...meApi,
  ...usesApi,
  ...reconciliationsApi,
  ...sitesApi,
  ...offersApi,
  ...areasApi,
  ...localPagesApi,
  ...municipalitiesApi,
  ...statisticsApi,
  ...publicationsApi,
  ...seriesApi,
  ...totalsApi,
  ...webhooksApi,
  openApiRow(() => endpoints, problems),
]

/** Every page and action of the program. */
export const routes: Route[] = [
  ...publicSite,
  ...search,
  ...pages,
  ...pageContents,
  ...pageEditor,
  ...pageVersions,
  ...localPages,
  ...finder,
  ...areas,
  ...areaPages,
  ...joining,
  ...newcomers,
  ...pilots,
  ...exceptions,
  ...municipalities,
  ...materials,
  ...trainings,
  ...trainingSignups,
  ...messages,
  ...model,
  ...signing,
  ...signals,
  ...signedFiles,
  ...commitmentPapers,
  ...archive,
  ...archivedReports,
  ...nameUse,
  ...commitmentLists,
  ...commitmentLife,
  ...commitmentSuccession,
  ...commitmentTerms,
  ...commitmentTemplates,
  ...commitmentDrafts,
  ...commitmentReminders,
  ...commitmentBatches,
  ...homes,
  ...postalCodes,
  ...organisations,
  ...units,
  ...sites,
  ...placeLife,
  ...statistics,
  ...openData,
  ...cards,
  ...consents,
  ...wellbeing,
  ...wellbeingAnswers,
  ...instruments,
  ...wellbeingChange,
  ...firstUse,
  ...cardLife,
  ...cardTasks,
  ...renewals,
  ...communityCards,
  ...subjectAccess,
  ...ownStock,
  ...makeOrders,
  ...orders,
  ...sendOrders,
  ...desk,
  ...gate,
  ...practice,
  ...deskSync,
  ...deskInstall,
  ...repeats,
  ...reports,
  ...bookings,
  ...holder,
  ...accounts,
  ...factors,
  ...passkeys,
  ...signInSteps,
  ...proveAgain,
  ...profile,
  ...people,
  ...policies,
  ...providers,
  ...mail,
  ...audit,
  ...devices,
  ...apiClients,
  ...webhooks,
  ...phones,
  ...induction,
  ...ownChecklist,
  ...ownPlace,
  ...contacts,
  ...confirmations,
  ...brochures,
  ...terms,
  ...events,
  ...guides,
  ...papers,
  ...feedback,
  ...goodwill,
  ...ownStatistics,
  ...groupVisits,
  ...printRuns,
  ...stockLedger,
  ...stockMoves,
  ...unrecognised,
  ...reconciliations,
  ...doorLists,
  ...galleryRoutes,
  docsRoute(endpoints, problems),
  problemPage(problems, { ...useAdvice, ...webhookAdvice }, apiPaths.api),
]

export type AppSetting = Omit<Setting, 'frame' | 'unreadOf' | 'whoIs' | 'isProven' | 'movedTo' | 'isAddress'>

const settingOf = (given: AppSetting): Setting => ({
  ...given,
  frame: frame(given.demo),
  unreadOf: async (user, today) =>
    may(user, 'messages.read') ? countUnread(given.pool, user.accountRoleId, today) : 0,
  isProven: isRecentlyProven,
  movedTo,
  isAddress: isAddressIn(routes),
  whoIs: async (token, now) => {
    const tokenHash = hashToken(token)
    const user = await findSessionUser(given.pool, tokenHash, now)
    if (user) await touchSession(given.pool, user.session, now)
    return user ? { ...user, keepDays: await keepDevice(given.pool, user, now) } : null
  },
})

/** What the server answers where it has no place for a request. */
export const createBusyAnswer = (given: AppSetting) => newBusyAnswer(routes, settingOf(given))

/** Puts the slices together. Nothing listens yet: tests call the result directly. */
export const createApp = (given: AppSetting) => {
  const setting = settingOf(given)
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    const isHttps = setting.origin().startsWith('https:')
    for (const [name, value] of Object.entries(securityHeaders(isHttps)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/assets/*', (c) => serveAsset(c.req.path, c.req.header('accept-encoding') ?? '') ?? c.notFound())
  mountRoutes(app, given.demo ? [...routes, ...demo] : routes, setting)
  mountEndpoints(app, endpoints, setting, (bearer, now) => findApiKey(given.pool, bearer, now))
  app.notFound((c) => answerNothing(c, setting))
  app.onError((error, c) => failWith(c, error, setting, null))
  return app
}
