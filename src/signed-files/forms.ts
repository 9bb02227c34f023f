import { z } from 'zod'

/** The file itself travels beside the fields (`visit.upload`). */
export const VerifyForm = z.object({})
