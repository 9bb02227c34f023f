import type { Said } from './wire.ts'

/** What a browser remembers of the desk besides its records; it goes when somebody signs out (`data-forgets`). */
export const memoryName = 'kaiku-desk-memory'

/** What is said of a record whose text is whole no more: the browser lost its key, or the disk some of it. */
export const unreadable: Said = {
  fi: 'Laite ei enää saa auki tätä kirjausta. Kirjaa lippu uudelleen, jos muistat sen.',
  sv: 'Enheten kan inte längre öppna den här posten. Registrera biljetten på nytt om du minns den.',
  en: 'This device can no longer open this record. Record the ticket again if you remember it.',
}
