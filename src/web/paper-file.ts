import { keptPdf } from '../lib/kept-pdf.ts'
import { type Paper, TooManyPapers } from '../lib/pdf.ts'
import { TooMany } from './errors.tsx'
import type { MadeFile } from './route.tsx'

const waitSeconds = 30

/**
 * The answer of a `file` row that is a PDF, opened in the browser to be looked at and printed. The paper is made when
 * the database has been let go; so is what the paper says, where finding that out takes long.
 * @param make `makePdf` for what may not stay in memory, such as a sheet of card codes
 */
export const paperFile = (name: string, paper: Paper | (() => Promise<Paper>), make = keptPdf): MadeFile => ({
  type: 'application/pdf',
  name,
  shown: true,
  body: async () =>
    make(typeof paper === 'function' ? await paper() : paper).catch((error: unknown) => {
      throw error instanceof TooManyPapers ? new TooMany(waitSeconds) : error
    }),
})
