import { z } from 'zod'
import { freeText } from '../web/form-fields.ts'

const longestNote = 300

/** A tick, with a note for the colleagues where one is wanted. */
export const TickForm = z.object({ note: freeText('note', longestNote, ['phone', 'e-mail']) })
export const UntickForm = z.object({})
