import { z } from 'zod'

/** A button alone. */
export const IssueForm = z.object({})
