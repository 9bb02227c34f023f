// Stands beside the desk: when there is no network, or it takes too long, the shell comes from the browser's own cache.
// Only the shell and its parts are ever put there, all of them the same for everyone; no form and no answer of the
// register passes through here. A new version waits until the desk has been closed: never in the middle of a customer.

type Kept = { cache: string; prefix: string; desk: string; shell: string; pages: string[]; parts: string[] }
/** Written before this script by the server. */
declare const kept: Kept

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Event & { request: Request; respondWith(answer: Promise<Response>): void }

/** A customer waits: a network slower than this is as good as none. */
const patience = 2500

const fromCache = async (path: string) => (await caches.match(path, { ignoreVary: true })) ?? Response.error()

addEventListener('install', (event) => {
  const keep = async () => (await caches.open(kept.cache)).addAll([kept.shell, ...kept.pages, ...kept.parts])
  ;(event as Lasting).waitUntil(keep())
})

addEventListener('activate', (event) => {
  const forget = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(kept.prefix) && name !== kept.cache)
    await Promise.all(old.map((name) => caches.delete(name)))
  }
  ;(event as Lasting).waitUntil(forget())
})

/** The page as the server has it; the shell when it has none in time. */
const openDesk = async (request: Request, pathname: string) => {
  const isKept = kept.pages.includes(pathname)
  const late = new Promise<null>((resolve) => {
    if (isKept || pathname === kept.desk) setTimeout(() => resolve(null), patience)
  })
  const answer = await Promise.race([fetch(request).catch(() => null), late])
  return answer === null || answer.status >= 502 ? fromCache(isKept ? pathname : kept.shell) : answer
}

addEventListener('fetch', (event) => {
  const { request } = event as Asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') (event as Asked).respondWith(openDesk(request, pathname))
  else if (kept.parts.includes(pathname)) (event as Asked).respondWith(fetchPart(request, pathname))
})

/** The address of a part has the hash of its content, so that what is kept is never stale. */
const fetchPart = async (request: Request, pathname: string) =>
  (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request)

export {}
