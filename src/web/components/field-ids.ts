/** The id of a field's first control, so that summaries and labels can point at it. Names may have points, ids none. */
export const fieldId = (name: string) => `f-${name.replaceAll('.', '-')}`

/** Ids of what explains a control, in reading order; undefined when nothing does. */
export const describedBy = (name: string, has: { hint: boolean; problem: boolean }) =>
  [has.hint && `${fieldId(name)}-hint`, has.problem && `${fieldId(name)}-problem`]
    .filter(Boolean)
    .join(' ') || undefined
