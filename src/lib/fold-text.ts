/**
 * Text as people type it on a phone: without capitals, accents, hyphens or needless spaces.
 * @example foldText(' Hämeenlinna ') // 'hameenlinna'
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
