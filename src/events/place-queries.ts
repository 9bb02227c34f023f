import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { foldText } from '../lib/fold-text.ts'
import type { MunicipalityNames } from '../network/rules.ts'
import { findHome } from '../postal-codes/queries.ts'
import { countryOf } from '../postal-codes/rules.ts'

/** A municipality as it was asked for; null where no such is known. */
export type AskedPlace = (MunicipalityNames & { id: number }) | null

/**
 * The municipality that somebody typed: its name in either language, or a postal code. From the day of a merger an old
 * name means the municipality that it became.
 */
export const findPlace = async (db: Read, typed: string, today: Day): Promise<AskedPlace> => {
  const digits = typed.replace(/\D/g, '')
  const byCode = /^(FIN?|AX|SE?)?[\s-]*\d{3}\s?\d{2}$/i.test(typed)
    ? (await findHome(db, { code: digits, country: countryOf(typed) }, { areaId: null, day: today })).home
        ?.municipalityId
    : undefined
  const { rows } = await sql<MunicipalityNames & { id: number }>`
    select case when merged_on <= ${today}::date then merged_into_id else id end as id,
      name_fi as "nameFi", name_sv as "nameSv" from municipality order by merged_on nulls first, id`.execute(
    db,
  )
  const asked = foldText(typed)
  return (
    rows.find(({ id, nameFi, nameSv }) =>
      byCode ? id === byCode : foldText(nameFi) === asked || foldText(nameSv ?? '') === asked,
    ) ?? null
  )
}
