/** A program of its own: `node bare-page.ts <bytes>` prints the port on which it serves the page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const bytes = Number(process.argv[2])
const rows = Array.from({ length: 450 }, (_, n) => ({
  name: `Kohde ${n}`,
  municipality: `Kunta ${n % 100}`,
  category: 'Kulttuuri',
}))
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark]!)
const rowBytes = 170
const filling = ' '.repeat(Math.max(0, Math.floor(bytes / rows.length) - rowBytes))

/** What hand-written code does for each request: walk the rows, escape, join. As many bytes as our page. */
const server = createServer((_, response) => {
  let html =
    '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Kohteet</title></head><body><ul>'
  for (const { name, municipality, category } of rows)
    html += `<li class="place"><h3><a href="/fi/kohteet/${escaped(name)}">${escaped(name)}</a></h3><p>${escaped(category)} · ${escaped(municipality)}</p>${filling}</li>`
  html += '</ul></body></html>'
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
