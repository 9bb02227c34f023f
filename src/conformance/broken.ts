/** Thrown where the contract is not kept. */
export class Broken extends Error {
  readonly expected: string
  readonly came: string
  constructor(expected: string, came: string) {
    super(expected)
    this.expected = expected
    this.came = came
  }
}

/** Thrown where there is nothing to judge, with the reason. */
export class NotApplicable extends Error {}
