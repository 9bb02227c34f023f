import { controlOf, type FieldProps, Hint, LabelText, Problem } from './field.tsx'

type TextAreaProps = FieldProps & {
  rows?: number
  /** The language of what is written, for spelling and for screen readers. */
  lang?: string
}

/** Several lines of text. */
export const TextArea = (props: TextAreaProps) => {
  const { name, label, value, problem, hint, optional, rows = 5, lang } = props
  return (
    <div class={problem ? 'field bad' : 'field'}>
      <label for={controlOf(props).id}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {problem && <Problem name={name}>{problem}</Problem>}
      <textarea {...controlOf(props)} rows={rows} lang={lang} dir={lang && 'auto'}>
        {value}
      </textarea>
    </div>
  )
}
