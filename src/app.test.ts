import { expect, test } from 'vitest'
import { routes } from './app.tsx'
import { pathsOf } from './web/route.tsx'

test('no address is two rows’, in any language: the first would hide the second', () => {
  const addresses = routes.flatMap((row) =>
    pathsOf(row).map(({ path }) => `${row.method} ${path.replace(/:\w+/g, ':name')}`),
  )
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})
