/** Twelve hexadecimal digits of time, then chance: UUID version 7 (RFC 9562, 5.7), so that ids sort as they were made. */
export const newId = (now: number, random = crypto.getRandomValues(new Uint8Array(10))): string => {
  const bytes = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = Math.max(0, now).toString(16).padStart(12, '0').slice(-12)
  // The version takes four bits of chance, the variant two.
  const variant = '89ab'[random[2]! & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bytes.slice(1, 4)}-${variant}${bytes.slice(5, 8)}-${bytes.slice(8)}`
}
