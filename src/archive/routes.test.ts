import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putSigned } from '../../test/commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { verifyCommand } from '../cli/verify.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { unpackWithin } from '../lib/zip-guard.ts'
import { findCommitmentFaults } from '../signed-files/check-queries.ts'
import { faultText } from '../signed-files/check-rules.ts'
import { keepSigningKey, signingKeyOf } from '../signed-files/queries.ts'
import { verifyFile } from '../signed-files/verify-rules.ts'

let world: World
let site: MadeSite
let id: number
beforeAll(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  await keepSigningKey(world.db, world.keys, world.now())
  id = (await putSigned(world, site)).id
})
afterAll(() => world.end())

const at = (more = '') => `/fi/arkisto/sitoumus/${id}${more}`

test('a commitment gets its number, a package that anyone can check, and a decision when its time is over', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  expect(await (await keeper.get('/fi/arkisto')).text()).toContain('Diaarinumero puuttuu')
  expect(await (await keeper.post(at('/paketti'), {})).text()).toContain('Anna ensin diaarinumero')
  expect((await keeper.post(at(), { recordNumber: '', retentionClass: 'x' })).status).toBe(422)
  const unknown = await keeper.post(at(), { recordNumber: 'ESI/1', retentionClass: 'no-such' })
  expect(await unknown.text()).toContain('Valitse säilytysaika')
  const refused = await keeper.post(at(), { recordNumber: '131052-308T', retentionClass: 'ten-years' })
  expect(await refused.text()).toContain('Poista henkilötunnus')
  for (const recordNumber of ['ESI/12/2026', 'ESI/123/00.01.03/2026'])
    expect((await keeper.post(at(), { recordNumber, retentionClass: 'ten-years' })).status).toBe(303)
  const page = await (await keeper.get(at())).text()
  for (const said of ['ESI/123/00.01.03/2026', '31.5.2038', 'Aiemmat numerot', 'ESI/12/2026'])
    expect(page).toContain(said)

  // A package is made of signed files.
  expect(await (await keeper.post(at('/paketti'), {})).text()).toContain('Tee ensin allekirjoitetut')
  await keeper.post(`/fi/sitoumus/${id}/tiedostot`, {})
  expect((await keeper.post(at('/paketti'), {})).status).toBe(303)
  const [, path] = /href="([^"]+paketti\/\d+)"/.exec(await (await keeper.get(at())).text()) ?? []
  const bytes = Buffer.from(await (await keeper.get(path!)).arrayBuffer())
  const keys = [publicTextOf(signingKeyOf(world.keys))]
  expect(verifyFile(bytes, keys)).toMatchObject({ kind: 'package', findings: [] })
  const files = unpackWithin(bytes, 10_000_000)!
  expect(files.map(({ name }) => name)).toEqual([
    ...['manifest.json', 'event-4/evidence.json', 'event-4/commitment-fi.pdf', 'event-4/commitment-sv.pdf'],
    ...['event-4/commitment-en.pdf', 'metadata.json', 'metadata.csv'],
  ])
  const csv = files.at(-1)!.body.toString()
  expect(csv).toContain('recordNumber,ESI/123/00.01.03/2026,dcterms:identifier,')
  expect(csv).toContain('retentionPeriod,P10Y,dcterms:accrualPolicy,2.11.1 Säilytysajan pituus')

  // The same by the command, with the key alone.
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-'))
  const run = async (content: Uint8Array, key?: string) => {
    writeFileSync(join(folder, 'a.zip'), content)
    const printed: string[] = []
    if (verifyCommand.needsDatabase) throw new Error('it would ask a register')
    const code = await verifyCommand.run({
      ...{ words: [join(folder, 'a.zip')], options: { key }, now: world.now(), origin: '' },
      ...{ print: (line) => printed.push(line), note: () => {} },
    })
    return [code, printed.join('\n')] as const
  }
  try {
    expect((await run(bytes, keys[0]))[1]).toContain('The file is whole')
    const changed = Buffer.from(bytes)
    changed[500] = changed[500]! ^ 1
    expect(await run(changed, keys[0])).toEqual([1, expect.stringContaining('altered-file')])
    expect(await run(bytes, 'A'.repeat(43))).toEqual([1, expect.stringContaining('foreign-signature')])
    expect((await run(bytes))[1]).toContain('--key was not given')
  } finally {
    rmSync(folder, { recursive: true })
  }

  // Nothing is due before its time; then it waits for a decision, and keeping longer only puts it off.
  const decision = (given: Record<string, string>) =>
    keeper.post(at('/paatos'), { reason: 'Seulontapäätös', ...given })
  expect(await (await decision({ decision: 'disposed' })).text()).toContain('ei ole vielä ohi')
  const partner = await world.as({ role: 'venue', site })
  expect((await partner.get(at())).status).toBe(403)
  expect((await partner.get(path!)).status).toBe(403)
  world.later(13 * 366 * 24 * 60)
  const later = await world.as({ role: 'centre' })
  expect(await (await later.get('/fi/arkisto')).text()).toContain('Säilytysaika on ohi')
  const decide = (given: Record<string, string>) =>
    later.post(at('/paatos'), { reason: 'Seulontapäätös', ...given })
  expect((await decide({ decision: 'kept' })).status).toBe(422)
  expect(await (await decide({ decision: 'kept', keptUntil: '1.1.2027' })).text()).toContain('on jo mennyt')
  expect((await decide({ decision: 'kept', keptUntil: '31.12.2045' })).status).toBe(303)
  expect(await (await decide({ decision: 'disposed' })).text()).toContain('ei ole vielä ohi')
  const rows = await sql<{ n: string }>`select count(*) as n from archive_decision`.execute(world.db)
  expect(Number(rows.rows[0]!.n)).toBe(1)
  for (const statement of [
    sql`update archive_entry set record_number = 'x'`,
    sql`delete from archive_decision`,
  ])
    await expect(statement.execute(world.db)).rejects.toThrow('append-only')

  const elsewhere = await makeMunicipality(world.db, { area: 'Toinen alue' })
  const stranger = await world.as({ role: 'coordinator', areaId: elsewhere.areaId })
  for (const address of [at(), path!, at('/paatos')]) expect((await stranger.get(address)).status).toBe(404)
  expect(await (await stranger.get('/fi/arkisto')).text()).toContain('ei ole vielä mitään')
})

test('who rewrites the register by hand is found, each fault by its name', async () => {
  const told = async () => (await findCommitmentFaults(world.db)).faults.map(faultText)
  expect(await told()).toEqual([])
  const tables = ['commitment', 'commitment_event', 'commitment_party', 'signed_file']
  /** Does what only the owner of the database can, and takes it back. */
  const forged = async (statement: ReturnType<typeof sql>) => {
    let found: string[] = []
    await world.db
      .transaction()
      .execute(async (db) => {
        for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(db)
        await statement.execute(db)
        found = (await findCommitmentFaults(db as never)).faults.map(faultText)
        throw new Error('back')
      })
      .catch((error: Error) => expect(error.message).toBe('back'))
    return found
  }
  const of = `commitment ${id}`
  const cases: [ReturnType<typeof sql>, string[]][] = [
    [
      sql`update commitment_event set text = replace(text, 'Sari', 'Siru') where number = 3`,
      [`${of}, event 3 is altered`],
    ],
    [
      sql`delete from commitment_event where number = 2`,
      [
        `${of}, event 2 is missing`,
        `${of} is in a state that its events do not give`,
        `${of} holds other signatures than its events`,
      ],
    ],
    [
      sql`delete from commitment_event where number = 4`,
      [
        `${of} ends elsewhere than its chain`,
        `${of} is in a state that its events do not give`,
        `${of} holds other signatures than its events`,
      ],
    ],
    [
      sql`update commitment set document = jsonb_set(document, '{until}', '"2040-01-01"')`,
      [`${of} holds another text than was sent`],
    ],
    [sql`update commitment set version_hash = sha256('x')`, [`${of} holds another text than was sent`]],
    [
      sql`update commitment set state = 'waiting', signed_at = null`,
      [`${of} is in a state that its events do not give`],
    ],
    [sql`update commitment set head_hash = sha256('x')`, [`${of} ends elsewhere than its chain`]],
    [
      sql`update commitment_party set signed_at = null where position = 1`,
      [`${of} holds other signatures than its events`],
    ],
    [
      sql`update signed_file set body = body || 'x', sha256 = sha256(body || 'x') where kind = 'pdf' and language = 'fi'`,
      [expect.stringMatching(/^signed file \d+ of commitment \d+ is not what was issued$/)],
    ],
  ]
  for (const [statement, expected] of cases) expect(await forged(statement)).toEqual(expected)
  expect(await told()).toEqual([])
})
