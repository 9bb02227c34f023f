import type { Draft } from '../src/commitments/queries.ts'
import { makeDraft, sendDraft } from '../src/commitments/queries.ts'
import type { Content, NewParty, Texts } from '../src/commitments/rules.ts'
import type { Write } from '../src/db/db.ts'
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
