import type { KeptArea } from '../areas/queries.ts'
import { listPolicies } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { contentOf, type Draft } from './content-rules.ts'
import { paperWords } from './paper-words.ts'
import { type Register, readRegister } from './queries.ts'
import type { Content } from './rules.ts'

type Prepared = { register: Register; contentWith: (draft: Draft) => Content }

/** Reads what a brochure of the area can hold today; a draft then says what it does hold. */
export const prepare = async (
  db: Read,
  area: KeptArea,
  { today, origin }: { today: Day; origin: string },
): Promise<Prepared> => {
  const register = await readRegister(db, area.id, today)
  const { childAge, validityMonths, minimumAge, communityChildAge } = policyOn(await listPolicies(db), today)
  const words = paperWords({
    ...{ childAge, minimumAge, communityChildAge, months: validityMonths },
    isLocalOnly: register.isLocalOnly,
  })
  const { id, name, nameSv } = area
  return {
    register,
    contentWith: (draft) => contentOf({ ...register, words, origin, area: { id, name, nameSv } }, draft),
  }
}
