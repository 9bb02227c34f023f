import { expect, it } from 'vitest'
import pg from 'pg'
it('answers', async () => { const c = new pg.Client(process.env.TEST_POSTGRES_URL); await c.connect(); expect((await c.query('select 1 as a')).rows).toEqual([{a:1}]); await c.end(); expect(process.env.TEST_ENGINE).toBe('postgres') })
