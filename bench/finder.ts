/**
 * The finder over 450 places in a hundred real municipalities, each with its terms, and 5,000 events: what one search
 * asks of the database; its page as it is sent to many (kept for a third of a minute) beside a bare string of the same
 * length; and, to know, the same page made anew for every request.
 * Goals: 20 ms of database time at most, half the bare rate at least, 50 KB uncompressed at most for a search.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startCluster } from '../scripts/lib/postgres.ts'
import { readKeys } from '../src/db/keys.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { sitesWithEvents } from '../src/events/queries.ts'
import { listNotices } from '../src/exceptions/queries.ts'
import { centres } from '../src/finder/centre-rules.ts'
import { listFinderSites } from '../src/finder/queries.ts'
import { addDays, dayOf } from '../src/lib/dates.ts'
import { instantOf } from '../src/lib/local-time.ts'
import { startBareServer } from './lib/bare-server.ts'
import { load } from './lib/http-load.ts'
import { makeRegister } from './lib/register.ts'
import { freePort, startServer } from './lib/server.ts'
import { median, printTable } from './lib/table.ts'

const rounds = 3
const seconds = 3
const clients = 8
const asks = 200

/** The register's municipalities get the names of real ones, so that there is a way from each to the other. */
const tellPlaces = async (url: string) => {
  const { pool, close } = await connectPostgres(url, 2)
  const names = centres.filter((_, nth) => nth % 3 === 0).map(({ nameFi }) => nameFi)
  await sql`update municipality set name_fi = n.name
    from unnest(${names}::text[]) with ordinality as n (name, nth) where municipality.id = n.nth`.execute(
    pool,
  )
  await sql`update site set for_children = id % 2 = 0, step_free = id % 3 = 0, no_booking = id % 5 = 0`.execute(
    pool,
  )
  await sql`insert into site_text (site_id, field, language, text, changed_at)
    select id, field, language, 'Varaa lippu kassalta ja kerro kortin tunnus, kun haet sen.', now() from site,
      unnest(array['how', 'included', 'children']) field, unnest(array['fi', 'sv', 'en']) language`.execute(
    pool,
  )
  await sql`insert into event (site_id, source, names, starts_at, made_at, changed_at, changed_by)
    select 1 + nth % 450, 'entered', '{"fi": "Konsertti"}', now() + nth % 180 * interval '1 day', now(), now(), 'bench'
    from generate_series(1, 5000) nth`.execute(pool)
  await sql`analyze`.execute(pool)
  const today = dayOf(new Date())
  const times: number[] = []
  for (let nth = 0; nth < asks; nth++) {
    const from = performance.now()
    const sites = await listFinderSites(pool, today, 'sv')
    await listNotices(pool, today)
    await sitesWithEvents(pool, instantOf(today, 0), instantOf(addDays(today, 7), 0))
    times.push(performance.now() - from)
    if (sites.length !== 450) throw new Error(`${sites.length} places, not 450`)
  }
  await close()
  return { databaseMs: median(times), town: names[0]! }
}

const folder = mkdtempSync(join(tmpdir(), 'kaiku-bench-'))
const cluster = await startCluster({ durable: true })
try {
  const keyFile = join(folder, 'bench.key')
  await makeRegister(cluster.url, readKeys(keyFile), { cards: 10, sites: 450 })
  const { databaseMs, town } = await tellPlaces(cluster.url)
  const port = await freePort()
  const environment = { DATABASE_URL: cluster.url, KAIKU_KEY_FILE: keyFile, DATA_DIR: join(folder, 'data') }
  const server = await startServer(environment, port)
  const rows = []
  const searches = {
    near: `/fi/kohteet?q=${encodeURIComponent('Hämeenlinna')}`,
    'near, in Arabic': `/ar/places?q=${encodeURIComponent(town)}`,
    'this week': '/fi/kohteet?when=week',
    all: '/fi/kohteet',
  }
  for (const [search, path] of Object.entries(searches)) {
    const page = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { 'accept-encoding': 'identity' },
    })
    const bytes = (await page.arrayBuffer()).byteLength
    const bare = await startBareServer(bytes)
    const ask = () => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: identity\r\n\r\n`
    await load(port, clients, 2, ask)
    let made = 0
    const askAnew = () => ask().replace(' HTTP', `${path.includes('?') ? '&' : '?'}n=${made++} HTTP`)
    const rates: { ours: number; bare: number; ratio: number; anew: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const ours = await load(port, clients, seconds, ask)
      const theirs = await load(bare.port, clients, seconds, ask)
      const anew = await load(port, clients, seconds, askAnew)
      rates.push({ ours: ours.rate, bare: theirs.rate, ratio: ours.rate / theirs.rate, anew: anew.rate })
    }
    bare.stop()
    const ratio = median(rates.map((rate) => rate.ratio))
    const isLight = search === 'all' || bytes <= 50 * 1024
    if (ratio < 0.5 || !isLight) process.exitCode = 1
    rows.push({
      search,
      KB: (bytes / 1024).toFixed(0),
      'pages/s': median(rates.map(({ ours }) => ours)).toFixed(0),
      'bare string/s': median(rates.map(({ bare: theirs }) => theirs)).toFixed(0),
      ratio: ratio.toFixed(2),
      'made anew/s': median(rates.map(({ anew }) => anew)).toFixed(0),
    })
  }
  await server.stop()
  printTable(rows)
  console.log(`\n${databaseMs.toFixed(1)} ms of database time a search (goal 20 or less)`)
  if (databaseMs > 20) process.exitCode = 1
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
