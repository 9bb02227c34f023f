import type { Child } from 'hono/jsx'

export type TagKind = 'ok' | 'wait' | 'no' | 'off'

/** A state in one or two words. The kind only tints it; the word carries the meaning. */
export const Tag = ({ kind, children }: { kind: TagKind; children: Child }) => (
  <span class={`tag ${kind}`}>{children}</span>
)
