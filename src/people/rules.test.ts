import { expect, test } from 'vitest'
import { endProblem, pageOf } from './rules.ts'

const facts = { isSelf: false, hasEnded: false, worksElsewhere: false, isLastCentre: false }
test.each([
  [{}, null],
  [{ isSelf: true, isLastCentre: true }, 'self'],
  [{ hasEnded: true }, 'ended'],
  [{ worksElsewhere: true }, 'elsewhere'],
  [{ isLastCentre: true }, 'last-centre'],
] as const)('ending with %j is refused as %s', (given, problem) =>
  expect(endProblem({ ...facts, ...given })).toBe(problem),
)

test.each([
  [null, 120, { page: 1, pages: 3 }],
  ['3', 120, { page: 3, pages: 3 }],
  ['9', 120, { page: 3, pages: 3 }],
  ['-1', 120, { page: 1, pages: 3 }],
  ['1', 0, { page: 1, pages: 1 }],
])('page %s of %i rows', (asked, total, page) => expect(pageOf(asked, total)).toEqual(page))
