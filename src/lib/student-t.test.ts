import { expect, test } from 'vitest'
import { studentQuantile } from './student-t.ts'

/** Printed tables: Fisher and Yates; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
test.each([
  [0.975, 1, 12.706],
  [0.975, 2, 4.303],
  [0.975, 5, 2.571],
  [0.975, 9, 2.262],
  [0.975, 29, 2.045],
  [0.975, 100, 1.984],
  [0.975, 100_000, 1.96],
  [0.95, 9, 1.833],
  [0.995, 4, 4.604],
  [0.999, 10, 4.144],
  [0.5, 7, 0],
])('the quantile of %d with %d degrees of freedom is %d', (probability, freedom, value) => {
  expect(studentQuantile(probability, freedom)).toBeCloseTo(value, 3)
})
