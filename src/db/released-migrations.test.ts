import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * A migration that somebody has applied is never changed again, not even a comment: at its next start their database
 * would refuse the program. A new one is added to the list with `sha256sum` when it is released.
 */
const here = import.meta.dirname
const released = readFileSync(join(here, 'released-migrations.txt'), 'utf8').trimEnd().split('\n')

test('there are released migrations', () => expect(released.length).toBeGreaterThan(70))

test.each(released.map((line) => line.split('  ').reverse() as [string, string]))(
  '%s is as it was released',
  (name, digest) =>
    expect(
      createHash('sha256')
        .update(readFileSync(join(here, 'migrations', name)))
        .digest('hex'),
    ).toBe(digest),
)
