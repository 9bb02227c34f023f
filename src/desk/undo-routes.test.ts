import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { makeSite } from '../../test/makers.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

const recordOne = async (children = 2) => {
  const { code } = await desk.card({ children })
  const { path } = await desk.open(code)
  await desk.post(path, { children: String(children) })
  return (await desk.uses()).at(-1)!.id
}

test('undo takes the tickets back from the statistics, and a second undo nothing more', async () => {
  const id = await recordOne()
  expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
  for (let time = 0; time < 2; time++) {
    const undone = await desk.post(`/fi/kassa/kaytot/${id}/kumoa`, { back: 'desk' })
    expect(undone).toMatchObject({ status: 303, to: `/fi/kassa?use=${id}` })
    expect(await desk.counted()).toEqual({ adults: 0, children: 0 })
  }
  const ready = await desk.get(`/fi/kassa?use=${id}`)
  expect(ready.text).toContain('Kirjaus on kumottu.')
  expect(ready.text).not.toContain('Kirjattu. Anna lippu.')
  expect(ready.text).toContain('Tänään kirjatut (0)')
  expect(await desk.world.db.selectFrom('use_cancellation').selectAll().execute()).toHaveLength(1)
  expect(await desk.uses()).toHaveLength(1)
  expect((await desk.audits('uses.cancel'))[0]!.subject).toMatchObject({ use: id })
})

test('undo from the day’s list leads back to it, and the row is struck', async () => {
  const id = await recordOne()
  const undone = await desk.post(`/fi/kassa/kaytot/${id}/kumoa`, { back: 'today' })
  expect(undone.to).toBe(`/fi/kassa/tanaan?use=${id}`)
  const list = await desk.get(undone.to)
  expect(list.text).toContain('Kirjaus on kumottu.')
  expect(list.text).toContain('Kumottu')
  expect(list.html).toContain('<s>1 aikuinen + 2 lasta</s>')
  expect(list.html).not.toContain(`/fi/kassa/kaytot/${id}/kumoa`)
})

test('undo is open until the day ends in Finland', async () => {
  const id = await recordOne()
  await desk.pass(12 * 60 - 1) // 23.59
  expect((await desk.get(`/fi/kassa?use=${id}`)).html).toContain('/kumoa"')
  desk.world.later(2)
  const nightShift = await desk.world.as({ role: 'venue', site: desk.site })
  expect((await desk.get(`/fi/kassa?use=${id}`, nightShift)).text).not.toContain('Kirjattu')
  const late = await desk.post(`/fi/kassa/kaytot/${id}/kumoa`, {}, nightShift)
  expect(late.status).toBe(422)
  expect(late.text).toContain('Kumoamisaika on päättynyt. Pyydä apua vastuuhenkilöltä.')
  expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
})

test('undo of a site that is not yours finds nothing', async () => {
  const id = await recordOne()
  const other = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
  expect((await desk.post(`/fi/kassa/kaytot/${id}/kumoa`, {}, other)).status).toBe(404)
  for (const wrong of ['1', 'undefined', '00000000-0000-7000-8000-000000000000', `${id}x`])
    expect((await desk.post(`/fi/kassa/kaytot/${wrong}/kumoa`)).status).toBe(404)
  expect((await desk.get(`/fi/kassa?use=${id}`, other)).text).not.toContain('Kirjattu. Anna lippu.')
  expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
  expect(desk.world.logged).toEqual([])
})
