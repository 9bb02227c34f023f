/** A card code, whole or last four: never broken at its hyphen, never turned round in right-to-left text. */
export const Code = ({ children }: { children: string }) => <bdi class="nb">{children}</bdi>

/** The part of a code that lists may show: `•••9D4F`. */
export const CodeEnd = ({ lastFour }: { lastFour: string }) => <Code>{`•••${lastFour}`}</Code>
