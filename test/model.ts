import type { SignedDetails } from '../src/commitments/event-rules.ts'
import { listParties, makeDraft, sendDraft } from '../src/commitments/queries.ts'
import type { Kind, NewParty, Side } from '../src/commitments/rules.ts'
import { sign } from '../src/commitments/sign-queries.ts'
import { type Day, dayOf } from '../src/lib/dates.ts'
import { addConsequence, type NewConsequence } from '../src/model/follow-queries.ts'
import { addPoint, makeNextVersion, publishVersion } from '../src/model/queries.ts'
import { someContent, someParty, write } from './commitments.ts'
import type { World } from './world.ts'

const inThree = (text: string) => ({ fi: text, sv: `${text} (sv)`, en: `${text} (en)` })

/** The next version, with one point more, published from a day. @returns its number */
export const putNextVersion = (
  world: World,
  from: Day,
  follows: readonly Pick<NewConsequence, 'side' | 'kind' | 'graceDays'>[] = [],
): Promise<number> =>
  write(world, async (db) => {
    const now = world.now()
    const version = (await makeNextVersion(db, now))!
    const point = { heading: inThree('Palaute'), text: inThree('Palautteeseen vastataan viikossa.') }
    await addPoint(db, version, { chapter: 2, marks: ['venues'], ...point }, now)
    for (const one of follows)
      await addConsequence(db, { ...one, version, from: dayOf(now) }, { actor: 'test', now })
    await publishVersion(db, version, from, now)
    return version
  })

/** A commitment of the centre and one organisation. @returns its id */
export const putCommitment = (
  world: World,
  given: {
    model: number
    kind: Kind
    party: Pick<NewParty, 'side' | 'name'> & Partial<NewParty>
    from: Day
    until?: Day
  },
): Promise<number> =>
  write(world, async (db) => {
    const [now, today] = [world.now(), dayOf(world.now())]
    const id = await makeDraft(
      db,
      {
        ...{
          kind: given.kind,
          areaId: null,
          modelNumber: given.model,
          bindingLanguage: 'fi',
          earlierId: null,
        },
        ...{ content: someContent(), from: given.from, until: given.until ?? null, answerUntil: today },
        parties: [someParty({ side: 'centre', name: 'Kaikukeskus' }), someParty(given.party)],
      },
      now,
    )
    const sent = await sendDraft(db, id, { actor: 'test', now, today })
    if (typeof sent === 'string') throw new Error(sent)
    return id
  })

/** Its parties sign it, on paper: both, or those of these sides. */
export const signOnPaper = (world: World, id: number, sides?: readonly Side[]): Promise<void> =>
  write(world, async (db) => {
    const { version } = await db
      .selectFrom('commitment')
      .select((eb) => eb.fn<string>('encode', ['version_hash', eb.val('hex')]).as('version'))
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const [now, today] = [world.now(), dayOf(world.now())]
    for (const party of await listParties(db, id)) {
      if (sides && !sides.includes(party.side)) continue
      const details: SignedDetails = {
        version,
        name: 'Tiina Testaaja',
        title: null,
        right: { basis: 'position', reference: null },
        statement: 'right-1',
        language: 'fi',
        way: 'paper',
        scan: 'ab'.repeat(32),
        signedOn: today,
        takenInBy: 'test',
      }
      const signed = await sign(db, id, party.id, details, { actor: 'test', now, today })
      if (typeof signed === 'string') throw new Error(signed)
    }
  })
