import { expect, it } from 'vitest'
it('b', () => { expect(process.env.TEST_ENGINE).toBe('pglite') })
