import { raw } from 'hono/html'

/**
 * Facts of a page for search engines (JSON-LD). A data block is no script: browsers never run it, so the content
 * security policy lets it stand. `<` is written as an escape, so that nothing in it can end the element.
 */
export const DataBlock = ({ data }: { data: Record<string, unknown> }) => (
  <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
)
