import { NotFound } from '../web/errors.tsx'

/** @throws NotFound for what is no number: it names no row */
export const idOf = (text: string | undefined): number => {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new NotFound()
  return Number(text)
}
