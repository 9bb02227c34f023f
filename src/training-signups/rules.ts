import type { Training } from '../trainings/rules.ts'

/** Where somebody stands in the queue of a training: 1 is the first, 0 is nowhere; and how many stand in it. */
export type Queue = { taken: number; own: number }

/** `waiting`: in the queue behind those who have the seats. */
export type Seat = 'none' | 'seat' | 'waiting'
/** @param seats null means that there is room for everybody */
export const seatOf = (own: number, seats: number | null): Seat => {
  if (own === 0) return 'none'
  return seats === null || own <= seats ? 'seat' : 'waiting'
}

/** How many seats nobody has; null where there is room for everybody. */
export const freeSeats = ({ taken }: Pick<Queue, 'taken'>, seats: number | null): number | null =>
  seats === null ? null : Math.max(0, seats - taken)

export type ClosedWhy = 'elsewhere' | 'cancelled' | 'begun'

/** Why nobody can sign up for it any more, or null. */
export const closedWhy = (
  training: Pick<Training, 'takesSignUp' | 'cancelledAt' | 'startsAt'>,
  now: Date,
): ClosedWhy | null => {
  if (!training.takesSignUp || training.startsAt === null) return 'elsewhere'
  if (training.cancelledAt) return 'cancelled'
  return training.startsAt <= now ? 'begun' : null
}

/** What is told to those who signed up, each once. */
export const letterKinds = ['seat', 'tomorrow', 'cancelled', 'recording'] as const
export type LetterKind = (typeof letterKinds)[number]
/** A letter that waited longer for a mail server says nothing useful any more. */
export const letterLifeDays = { seat: 3, tomorrow: 1, cancelled: 7, recording: 30 } as const satisfies Record<
  LetterKind,
  number
>
