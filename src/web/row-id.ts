import { NotFound } from './errors.tsx'

/** The number that names a row in an address. @throws NotFound for all else: it names nothing */
export const rowId = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new NotFound()
  return Number(text)
}
