import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { endpoints } from '../app.tsx'
import { useAdvice } from '../uses/problem-advice.ts'
import { type KnownProblems, templateOf } from '../web/openapi.ts'
import { generalProblems } from '../web/problem.ts'
import { generalAdvice } from '../web/problem-advice.ts'
import { paths } from './words.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test.each(['fi', 'sv', 'en'] as const)(
  'anyone reads in %s how to begin, and of every address',
  async (language) => {
    const reply = await world.anyone.get(paths.api[language])
    expect(reply.status).toBe(200)
    const html = await reply.text()
    for (const { method, path } of endpoints) expect(html).toContain(`${method} ${templateOf(path)}`)
    expect(html).toContain('/problems/card-expired')
    expect(html).toContain('curl http://localhost:3000/api/v1/me')
  },
)

test('every refusal that is named has a page, and the general ones say what to do in three languages', async () => {
  const known: KnownProblems = generalProblems
  for (const type of [...Object.keys(known), ...Object.keys(useAdvice)])
    expect((await world.anyone.get(`/problems/${type}`)).status).toBe(200)
  expect(Object.keys(generalAdvice).sort()).toEqual(Object.keys(known).sort())
  const page = await (await world.anyone.get('/problems/rate-limited', { 'accept-language': 'sv' })).text()
  expect(page).toContain('Vänta en stund')
  expect(page).toContain('Samma begäran kan skickas på nytt')
})
