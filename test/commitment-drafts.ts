import { makeBatch } from '../src/commitment-batches/queries.ts'
import { findModelNumber } from '../src/commitment-drafts/model-queries.ts'
import { startDraft } from '../src/commitment-drafts/queries.ts'
import { findTemplate } from '../src/commitment-templates/queries.ts'
import { sendDraft } from '../src/commitments/queries.ts'
import type { Kind } from '../src/commitments/rules.ts'
import { addDays, dayOf } from '../src/lib/dates.ts'
import { write } from './commitments.ts'
import type { MadeSite } from './makers.ts'
import type { World } from './world.ts'

/** A draft with a site, as step one leaves it. @returns its id */
export const putDraft = (
  world: World,
  site: Pick<MadeSite, 'id'>,
  given: { kind?: Kind; isSent?: boolean } = {},
): Promise<number> =>
  write(world, async (db) => {
    const now = world.now()
    const today = dayOf(now)
    const partner = { kind: 'site', id: site.id } as const
    const id = await startDraft(db, { kind: given.kind ?? 'venue', partner }, { now, today })
    if (id === null) throw new Error('no draft')
    if (!given.isSent) return id
    const sent = await sendDraft(db, id, { actor: 'account:test', now, today })
    if (typeof sent === 'string') throw new Error(sent)
    return id
  })

/** A batch that is not begun, to sites of one area. @returns its id */
export const putBatch = (
  world: World,
  sites: readonly Pick<MadeSite, 'id' | 'municipality'>[],
  actor = 'account:test',
): Promise<number> =>
  write(world, async (db) => {
    const now = world.now()
    const today = dayOf(now)
    const { madeAt: _, ...template } = await findTemplate(db, 'venue')
    return makeBatch(
      db,
      {
        ...{ kind: 'venue', areaId: sites[0]!.municipality.areaId, template, additions: null },
        modelNumber: await findModelNumber(db),
        terms: { from: today, until: null, answerUntil: addDays(today, 30), bindingLanguage: 'fi' },
        places: sites.map(({ id }) => ({ kind: 'site', id })),
      },
      { now, actor },
    )
  })
