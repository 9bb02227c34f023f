import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { paths } from '../desk/words.ts'
import { appPaths } from '../desk-app/words.ts'

let desk: DeskWorld
beforeAll(async () => {
  desk = await newDesk()
})
afterAll(() => desk.world.end())

const fetchAs = async (path: string, signedIn: boolean) =>
  signedIn ? desk.venue.get(path) : desk.world.anyone.get(path)

test.each(['fi', 'sv', 'en'] as const)(
  'what a browser keeps of the desk in %s is nobody’s',
  async (language) => {
    for (const path of [appPaths.shell, appPaths.worker, appPaths.manifest]) {
      const [own, foreign] = [await fetchAs(path[language], true), await fetchAs(path[language], false)]
      expect(own.status).toBe(200)
      const text = await own.text()
      expect(text).toBe(await foreign.text())
      expect(text).not.toContain(desk.site.name)
    }
  },
)

test('the worker keeps the shell and its parts alone, and all of them are there', async () => {
  const script = await (await fetchAs(appPaths.worker.fi, false)).text()
  const kept = JSON.parse(/^const kept=(.+);$/m.exec(script)![1]!)
  expect(kept).toMatchObject({ desk: paths.desk.fi, shell: appPaths.shell.fi })
  const shell = await (await fetchAs(kept.shell, false)).text()
  const used = [...shell.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  expect(used.length).toBeGreaterThan(3)
  expect(kept.parts).toEqual(expect.arrayContaining(used))
  for (const part of kept.parts) expect((await fetchAs(part, false)).status, part).toBe(200)
})

test('the manifest names pictures that are there', async () => {
  const manifest = JSON.parse(await (await fetchAs(appPaths.manifest.sv, false)).text())
  expect(manifest).toMatchObject({ lang: 'sv', start_url: '/sv/kassa', scope: '/sv/kassa' })
  for (const { src } of manifest.icons) {
    const icon = await fetchAs(src, false)
    expect(icon.headers.get('content-type')).toBe('image/png')
  }
  expect((await fetchAs('/desk-icons/icon-1.png', false)).status).toBe(404)
})

test('the application takes over a clean page, and leaves one that says what is wrong', async () => {
  const clean = await desk.get(paths.desk.fi)
  expect(clean.html).toContain(`"at":{"siteId":${desk.site.id},"event":null}`)
  const refused = await desk.check('')
  expect(refused.status).toBe(422)
  expect(refused.html).not.toContain('desk-app')
})
