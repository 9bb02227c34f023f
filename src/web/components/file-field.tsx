import { controlOf, type FieldProps, Hint, LabelText, Problem } from './field.tsx'

type FileFieldProps = Omit<FieldProps, 'value'> & { accept: string }

/**
 * A file of one's own. It stands last in a form of `multipart/form-data`, so that what was filled in before it comes back
 * with a file that was too large; a browser never fills the file itself in again.
 */
export const FileField = (props: FileFieldProps) => {
  const { name, label, problem, hint, optional, accept } = props
  return (
    <div class={problem ? 'field bad' : 'field'}>
      <label for={controlOf(props).id}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {problem && <Problem name={name}>{problem}</Problem>}
      <input {...controlOf(props)} type="file" accept={accept} />
    </div>
  )
}
