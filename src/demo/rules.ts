/** What the demo prints a card code for: one card for each answer that a desk can get. */
export const stories = [
  ...(['valid', 'validWithChildren', 'expired', 'unregistered', 'withdrawn'] as const),
  ...(['community', 'communityInStock', 'replaced', 'lost'] as const),
  ...(['otherAreaOnly', 'expiresToday', 'limitReached'] as const),
] as const
export type Story = (typeof stories)[number]
