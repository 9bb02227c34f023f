import { z } from 'zod'
import { languages } from '../commitments/rules.ts'
import { chosen, chosenId, freeDay, neededDay } from '../web/form-fields.ts'
import type { PlaceRef } from './queries.ts'
import { batchKinds, mostPartners } from './rules.ts'
import type { BatchProblem } from './words.ts'

/** A ticked partner as a field has it, such as `site-12`. */
export const placeField = ({ kind, id }: PlaceRef): string => `${kind}-${id}`

const placesIn = (typed: Record<string, unknown>): PlaceRef[] =>
  Object.entries(typed).flatMap(([name, value]) => {
    const [, kind, id] = /^(site|unit)-([1-9]\d{0,8})$/.exec(name) ?? []
    return kind !== undefined && value === 'yes' ? [{ kind: kind as PlaceRef['kind'], id: Number(id) }] : []
  })

/** A batch: a tick for each partner, and the days of all of them. */
export const BatchForm = z
  .object({
    kind: chosen('kind', batchKinds),
    area: chosenId('area'),
    from: neededDay('from'),
    until: freeDay('until'),
    answer: neededDay('answer'),
    binding: chosen('binding', languages),
  })
  .catchall(z.string())
  .transform(({ kind, area, from, until, answer, binding, ...typed }, context) => {
    const places = placesIn(typed)
    const say = (path: string, message: BatchProblem | 'until-early') =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (places.length === 0) say('partners', 'partners-missing')
    if (places.length > mostPartners) say('partners', 'partners-many')
    if (until !== null && until < from) say('until', 'until-early')
    return {
      ...{ kind, places, areaId: area },
      terms: { from, until, answerUntil: answer, bindingLanguage: binding },
    }
  })

export const batchDeeds = ['start', 'pause', 'retry', 'delete'] as const
/** What is done with a batch. */
export const StateForm = z.object({ deed: z.enum(batchDeeds, 'not-possible') })

/** A button that asks nothing. */
export const CodesForm = z.object({})
