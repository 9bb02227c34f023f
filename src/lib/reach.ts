import { urlProblem } from './outgoing-addresses.ts'

const longestUrl = 500

/**
 * The address of a page of the open web, over https; without its scheme it means https.
 * @returns null for anything else
 */
export const readOpenUrl = (typed: string): string | null => {
  const text = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (/\s/.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const { hash, href } = url
  url.hash = ''
  // A bare number is a host of somebody's own network more often than of a city.
  const isNamed = /\.[a-z][a-z\d-]+\.?$/i.test(url.hostname)
  if (urlProblem(url.href, false) !== null || !isNamed || url.port !== '' || href.length > longestUrl)
    return null
  return url.href + hash
}

/** Whether a text can be dialled: digits, and what people put between them. */
export const isPhone = (text: string): boolean =>
  /^\+?[\d ()/-]{3,39}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ''))
