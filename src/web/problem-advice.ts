/** What the programmer of the calling system does about each refusal: in English, as the whole reference is. */
export const generalAdvice: Record<string, string> = {
  'malformed-json':
    'Send one JSON value in UTF-8. Use a library to write it: text put together by hand breaks at quotes.',
  'validation-failed':
    'Each entry of “errors” points to what is wrong: into the body, or to /path and /query. Compare it with the reference. A field called “unknown” is probably misspelt; only test keys hear of it.',
  unauthorized:
    'Send “Authorization: Bearer” and the whole key. A key may have ended or expired: ask for a new one from whoever gave it. Do not try again with the same key.',
  forbidden:
    'The key lacks the scope that the reference names, or is a test key where there is no practice. GET /api/v1/me tells what the key may do.',
  'not-found':
    'There is no such address or thing, or it is not yours: a site of somebody else’s does not exist for you. GET /api/v1/me lists your sites.',
  'method-not-allowed': 'The header “Allow” names the methods that this address takes.',
  'not-acceptable': 'Leave “Accept” out, or let it include the type that the reference names.',
  'unsupported-media-type': 'Send “Content-Type: application/json” with every body.',
  'too-large': 'A body may be 64 KB. Send a long list in parts, each with an Idempotency-Key of its own.',
  'rate-limited':
    'Wait as many seconds as “Retry-After” says. If many codes were unknown, somebody is guessing or misreading: the key waits, and a known Idempotency-Key still gets its answer.',
  'idempotency-key-missing':
    'Make a new UUID for each use before you send it, and keep it with the use until it is answered.',
  'idempotency-key-reused-with-other-body':
    'Something else was recorded with this key. A repeat has to be the same to the byte. Make a new key for another use.',
  internal:
    'The fault is ours, and logged under the number in “instance”. Send the same again in a while: nothing is recorded twice.',
  unavailable: 'Send the same again after “Retry-After” seconds, with the same Idempotency-Key.',
}
