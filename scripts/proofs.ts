export type Proof = { name: string; what: string; command: string[] }

/** The proofs at full size, which take too long for every `npm test`. Each ends with exit code 0 when it holds. */
export const proofs: Proof[] = []
