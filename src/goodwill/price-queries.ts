import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import type { PriceList } from './rules.ts'

/** Every price list of a site, those taken back too, the latest day first. */
export const listPriceLists = async (db: Read, { id }: Owner): Promise<PriceList[]> => {
  const { rows } = await sql<PriceList>`
    select l.id, l.valid_from as "validFrom", l.taken_back_at as "takenBackAt",
      (select coalesce(jsonb_object_agg(p.kind, jsonb_build_object('adult', p.adult_cents, 'child', p.child_cents)), '{}')
        from price p where p.list_id = l.id) as prices
    from price_list l where l.site_id = ${id}
    order by l.valid_from desc, l.id desc`.execute(db)
  return rows
}

/** The kinds of tickets that a site gives. */
export const listKinds = async (db: Read, { id }: Owner): Promise<UseKind[]> => {
  const row = await db.selectFrom('site').select('kinds').where('id', '=', id).executeTakeFirstOrThrow()
  return useKinds.filter((kind) => row.kinds.includes(kind))
}

/** Adds a list. @returns false when one begins on that day already */
export const addPriceList = async (
  db: Write,
  { id }: Owner,
  { validFrom, prices }: Pick<PriceList, 'validFrom' | 'prices'>,
  now: Date,
): Promise<boolean> => {
  const added = await db
    .insertInto('price_list')
    .values({ site_id: id, valid_from: validFrom, made_at: now })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'valid_from']).where('taken_back_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  const rows = useKinds.flatMap((kind) => {
    const price = prices[kind]
    return price ? [{ list_id: added.id, kind, adult_cents: price.adult, child_cents: price.child }] : []
  })
  await db.insertInto('price').values(rows).execute()
  return true
}

/** Takes a list back as wrong; it stays to be seen. @returns whether there was one that stood */
export const takeBackList = async (db: Write, { id }: Owner, list: number, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('price_list')
    .set({ taken_back_at: now })
    .where('id', '=', list)
    .where('site_id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets a list that was taken back stand again. @returns false when another begins on its day by now */
export const giveBackList = async (db: Write, { id }: Owner, list: number): Promise<boolean> => {
  const { rows } = await sql`
    update price_list l set taken_back_at = null
    where l.id = ${list} and l.site_id = ${id} and l.taken_back_at is not null and not exists (
      select from price_list o where o.site_id = l.site_id and o.valid_from = l.valid_from and o.taken_back_at is null)
    returning l.id`.execute(db)
  return rows.length > 0
}
