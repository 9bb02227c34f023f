import type { Write } from '../db/db.ts'
import { type DemoUser, demoEmail } from './people.ts'

/** The coordinator of culture is told of the reports of the own area by mail, and the centre of the country's. */
export const makeReportOrders = async (db: Write, { areaId, now }: { areaId: number; now: Date }) => {
  const order = async (user: DemoUser, level: 'area' | 'country', place_id: number | null) => {
    const { id } = await db
      .selectFrom('account_role as r')
      .innerJoin('account as a', 'a.id', 'r.account_id')
      .select('r.id')
      .where('a.email', '=', demoEmail(user))
      .executeTakeFirstOrThrow()
    await db
      .insertInto('report_order')
      .values({ account_role_id: id, level, place_id, ordered_at: now, told_until: 0 })
      .execute()
  }
  await order('coordinator-culture', 'area', areaId)
  await order('centre', 'country', null)
}
