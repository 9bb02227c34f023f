import { afterEach, beforeEach, expect, test } from 'vitest'
import { organisationOf, putSent, someParty, write } from '../../test/commitments.ts'
import { type MadeSite, makeAccount, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listParties } from '../commitments/queries.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { askParties, listReaders } from './asking-queries.ts'
import { askingLetters } from './letter-words.ts'

let world: World
let site: MadeSite
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
})
afterEach(() => world.end())

const letters = () =>
  world.db
    .selectFrom('mail')
    .select(['kind', 'recipient', 'language', 'text_body as text'])
    .orderBy('made_at')
    .execute()

test('each party is asked in its own way, each address once, and the code stands in no letter', async () => {
  const coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId }, 'sv')
  const organisationId = await organisationOf(world, site)
  await world.db
    .insertInto('contact_person')
    .values([
      { site_id: site.id, name: 'Tuuli', email: 'tuuli@teatteri.example', made_at: world.now() },
      { site_id: site.id, name: 'Sari', email: 'Sari@Esimerkkila.example', made_at: world.now() },
    ])
    .execute()
  const { id } = await putSent(world, site, {
    bindingLanguage: 'sv',
    parties: [
      someParty({ side: 'county', name: 'Esimerkkialue' }),
      someParty({
        side: 'municipality',
        name: 'Esimerkkilä',
        way: 'link',
        signatory: { name: 'Sari', title: null, email: 'sari@esimerkkila.example' },
      }),
      someParty({ side: 'culture', name: site.name, organisationId, siteId: site.id }),
    ],
  })
  const ask = (partyIds?: number[]) =>
    world.requests.transaction().execute(async (db) => {
      await actBy(db, proofOfSession(proofOfToken(coordinator.token)))
      return askParties(db, {
        ...{ commitmentId: id, keys: world.keys, origin: 'https://k.example', now: world.now() },
        letters: askingLetters,
        ...(partyIds ? { partyIds } : {}),
      })
    })
  const [county, municipality] = await listParties(world.db, id)
  const codes = await ask()
  expect(codes).toEqual([{ partyId: municipality!.id, code: expect.stringMatching(/^\d{6}$/) }])
  const sent = await letters()
  const found = sent.map(({ kind, recipient, language }) => [kind, recipient, language])
  expect(found).toHaveLength(3)
  expect(found).toContainEqual(['commitment-link', 'sari@esimerkkila.example', 'sv'])
  expect(found).toContainEqual(['commitment-sign', 'tuuli@teatteri.example', 'sv'])
  expect(found.filter(([kind]) => kind === 'commitment-sign')).toHaveLength(2)
  expect(sent.some(({ text }) => text!.includes(codes[0]!.code))).toBe(false)
  expect(sent.find(({ kind }) => kind === 'commitment-link')!.text).toMatch(/\/sv\/underskrift\/[\w-]{43}\n/)
  expect(sent.find(({ kind }) => kind === 'commitment-sign')!.text).toContain(`/sv/forbindelse/${id}\n`)

  expect(await ask([county!.id])).toEqual([])
  expect(await letters()).toHaveLength(4)
  // What is nobody's business is told to nobody.
  const commitment = { id, bindingLanguage: 'fi' } as const
  expect(await world.read((db) => listReaders(db, commitment))).toEqual([])
  const other = await world.as({ role: 'venue', site: await makeSite(world.db) })
  const seen = await world.read(
    (db) => listReaders(db, commitment),
    proofOfSession(proofOfToken(other.token)),
  )
  expect(seen).toEqual([])
  expect(await write(world, (db) => listReaders(db, commitment))).toHaveLength(4)
})

test('who signs with an account is asked beside the contact persons, who may have none', async () => {
  await makeAccount(world.db, world.now(), {
    role: 'venue',
    siteId: site.id,
    email: 'lippu@teatteri.example',
  })
  await world.db
    .insertInto('contact_person')
    .values({ site_id: site.id, name: 'Tuuli', email: 'tuuli@teatteri.example', made_at: world.now() })
    .execute()
  const organisationId = await organisationOf(world, site)
  const askedWhen = async (way: 'account' | 'paper') => {
    const venue = someParty({ side: 'venue', name: site.name, organisationId, siteId: site.id, way })
    const parties = [someParty({ side: 'area', name: 'Alue' }), venue]
    const { id } = await putSent(world, site, { kind: 'venue', parties })
    const readers = await write(world, (db) => listReaders(db, { id, bindingLanguage: 'fi' }))
    return readers.map(({ email }) => email).sort()
  }
  expect(await askedWhen('account')).toEqual(['lippu@teatteri.example', 'tuuli@teatteri.example'])
  // Of a paper nobody needs an account to know.
  expect(await askedWhen('paper')).toEqual(['tuuli@teatteri.example'])
})
