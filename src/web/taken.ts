/** What programs call themselves that fetch files by themselves: search engines, previews of links, watchers, tools. */
const robots =
  /bot(?=[/;) ]?$|[/;-])|crawl|spider|slurp|preview|facebookexternalhit|scan|monitor|uptime|archiver|headless|curl|wget|python|java\/|okhttp|go-http|node-fetch|axios|libwww|scrapy|feed/i

/** Whether a range of bytes begins elsewhere than at the first (RFC 9110, 14.2): a reader then goes on with what it has. */
const isLaterPart = (range: string) => /^\s*bytes\s*=/i.test(range) && !/^\s*bytes\s*=\s*0\s*-/i.test(range)

/**
 * Whether somebody took a file with this answer, so that it is counted: all of it went out, to who looks like a person.
 * Not a look at its headers, nor a copy that has not changed, a later part, a page's own guess of what is opened next, or
 * a program. Whoever calls itself a browser is believed: nothing is kept by which it could be told.
 */
export const isTaken = (request: Request, status: number): boolean => {
  const told = (name: string) => request.headers.get(name) ?? ''
  if (request.method !== 'GET' || status !== 200 || isLaterPart(told('range'))) return false
  if (/prefetch|prerender/i.test(told('sec-purpose') || told('purpose'))) return false
  return told('user-agent') !== '' && !robots.test(told('user-agent'))
}
