/**
 * Whether a request that changes something came from our own pages (cross-site request forgery).
 * Browsers tell by `Sec-Fetch-Site`; older ones by `Origin`. A request with neither is refused when it carries
 * our cookie: a program that has one can also say where it comes from. `none` is for addresses typed by hand,
 * which never change anything.
 */
export const isOwnRequest = (request: Request, publicOrigin: string | null, hasCookie: boolean): boolean => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (!origin) return !hasCookie
  if (publicOrigin) return origin === publicOrigin
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
