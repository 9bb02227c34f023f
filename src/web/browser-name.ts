/**
 * Two words that a person knows their own browser by.
 * @param agent the User-Agent header
 */
export const browserOf = (agent: string): string => {
  const name = /Edg/.test(agent)
    ? 'Edge'
    : (/(Firefox|Chrome|Safari)/.exec(agent.replace(/Chrome.*Safari/, 'Chrome'))?.[1] ?? '')
  const system = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(agent)?.[1] ?? ''
  return [name, system].filter(Boolean).join(', ')
}
