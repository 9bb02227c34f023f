import { mayUndo } from './rules.ts'

export type UndoProblem = 'undo-too-late' | 'undo-used' | 'undo-closed' | 'undo-changed'

/** Why a registration cannot be undone, or null. */
export const undoProblem = (
  card: { state: string; revision: number; registeredAt: Date | null; uses: number; waited: number },
  revision: number | undefined,
  now: Date,
): UndoProblem | null => {
  if (card.state !== 'registered') return 'undo-closed'
  if (revision !== undefined && revision !== card.revision) return 'undo-changed'
  if (card.uses > card.waited) return 'undo-used'
  return card.registeredAt !== null && mayUndo(card.registeredAt, now) ? null : 'undo-too-late'
}
