import { randomUUID } from 'node:crypto'
import type { SignedDetails } from '../src/commitments/event-rules.ts'
import { makeLink, openLink } from '../src/commitments/link-queries.ts'
import type { Draft } from '../src/commitments/queries.ts'
import { listParties, makeDraft, sendDraft } from '../src/commitments/queries.ts'
import type { Content, NewParty, Party, Texts } from '../src/commitments/rules.ts'
import { sign } from '../src/commitments/sign-queries.ts'
import type { Write } from '../src/db/db.ts'
import { newToken, proofOfToken } from '../src/web/session-cookie.ts'
import type { MadeSite } from './makers.ts'
import type { World } from './world.ts'

const inThree = (text: string): Texts => ({ fi: text, sv: `${text} (sv)`, en: `${text} (en)` })

export const someContent = (): Content => ({
  title: inThree('Kumppanuussitoumus'),
  summary: inThree('Kortti käy samoin ehdoin kaikkialla.\nLippu on asiakkaalle maksuton.'),
  clauses: [
    {
      number: '1',
      heading: inThree('Toimintamalli'),
      text: inThree('Kumppanit noudattavat toimintamallia.'),
    },
    { number: '2', heading: inThree('Tarjonta'), text: inThree('Kohde antaa liput maksutta.') },
  ],
  additions: null,
  template: null,
})

export const someParty = (given: Partial<NewParty> & Pick<NewParty, 'side' | 'name'>): NewParty => ({
  organisationId: null,
  unitId: null,
  siteId: null,
  businessId: null,
  signatory: null,
  way: 'account',
  ...given,
})

/** A county, a municipality and a theatre: the last by its people's accounts, unless told otherwise. */
export const threeParties = (site: MadeSite, organisationId: number): NewParty[] => [
  someParty({ side: 'county', name: 'Esimerkkialueen hyvinvointialue' }),
  someParty({
    side: 'municipality',
    name: 'Esimerkkilä',
    way: 'link',
    signatory: { name: 'Sari Sivistysjohtaja', title: 'sivistysjohtaja', email: 'sari@esimerkkila.example' },
  }),
  someParty({ side: 'culture', name: site.name, organisationId, siteId: site.id }),
]

export const organisationOf = async ({ db }: World, site: MadeSite): Promise<number> =>
  (
    await db
      .selectFrom('site')
      .select('organisation_id as id')
      .where('id', '=', site.id)
      .executeTakeFirstOrThrow()
  ).id

/** Runs a deed as the owner of the tables. */
export const write = <T>({ db }: World, run: (db: Write) => Promise<T>): Promise<T> =>
  db.transaction().execute(run)

/** A commitment that waits for its signatures. @returns its id and its version */
export const putSent = async (
  world: World,
  site: MadeSite,
  given: Partial<Draft> = {},
): Promise<{ id: number; version: string }> => {
  const organisationId = await organisationOf(world, site)
  return write(world, async (db) => {
    const id = await makeDraft(
      db,
      {
        kind: 'partnership',
        areaId: site.municipality.areaId,
        modelNumber: 1,
        bindingLanguage: 'fi',
        content: someContent(),
        from: '2026-06-01',
        until: '2028-05-31',
        answerUntil: '2026-06-30',
        earlierId: null,
        parties: threeParties(site, organisationId),
        ...given,
      },
      world.now(),
    )
    const sent = await sendDraft(db, id, { actor: 'account:test', now: world.now(), today: '2026-05-04' })
    if (typeof sent === 'string') throw new Error(sent)
    return { id, version: sent.version }
  })
}

/** What every signature of a test says of whoever gave it. */
const signedAs = (version: string, name: string, title: string) =>
  ({
    version,
    name,
    title,
    right: { basis: 'position', reference: null },
    statement: 'right-1',
    language: 'fi',
  }) as const

/** A signature as a party's way has it: with an account, by a link that was sent and opened, or, for the theatre, on paper. */
const detailsFor = async (
  world: World,
  db: Write,
  { id, version }: { id: number; version: string },
  party: Party,
): Promise<SignedDetails> => {
  const now = world.now()
  const name = party.signatory?.name ?? `Allekirjoittaja: ${party.name}`
  const common = signedAs(version, name, party.signatory?.title ?? 'johtaja')
  if (party.side === 'culture')
    return {
      ...common,
      way: 'paper',
      scan: 'ab'.repeat(32),
      signedOn: '2026-05-04',
      takenInBy: 'account:test',
    }
  if (party.way !== 'link') return { ...common, way: 'account', account: randomUUID(), provider: null }
  const email = party.signatory?.email ?? ''
  const proof = proofOfToken(newToken())
  const link = await makeLink(db, world.keys, {
    ...{ commitmentId: id, partyId: party.id, round: 1, email, proof, now },
  })
  await openLink(db, world.keys, { proof, bond: proofOfToken(newToken()), code: link.code, now })
  return { ...common, way: 'link', link: link.id, email }
}

/**
 * A commitment that all three signed: the county with an account, the municipality by its link, the theatre on paper.
 * @returns its id and its version
 */
export const putSigned = async (
  world: World,
  site: MadeSite,
  given: Partial<Draft> = {},
): Promise<{ id: number; version: string }> => {
  const sent = await putSent(world, site, given)
  const by = { actor: 'account:test', now: world.now(), today: '2026-05-04' }
  for (const party of await listParties(world.db, sent.id))
    await write(world, async (db) => {
      const signed = await sign(db, sent.id, party.id, await detailsFor(world, db, sent, party), by)
      if (typeof signed === 'string') throw new Error(signed)
    })
  return sent
}
