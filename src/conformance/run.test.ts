import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sandboxCards } from '../uses/sandbox-rules.ts'
import { allCards } from './cards.ts'
import { allChecks } from './run.ts'

test('docs/conformance.md has every check with its promise, and no other', () => {
  const text = readFileSync('docs/conformance.md', 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  expect(rows).toEqual(allChecks.map(({ id, clause }) => `| \`${id}\` | ${clause} |`))
})

test('each check has an id of its own', () =>
  expect(new Set(allChecks.map(({ id }) => id)).size).toBe(allChecks.length))

test('the practice cards of the contract are those of this program', () =>
  expect(allCards.map(({ name, code, reason }) => ({ name, code, reason }))).toEqual(
    sandboxCards.map(({ name, code, refusal }) => ({ name, code, reason: refusal })),
  ))
