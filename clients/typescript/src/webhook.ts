const encoder = new TextEncoder()

const sameText = (a: string, b: string) => {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++)
    difference |= a.charCodeAt(index) ^ (b.charCodeAt(index) || 0)
  return difference === 0
}

/**
 * Whether a webhook came from Kaiku, and lately: HMAC-SHA256 over `<unix seconds>.<body>` with the secret that was shown
 * when it was made.
 * @param signature the header `Kaiku-Signature`
 * @param body as it came, before it is parsed
 * @param secret the one in use; while it is being changed, try both
 */
export const isOurWebhook = async (
  signature: string,
  body: string,
  secret: string,
  { now = Date.now(), tolerance = 300 }: { now?: number; tolerance?: number } = {},
): Promise<boolean> => {
  const parts = signature.split(',').map((part) => part.trim().split('='))
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d+$/.test(time) || Math.abs(now / 1_000 - Number(time)) > tolerance) return false
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(`${time}.${body}`))
  const expected = [...new Uint8Array(signed)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return parts.some(([name, value]) => name === 'v1' && sameText(value ?? '', expected))
}
