import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../test/browser.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { readConfig } from '../config.ts'
import type { Report } from '../conformance/report.ts'
import { allChecks, mostRequests } from '../conformance/run.ts'
import type { Command, Options } from './command.ts'
import { conformanceCommand } from './conformance.ts'
import { conformanceVerifyCommand } from './conformance-verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaiku-test-'))
const keyFile = join(folder, 'kaiku.key')
let world: World
let server: Awaited<ReturnType<typeof listen>>
let key: string
beforeAll(async () => {
  writeFileSync(keyFile, JSON.stringify({ version: 1, cardCode: randomBytes(32).toString('base64') }))
  world = await newWorld()
  server = await listen(world)
  const site = await makeSite(world.db, { category: 'culture' })
  await makeSite(world.db)
  const scopes = { scopes: keyScopes, expiresAt: lastKeyEnd(world.now()), isTest: true }
  key = await createSiteKey(world.db, { siteId: site.id, name: 'Esimerkkilippu', ...scopes }, world.now())
})
afterAll(async () => {
  await server.close()
  await world.end()
  rmSync(folder, { recursive: true })
})

const run = async (command: Command, words: string[], options: Options) => {
  if (command.needsDatabase) throw new Error('This command speaks HTTP alone')
  const [out, error]: [string[], string[]] = [[], []]
  const print = (line: string) => out.push(line)
  const note = (line: string) => error.push(line)
  const code = await command.run({ words, options, now: world.now(), origin: 'http://x', print, note })
  return { code, out: out.join('\n'), error: error.join('\n') }
}
const conformance = (options: Options, url = server.origin, file = keyFile) =>
  run(
    conformanceCommand(() => readConfig({ KAIKU_KEY_FILE: file, DATA_DIR: join(folder, 'data') })),
    [url],
    options,
  )
const verify = (file: string, options: Options = {}) => run(conformanceVerifyCommand, [file], options)

test('the program keeps the whole contract, and the report says so, signed', async () => {
  const file = join(folder, 'report.json')
  const { code, out, error } = await conformance({ key, save: file })
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const failed = report.results.filter(({ outcome }) => outcome !== 'pass')
  expect({ code, failed, error }).toEqual({ code: 0, failed: [], error: `The report is in ${file}.` })
  expect(report.results).toHaveLength(allChecks.length)
  expect(report.requests).toBeLessThan(mostRequests - 100)
  expect(out).toContain(`${allChecks.length} passed, 0 failed, 0 not applicable.`)
  expect(out).toContain(report.signature.publicKey)
  expect(out + JSON.stringify(report)).not.toContain(key)
  expect(world.logged).toEqual([])
  expect(await world.db.selectFrom('use').selectAll().execute()).toEqual([])

  const { publicKey } = report.signature
  expect(await verify(file)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`signed by ${publicKey}.`),
  })
  expect((await verify(file, { 'public-key': publicKey, json: true })).out).toBe(
    JSON.stringify({ outcome: 'whole', publicKey }),
  )
  const other = Buffer.alloc(32, 1).toString('base64url')
  expect(await verify(file, { 'public-key': other })).toMatchObject({
    code: 1,
    out: expect.stringContaining('another key'),
  })
  writeFileSync(file, readFileSync(file, 'utf8').replace('"requests": ', '"requests": 1'))
  expect(await verify(file)).toMatchObject({ code: 1, out: 'The report is not as it was signed.' })
}, 60_000)

test('what must not be done is refused before anything is sent', async () => {
  const live = key.replace('kk_test_', 'kk_live_')
  await expect(conformance({ key: live })).rejects.toThrow(/^This is a live key: it would record real uses/)
  await expect(conformance({})).rejects.toThrow('--key kk_test_')
  await expect(conformance({ key }, 'http://kaiku.example')).rejects.toThrow(/in clear/)
  const missing = join(folder, 'none.key')
  await expect(conformance({ key }, server.origin, missing)).rejects.toThrow(
    /^There is no key file .+--signing-key/,
  )
  expect(existsSync(missing)).toBe(false)
  await expect(conformance({ key, 'signing-key': keyFile })).rejects.toThrow(/no Ed25519 key/)
  await expect(conformance({ key }, 'http://127.0.0.1:9')).rejects.toThrow(
    /^The installation does not answer: /,
  )
  await expect(verify(join(folder, 'none.json'))).rejects.toThrow(/^There is no file/)
  expect(await verify(keyFile)).toMatchObject({ code: 1, out: 'This is no conformance report.' })
})
