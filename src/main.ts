import { parseArgs } from 'node:util'
import { inviteFirstAdministrator } from './accounts/invitation-queries.ts'
import { invitationDays } from './accounts/rules.ts'
import { paths } from './accounts/words.ts'
import { startSealing } from './audit/seal.ts'
import { startBatches } from './commitment-batches/make.ts'
import { type Config, readConfig } from './config.ts'
import { demoEmail, demoPassword, demoUsers } from './demo/people.ts'
import { readFacts } from './demo/queries.ts'
import { protectInThread } from './disclosure/protect-in-thread.ts'
import { openFetcher } from './events/fetch.ts'
import { startFetching } from './events/fetch-job.ts'
import { dayOf } from './lib/dates.ts'
import { startKeepingDeletions } from './lifetimes/keep-deletions.ts'
import { openPost, startSending } from './mail/send.ts'
import { startSendingMessages } from './messages/send.ts'
import { type OpenDatabase, openDatabase, sentenceOf } from './open-database.ts'
import { fillPages } from './pages/fill.ts'
import { fillPostalCodes } from './postal-codes/import.ts'
import { startClosing } from './publications/close-job.ts'
import { tellOfReports } from './reports/order-mail.ts'
import { answersInTime, type Listening, listen } from './server.ts'
import { startNoticing } from './signals/notice-job.ts'
import { keepSigningKey } from './signed-files/queries.ts'
import { forgetPast, keepHouse } from './sweep.ts'
import { keyOldAnswers } from './uses/answer-queries.ts'
import { newKeptPages } from './web/kept-pages.ts'
import { fill } from './web/paths.ts'
import { openPoster } from './webhooks/post.ts'
import { startDelivering } from './webhooks/send.ts'

const clock = () => new Date()
const say = (line: string) => console.log(line)
const anHour = 3_600_000

/** Work that goes on beside the requests; stopping waits for what is half done. */
type Job = { stop: () => Promise<void> }

const startJobs = (
  config: Config,
  { connection: { pool }, keys }: OpenDatabase,
  origin: string,
  { demo, localWebhooks }: { demo: boolean; localWebhooks: boolean },
): Job[] => {
  // While the database is away `/health` says so; what waits is done when it is back.
  const onError = async (error: unknown) => {
    if (await answersInTime(pool)) console.error(sentenceOf(error))
  }
  const common = { pool, clock, onError }
  const sealing = startSealing({ ...common, headsFile: config.auditHeadsFile, every: 30_000 })
  const keeping = startKeepingDeletions({ pool, file: config.deletionsFile, every: 10_000, onError })
  // Invented people get no letters.
  const onClosed = async (now: Date) => demo || tellOfReports(pool, now, origin)
  const closing = startClosing({
    ...common,
    protect: protectInThread,
    every: anHour,
    evenPast: demo,
    onClosed,
  })
  const poster = openPoster({ allowLocal: localWebhooks })
  const telling = startDelivering({ ...common, keys, post: poster, origin, every: 5_000 })
  const fetch = openFetcher({ allowLocal: localWebhooks })
  const fetching = startFetching({ ...common, fetch, every: 60_000 })
  const messaging = startSendingMessages({ ...common, origin, byMail: !demo, every: 15_000 })
  const noticing = startNoticing({ ...common, every: anHour })
  const making = startBatches({ ...common, keys, origin, every: 5_000 })
  const always = [sealing, keeping, closing, telling, fetching, messaging, noticing, making]
  if (config.smtpUrl === null) return always
  const post = openPost(config.smtpUrl, config.mailFrom)
  return [startSending({ ...common, post, every: 10_000 }), ...always]
}

/** Ends the program in good order: whoever is being served is answered first. */
const stopOnSignals = (server: Listening, opened: () => OpenDatabase | null, jobs: readonly Job[]) => {
  const stop = async () => {
    const database = opened()
    if (!database) process.exit(0) // nothing is half done: each step of the start is one transaction
    setTimeout(() => process.exit(1), 10_000).unref()
    await server.close(5_000)
    for (const job of jobs) await job.stop()
    await database.connection.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

const sayWhereDataLives = (engine: string, directory: string) => {
  if (engine === 'pglite')
    say(
      `The data is in the embedded database in ${directory}. A power cut can lose its latest entries: for real use, set DATABASE_URL to a PostgreSQL.`,
    )
}

const sayHowToTryIt = (origin: string) => {
  say('Everything in this demo is invented. Choose a role at the top of any page, or sign in with:')
  for (const { user } of demoUsers) say(`  ${demoEmail(user)}`)
  say(`The password of each is ${demoPassword}. For programs: ${origin}/demo/facts.json`)
}

const sayHowToBegin = (token: string, origin: string) => {
  say(
    `Nobody runs this Kaiku yet. This link makes the first account. It works once, for ${invitationDays} days:`,
  )
  say(`  ${origin}${fill(paths.invitation.fi, { token })}`)
}

const makeWorldOnce = async ({ connection: { pool }, keys }: OpenDatabase) => {
  if (await readFacts(pool)) return
  say('Making the demo world …')
  const { makeDemoWorld } = await import('./demo/world.ts')
  await makeDemoWorld(pool, keys, clock())
}

const start = async (demo: boolean) => {
  const config = readConfig(process.env)
  const server = await listen(config.host, config.port)
  const origin = config.publicUrl ?? `http://localhost:${server.port}`
  let ready: OpenDatabase | null = null
  const jobs: Job[] = []
  stopOnSignals(server, () => ready, jobs)

  // The program loads while the database opens: together they take half of the start.
  const [opened, { createApp, createBusyAnswer }] = await Promise.all([
    openDatabase(config, demo, clock()),
    import('./app.tsx'),
  ])
  const { pool, app: requests, read, engine } = opened.connection
  sayWhereDataLives(engine, config.dataDirectory)
  await pool.transaction().execute((db) => fillPostalCodes(db, opened.keys, dayOf(clock())))
  await pool.transaction().execute((db) => fillPages(db, clock()))
  await keyOldAnswers(pool, opened.keys)
  await keepSigningKey(pool, opened.keys, clock())
  if (opened.deletedAgain > 0)
    say(`Erased again what an older copy had brought back: ${opened.deletedAgain} cards and consents.`)
  if (demo) await makeWorldOnce(opened)
  // Invented people get no letters.
  const sweep = () => (demo ? forgetPast(pool, clock()) : keepHouse(pool, clock(), origin))
  await sweep()
  setInterval(() => sweep().catch((error) => console.error(sentenceOf(error))), anHour).unref()

  // A demo that others can reach has a public address; it must not call what runs beside it.
  const localWebhooks = demo && config.publicUrl === null
  const setting = {
    pool: requests,
    read,
    keys: opened.keys,
    clock,
    origin: () => origin,
    publicOrigin: config.publicUrl,
    demo,
    hasMailServer: config.smtpUrl !== null,
    localWebhooks,
    log: (line: string) => console.error(line),
  }
  const app = createApp(setting)
  const pages = newKeptPages()
  server.open({
    fetch: async (request, env) => pages.keep(request, await app.fetch(request, env)),
    findKept: pages.find,
    busy: createBusyAnswer(setting),
    isHealthy: () => answersInTime(pool),
  })
  ready = opened
  jobs.push(...startJobs(config, opened, origin, { demo, localWebhooks }))
  const invitation = demo ? null : await inviteFirstAdministrator(pool, clock())
  // Said last: whoever reads it may count on it that the start is over.
  say(`Kaiku answers at ${origin}`)
  if (demo) sayHowToTryIt(origin)
  if (invitation) sayHowToBegin(invitation, origin)
}

try {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  await start(values.demo)
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}
