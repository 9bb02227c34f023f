import { createHmac } from 'node:crypto'
import type { Reading } from '../lib/readings.ts'
import { codeHash, readCode } from './rules.ts'

/** A code as a cell of an import file has it. */
export type CardCode = { canonical: string; exact: string; isNew: boolean }

export const aCode: Reading<CardCode> = (text) => {
  // 12345678901 saved by a spreadsheet: the digits of the code are lost.
  if (/^\d[.,]\d+E\+\d+$/i.test(text)) return { reason: 'is a number that a spreadsheet has shortened' }
  const { legacy, fresh, problem } = readCode(text)
  if (legacy === '')
    return { reason: problem === 'too-long' ? 'is too long for a card code' : 'is no card code' }
  return { value: { canonical: fresh ?? legacy, exact: legacy, isNew: fresh !== null } }
}

export const hashOf = (key: Uint8Array, code: CardCode | null | undefined) =>
  code && codeHash(key, code.canonical)

/** Of the code exactly as it stands, where that is another: a legacy code wins as it stands. */
export const exactHashOf = (key: Uint8Array, code: CardCode | null | undefined) =>
  code && code.exact !== code.canonical ? codeHash(key, code.exact) : null

/** Tells whether two lines have one code in the same writing. */
export const typedHash = (key: Uint8Array, text: string) =>
  createHmac('sha256', key).update(`kk-import-typed\0${text}`).digest()
