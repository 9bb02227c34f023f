import { z } from 'zod'
import { chosenId, freeDay, neededDay, neededText } from '../web/form-fields.ts'

export const ChangeForm = z.object({
  name: neededText('name', 200),
  organisation: neededText('organisation', 200),
  municipality: chosenId('municipality'),
  from: neededDay('from'),
})

export const PauseForm = z.object({
  from: neededDay('from'),
  until: freeDay('until'),
  reason: neededText('reason', 200),
})

export const CloseForm = z.object({ on: neededDay('on') })
export const MergeForm = z.object({ into: chosenId('into') })
export const NoForm = z.object({})
