/**
 * People and robots are told apart without asking anyone else, without pictures, and without stopping a person: what looks
 * odd is asked again, and what looks very odd is asked one plain question.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The form is kept for all and given to many for a while: its stamp says when it was made, and nothing of who reads it. */
export type Stamp = { text: string; madeAt: number; number: number }

/** Seconds. The same within ten of them, so that a page that did not change is not sent anew. */
const grain = 10
/** Seconds. Nobody reads and writes in less. */
const quickest = 3
/** Seconds. A day: who is interrupted may come back. */
const oldest = 86_400
/** So many addresses of the web in one message are rarely a person's. */
const manyLinks = 3

const markOf = (key: Uint8Array, made: string) =>
  createHmac('sha256', key).update(`kk-feedback-stamp-v1\0${made}`).digest()

const stampAt = (key: Uint8Array, madeAt: number): Stamp => {
  const made = madeAt.toString(36)
  const mark = markOf(key, made)
  // One of 1–8: what comes after it is one digit, whatever the language.
  return { text: `${made}.${mark.toString('base64url', 0, 12)}`, madeAt, number: (mark[31]! % 8) + 1 }
}

export const newStamp = (key: Uint8Array, now: Date): Stamp =>
  stampAt(key, Math.floor(now.getTime() / 1000 / grain) * grain)

/** @returns null when it is none of ours */
export const readStamp = (key: Uint8Array, text: string): Stamp | null => {
  const [, made] = /^([0-9a-z]{1,9})\.[\w-]{16}$/.exec(text) ?? []
  if (made === undefined) return null
  const stamp = stampAt(key, Number.parseInt(made, 36))
  const [ours, theirs] = [Buffer.from(stamp.text), Buffer.from(text)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? stamp : null
}

/** Seconds since it was made. */
const ageOf = (stamp: Stamp, now: Date) => now.getTime() / 1000 - stamp.madeAt

/** Whether a form that comes back keeps its stamp: a new one would make a quick person quick again. */
export const isUsable = (stamp: Stamp | null, now: Date): stamp is Stamp =>
  stamp !== null && ageOf(stamp, now) >= 0 && ageOf(stamp, now) <= oldest

/** Digits as they are written in the reader's script. */
const digitOf = (typed: string): number | null => {
  const western = typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  const [digits] = /\d+/.exec(western) ?? []
  return digits === undefined ? null : Number(digits)
}

type Sent = {
  stamp: Stamp | null
  now: Date
  /** What stands in the field that nobody sees. */
  trap: string
  message: string
  /** Much has come from the same machine lately. */
  isBusy: boolean
  /** What was answered to the plain question; empty when it was not asked. */
  answer: string
}
export type Doubt = { field: '' | 'answer'; problem: 'too-fast' | 'too-old' | 'question' | 'question-wrong' }

/** What to ask before a message is taken; null when it is taken. */
export const doubtOf = ({ stamp, now, trap, message, isBusy, answer }: Sent): Doubt | null => {
  if (!isUsable(stamp, now)) return { field: '', problem: 'too-old' }
  if (ageOf(stamp, now) < quickest) return { field: '', problem: 'too-fast' }
  const links = message.match(/https?:\/\/|www\./gi)?.length ?? 0
  if (trap.trim() === '' && links < manyLinks && !isBusy) return null
  if (answer.trim() === '') return { field: 'answer', problem: 'question' }
  return digitOf(answer) === stamp.number + 1 ? null : { field: 'answer', problem: 'question-wrong' }
}
