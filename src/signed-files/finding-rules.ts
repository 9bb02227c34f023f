/** What a check of a file can find wrong, each by its name. */
const findingNames = [
  /** Nothing that this system makes, or cut so that nothing can be told. */
  'unknown-file',
  /** Signed with a key that is not among those asked about. */
  'foreign-signature',
  /** The end with the seal is missing. */
  'unsigned-file',
  'altered-file',
  /** The evidence that the file carried cannot be read. */
  'missing-evidence',
  /** The agreed text or its parties are not those that were signed. */
  'altered-text',
  'chain-altered',
  'missing-event',
  'order',
  'twice',
  'signature-of-other-version',
  'party-not-signed',
  /** Of a package: a file that its list names is gone, or one is there that it does not name. */
  'missing-file',
  'extra-file',
] as const
export type FindingName = (typeof findingNames)[number]

/**
 * @property event the number of the event in the chain
 * @property party whose signature is missing
 * @property file which file of a package
 */
export type Finding = { name: FindingName; event?: number; party?: string; file?: string }
