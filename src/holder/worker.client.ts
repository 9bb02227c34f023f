// Stands beside the page of a kept card: when there is no network, the page comes from the browser's own cache. Nothing
// but that page and its parts is ever put there (holder.client.ts), and no form passes through here.

type Asked = Event & { request: Request; respondWith(answer: Promise<Response>): void }

addEventListener('fetch', (event) => {
  const { request } = event as Asked
  if (request.method !== 'GET') return
  const fromCache = async () => (await caches.match(request, { ignoreVary: true })) ?? Response.error()
  ;(event as Asked).respondWith(fetch(request).catch(fromCache))
})

export {}
