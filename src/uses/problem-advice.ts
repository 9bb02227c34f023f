/** What the programmer of the calling system does about each refusal of a use: in English, as the whole reference is. */
export const useAdvice: Record<string, string> = {
  'card-code-malformed':
    'No card can have this code: it is empty, too long or looks like a personal identity code. Ask for the code again. Never log what was typed.',
  'card-unknown': 'Ask for the code again. After many unknown codes the key has to wait.',
  'card-not-registered':
    'Give no ticket. Where one was given already, the same body with “given”: true keeps it until the card is registered, if the site has chosen so.',
  'card-expired':
    'Give no ticket at the card’s price. A scan from the days when the card was valid counts: send its time in “usedAt”.',
  'card-lost':
    'Give no ticket at the card’s price. The holder has reported the card lost, and gets a new one from whoever gave it.',
  'card-blocked': 'Give no ticket at the card’s price. The customer can ask whoever gave the card.',
  'card-replaced': 'Ask for the new card, and read that.',
  'card-local-only':
    'The card is of a pilot and works in its own area alone. Give no ticket at the card’s price here.',
  'site-closed': 'The site does not take the card on the day of “usedAt”. Check the day and the site’s id.',
  'site-paused': 'The site has paused the card. GET /api/v1/sites/{id} tells until when.',
  'children-exceed-card':
    'Lower “children” to what the card check says. Where the site allows it, send “overrideReason” with a reason that names nobody.',
  'children-not-on-courses': 'Send no children with a course place.',
  'ticket-type-not-offered':
    'Send a “kind” that the site gives: GET /api/v1/sites/{id}/offers lists them as “kinds”. The people of the site can change what it gives.',
  'limit-reached':
    'The site’s own limit is reached: “limit” says how many, in what time, and when the card gets more. Where the site allows it, send “overrideReason”.',
  'duplicate-suspected':
    'The same card was recorded for this event within three hours. Ask the customer; if it is another ticket, send the same with “confirmDuplicate”: true and a new Idempotency-Key.',
  'recorded-in-future':
    'Set the clock: “usedAt” may be ten minutes ahead at most. GET /api/v1/me tells the time here.',
  'recorded-too-late':
    'A use can be sent for 30 days. Older ones are imported from a file by the people of the site.',
  'nothing-to-record': 'Send at least one adult or child.',
  'idempotency-in-progress':
    'Another request with this Idempotency-Key is still being answered. Send the same again after “Retry-After”.',
  'batch-rejected':
    'Nothing of the batch is recorded. “errors” points at each item that cannot be; take those out or correct them, and send the batch again with the same keys.',
  'undo-too-late':
    'A use can be cancelled until its day ends in Finland, a booking until the day of its event ends.',
}
