import { createDeviceRole } from '../accounts/device-role-queries.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { createAccount, type RoleScope } from '../accounts/queries.ts'
import { listPolicies } from '../cards/queries.ts'
import { consentVersion } from '../cards/words.ts'
import { formatCode } from '../codes/rules.ts'
import type { Pool, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import { hashPassword } from '../lib/passwords.ts'
import { imagineAnswers } from './answer-cards.ts'
import { makeArchived } from './archived.ts'
import { makeBookings } from './bookings.ts'
import { makeBrochures } from './brochures.ts'
import { imagineCards } from './cards.ts'
import { countCohorts } from './cohorts.ts'
import { makeLivingCommitments } from './commitment-life.ts'
import { makeCommitments } from './commitments.ts'
import { makeContacts } from './contacts.ts'
import { makeCorrections } from './corrections.ts'
import { makeEventOddities } from './event-feed.ts'
import { makeEvents } from './events.ts'
import { makeFeedback } from './feedback.ts'
import { makeFinderFacts } from './finder.ts'
import { makePrices, makePublishedYears } from './goodwill.ts'
import { makeGroupVisits } from './group-visits.ts'
import { pickHolder } from './holder-card.ts'
import { makeHomes } from './homes.ts'
import { makeInductions } from './inductions.ts'
import { makeJoining } from './joining.ts'
import { makeLate } from './late.ts'
import { makeLists } from './lists.ts'
import { makeLocalPages } from './local-pages.ts'
import { makeLocalPilot } from './local-pilot.ts'
import { writeLooks } from './looks.ts'
import { makeMaterials } from './materials.ts'
import { makeMessages } from './messages.ts'
import { makeModel } from './model.ts'
import { makeNameUse } from './name-use.ts'
import { makePlaces } from './network.ts'
import { makeNewcomers } from './newcomers.ts'
import { makeOrders } from './orders.ts'
import { mainPages } from './pages.ts'
import { type DemoUser, demoEmail, demoPassword, demoUsers } from './people.ts'
import { inventedSites } from './places.ts'
import { makeComingPolicy } from './policies.ts'
import { makePrograms } from './programs.ts'
import { findCommitted, writeFacts } from './queries.ts'
import { randomFrom } from './random.ts'
import { importRealNetwork } from './real-network.ts'
import { makeRepeats } from './repeats.ts'
import { makeReportOrders } from './report-orders.ts'
import type { Story } from './rules.ts'
import { makeSignals } from './signals.ts'
import { makeSigning } from './signing.ts'
import { makeStock } from './stock.ts'
import { makeTexts } from './texts.ts'
import { makeTrainings } from './trainings.ts'
import { makeUnitContacts } from './unit-contacts.ts'
import { makeUnrecognised } from './unrecognised.ts'
import { imagineUses } from './uses.ts'
import { makeWellbeing } from './wellbeing.ts'
import { writeCards, writeUses } from './write.ts'

/** Any number would do; another one is another world. */
const seed = 20150601

/** Makes the accounts of the demo, each in its one scope. @returns how the log names each */
const makeAccounts = async (
  db: Write,
  scopes: Record<DemoUser, Omit<RoleScope, 'role'>>,
  now: Date,
): Promise<Record<DemoUser, string>> => {
  const passwordHash = await hashPassword(demoPassword)
  for (const { user, role, name } of demoUsers)
    await createAccount(db, {
      email: demoEmail(user),
      name,
      language: 'fi',
      passwordHash,
      now,
      role,
      ...scopes[user],
    })
  const rows = await db.selectFrom('account').select(['id', 'email']).execute()
  const actors = demoUsers.map(({ user }) => {
    const { id } = rows.find(({ email }) => email === demoEmail(user))!
    return [user, `account:${id}`] as const
  })
  return Object.fromEntries(actors) as Record<DemoUser, string>
}

/** A phone that the demo venue has paired, so that its list is not empty. Nobody holds its session: there is none. */
const makeDevice = async (db: Write, by: { siteId: number; actor: string; now: Date }) => {
  const { id } = await db
    .insertInto('device')
    .values({ site_id: by.siteId, name: 'Lipunmyynnin puhelin', paired_at: by.now, paired_by: by.actor })
    .returning('id')
    .executeTakeFirstOrThrow()
  await createDeviceRole(db, { id, siteId: by.siteId }, by.now)
}

/**
 * Fills an empty, migrated database with a world to try things in: the real network of areas, municipalities and
 * sites, and in it invented offices, halls, people, cards and a year of uses until `now`. The same moment gives the
 * same world, but for the keys and the ids of accounts. All of it or, when the process is killed, nothing.
 * @throws when the database already holds a network: call it once, on a database claimed for the demo
 */
export const makeDemoWorld = (db: Pool, keys: Keys, now: Date): Promise<void> =>
  db.transaction().execute(async (write) => {
    const random = randomFrom(seed)
    const today = dayOf(now)
    await importRealNetwork(write, keys, today)
    const { units, sites, intermediaryId, intermediated } = await makePlaces(write)
    const demoUnit = units[0]!
    const demoSite = sites.find(({ name }) => name === inventedSites[0].name)!
    await makeContacts(write, { units, sites, demoSite, now })
    await makeFinderFacts(write, { sites, demoSite, now })
    const actors = await makeAccounts(
      write,
      {
        centre: {},
        'coordinator-culture': { areaId: demoUnit.areaId, side: 'culture' },
        'coordinator-sote': { areaId: demoUnit.areaId, side: 'sote' },
        issuer: { unitId: demoUnit.id },
        venue: { siteId: demoSite.id },
        intermediary: { organisationId: intermediaryId },
        auditor: {},
      },
      now,
    )

    await makeComingPolicy(write, today)
    await makeUnitContacts(write, { units, actor: actors['coordinator-culture'], now })
    await makeLocalPages(write, { units, areaId: demoUnit.areaId, actor: actors['coordinator-culture'], now })
    await makeHomes(write, { areaId: demoUnit.areaId, actor: actors['coordinator-sote'], now })
    await makeDevice(write, { siteId: demoSite.id, actor: actors.venue, now })
    const { organisationId } = await write
      .selectFrom('site')
      .select('organisation_id as organisationId')
      .where('id', '=', demoSite.id)
      .executeTakeFirstOrThrow()
    await makeArchived(write, {
      ...{ areaId: demoUnit.areaId, actor: actors['coordinator-culture'], now },
      site: { id: demoSite.id, name: demoSite.name, organisationId },
    })

    const policies = await listPolicies(write)
    const imagined = imagineCards({ random, units, policies, today })
    const setting = { random: randomFrom(seed + 2), units, policies, today, workdays: [] }
    const pilot = await makeLocalPilot(write, today)
    const { answers, others, visits } = imagineAnswers(setting, { unit: demoUnit, pilot, demoSite, now })
    const stories = { ...imagined.stories, ...answers }
    const cards = [...imagined.cards, ...Object.values(answers), ...others]
    const idOf = await writeCards(write, keys, cards, {
      issuer: actors.issuer,
      demoUnitId: demoUnit.id,
      consentVersion,
    })
    const { centre, 'coordinator-sote': coordinator, issuer } = actors
    await makeStock(write, { keys, units, centre, coordinator, issuer, now })
    await makeWellbeing(write, randomFrom(seed + 1), cards, idOf, today)
    await makeOrders(write, {
      ...{ keys, now, units },
      actors: { ...actors, coordinator: actors['coordinator-sote'] },
    })
    const uses = [...imagineUses({ random, sites, today, now }, imagined.cards, demoSite), ...visits]
    await writeUses(write, random, uses, idOf, {
      venue: actors.venue,
      intermediary: actors.intermediary,
      demoSiteId: demoSite.id,
      intermediated,
      now,
    })

    await makeLate(write, { demoSite, now })
    await makeCorrections(write, now)
    await makeJoining(write, pilot, { now, today })
    await makeLivingCommitments(write, {
      ...(await findCommitted(write, { unitId: demoUnit.id, siteId: demoSite.id })),
      ...{ actor: actors['coordinator-culture'], now },
    })
    await makeTrainings(write, { areaId: demoUnit.areaId, today, now })
    await makeInductions(write, {
      ...{ unit: demoUnit, site: demoSite, today, now },
      actors: { ...actors, coordinator: actors['coordinator-culture'] },
    })
    await makeSigning(write, {
      ...{ areaId: demoUnit.areaId, unitId: demoUnit.id, siteId: demoSite.id, now },
      actors: { coordinator: actors['coordinator-culture'] },
    })
    await makeCommitments(write, {
      ...{ keys, areaId: demoUnit.areaId, units, now },
      sites: [demoSite, ...sites.filter(({ id }) => id !== demoSite.id)],
      coordinator: actors['coordinator-culture'],
    })
    const { municipality_id: municipalityId } = await write
      .selectFrom('issuing_unit')
      .select('municipality_id')
      .where('id', '=', demoUnit.id)
      .executeTakeFirstOrThrow()
    const culture = actors['coordinator-culture']
    await makeNewcomers(write, { areaId: demoUnit.areaId, municipalityId, actor: culture, now })
    await makeMaterials(write, { areaId: demoUnit.areaId, today, now })
    const own = { areaId: demoUnit.areaId, unitId: demoUnit.id, siteId: demoSite.id }
    await makeModel(write, { ...own, actor: actors.centre, today, now })
    await makeNameUse(write, { organisationId, today, now })
    await makePrices(write, { sites, demoSite, today, now })
    await makePublishedYears(write)
    await makeTexts(write, { actor: actors.centre, now })
    await makeReportOrders(write, { areaId: demoUnit.areaId, now })
    await makeBrochures(write, { areaId: demoUnit.areaId, actor: actors['coordinator-culture'], now, today })
    const { issuer: asker, venue } = actors
    await makeGroupVisits(write, { unitId: demoUnit.id, siteId: demoSite.id, issuer: asker, venue, now })
    await makeMessages(write, {
      ...{ areaId: demoUnit.areaId, units, sites, today, now },
      ...{ centre, coordinator: actors['coordinator-culture'] },
    })
    await makeFeedback(write, { areaId: demoUnit.areaId, siteId: demoSite.id, coordinator, centre, now })
    await makeEvents(write, { sites, demoSite, actor: venue, now })
    await makeEventOddities(write, { demoSite, actor: venue, now })
    await makeUnrecognised(write, cards, idOf, { siteId: demoSite.id, actor: actors.venue, now })
    await makeBookings(write, cards, idOf, {
      random: randomFrom(seed + 2),
      demoSite,
      sites,
      actor: actors.venue,
      now,
    })
    const repeated = { random: randomFrom(seed + 3), demoSite, actor: actors.venue, now }
    await makeRepeats(write, cards, idOf, repeated)
    await makeSignals(write, { sites, units, demoSite, actor: centre, now })
    await countCohorts(write, today)
    await makeLists(write, { siteId: demoSite.id, actor: actors.venue, now })
    const shown = [...new Set(Object.values(stories))].filter(({ unit }) => unit.id === demoUnit.id)
    await writeLooks(write, shown, uses, { ...actors, demoSiteId: demoSite.id, idOf })

    const scoped = { scopes: keyScopes, expiresAt: lastKeyEnd(now), actor: actors.venue }
    const apiKey = await createSiteKey(write, { siteId: demoSite.id, name: 'Demo', ...scoped }, now)
    const built = { siteId: demoSite.id, name: 'Demo, harjoittelu', isTest: true, ...scoped }
    const testKey = await createSiteKey(write, built, now)
    // Not yet at the demo venue: to approve it is there to be tried.
    const siteIds = [...intermediated].filter((id) => id !== demoSite.id).slice(2)
    const { intermediary } = actors
    await makePrograms(write, { keys, organisationId: intermediaryId, siteIds, intermediary, now })
    const codes = Object.entries(stories).map(([story, { code }]) => [story, formatCode(code)])
    const facts = Object.fromEntries(codes) as Record<Story, string>
    const holder = pickHolder(cards, uses, today)
    await writeFacts(write, { siteId: demoSite.id, apiKey, testKey, cards: facts, holder, pages: mainPages })
  })
