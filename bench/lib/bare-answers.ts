/** A program of its own: prints the port on which it answers `/<number>` with so many bytes, whatever is sent. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least that a handler in Node can do: read what was sent, parse it, and answer. */
const server = createServer(async (request, response) => {
  let sent = ''
  for await (const chunk of request) sent += chunk
  if (sent !== '') JSON.parse(sent)
  const body = 'x'.repeat(Number(request.url?.slice(1)))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
