import { z } from 'zod'
import { chosenId, freeDay, neededDay } from '../web/form-fields.ts'

export const HomeForm = z.object({
  area: chosenId('area'),
  municipality: chosenId('municipality'),
  from: neededDay('from'),
  until: freeDay('until'),
})
export type AskedHome = z.output<typeof HomeForm>
