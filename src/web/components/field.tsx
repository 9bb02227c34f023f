import type { Child } from 'hono/jsx'
import { describedBy, fieldId } from './field-ids.ts'

export type FieldProps = {
  name: string
  label: string
  value?: string | undefined
  /** What is wrong and what to do, in the reader's words. */
  problem?: string | undefined
  hint?: string | undefined
  /** The word for it, such as “(vapaaehtoinen)”. Only optional fields are marked. */
  optional?: string | undefined
}

export const Hint = ({ name, children }: { name: string; children: Child }) => (
  <p class="hint" id={`${fieldId(name)}-hint`}>
    {children}
  </p>
)

export const Problem = ({ name, children }: { name: string; children: string }) => (
  <p class="problem" id={`${fieldId(name)}-problem`}>
    {children}
  </p>
)

/** What a label or legend says: the question, and “(optional)” where it is. */
export const LabelText = ({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) => (
  <>
    {label}
    {optional && <span class="optional"> {optional}</span>}
  </>
)

type FrameProps = FieldProps & { status?: Child; children: Child }

/** Label, hint, problem, then the control, in that order for eyes and screen readers alike. */
const Field = ({ name, label, problem, hint, optional, status, children }: FrameProps) => (
  <div class={problem ? 'field bad' : 'field'}>
    <label for={fieldId(name)}>
      <LabelText label={label} optional={optional} />
    </label>
    {hint && <Hint name={name}>{hint}</Hint>}
    {problem && <Problem name={name}>{problem}</Problem>}
    {children}
    {status && (
      <div class="status" role="status">
        {status}
      </div>
    )}
  </div>
)

/** Attributes that tie a control to its name, hint and problem. */
export const controlOf = ({ name, problem, hint }: FieldProps) => ({
  id: fieldId(name),
  name,
  'aria-describedby': describedBy(name, { hint: Boolean(hint), problem: Boolean(problem) }),
  'aria-invalid': problem ? ('true' as const) : undefined,
})

type TextFieldProps = FieldProps & {
  type?: 'text' | 'search' | 'email' | 'password' | 'date'
  /** Characters expected: the width hints at the answer. */
  width?: 4 | 6 | 12 | 24
  autocomplete?: string
  numeric?: boolean
  /** The one field where work starts, such as the code on the issuer's page. */
  first?: boolean
  disabled?: boolean
  /** A button beside the control. */
  beside?: Child
  /** Words to choose from; others may be typed too. */
  suggestions?: readonly string[]
  /** What the server already knows about the value, such as “Kortti on vapaa”. */
  status?: Child
  class?: string
  /** The language that the text is written in, when it is not the page's. */
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

/** One line of text. Nothing is checked before the form is sent, so the browser's own bubbles stay away. */
export const TextField = (props: TextFieldProps) => {
  const { type = 'text', width, value, autocomplete, numeric, first, disabled, beside, suggestions } = props
  const control = (
    <input
      {...controlOf(props)}
      type={type}
      value={value}
      class={[width && `w${width}`, props.class].filter(Boolean).join(' ') || undefined}
      autocomplete={autocomplete}
      inputmode={numeric ? 'numeric' : undefined}
      disabled={disabled}
      list={suggestions && `${fieldId(props.name)}-list`}
      lang={props.lang}
      dir={props.dir}
      {...(first ? { autofocus: true } : {})}
    />
  )
  return (
    <Field {...props}>
      {beside ? <div class="beside">{[control, beside]}</div> : control}
      {suggestions && (
        <datalist id={`${fieldId(props.name)}-list`}>
          {suggestions.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

/** A whole number. Plain text with a number keyboard: spinners and scroll wheels change what people typed. */
export const NumberField = (props: Omit<TextFieldProps, 'type' | 'numeric'>) => (
  <TextField width={4} autocomplete="off" {...props} numeric />
)

type CodeFieldProps = Omit<TextFieldProps, 'type' | 'width' | 'numeric' | 'autocomplete' | 'class'>

/** A card code: one field, never boxes, so that scanners, pasting and correcting all work. */
export const CodeField = (props: CodeFieldProps) => {
  const { value, first, disabled, beside } = props
  const control = (
    <input
      {...controlOf(props)}
      type="text"
      class="code"
      value={value}
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      enterkeyhint="go"
      disabled={disabled}
      {...(first ? { autofocus: true } : {})}
    />
  )
  return <Field {...props}>{beside ? <div class="beside">{[control, beside]}</div> : control}</Field>
}

type SelectProps = FieldProps & {
  options: readonly { value: string; label: string; lang?: string }[]
  disabled?: boolean
}

/** A choice from a list too long for chips. */
export const Select = (props: SelectProps) => (
  <Field {...props}>
    <select {...controlOf(props)} disabled={props.disabled}>
      {props.options.map(({ value, label, lang }) => (
        <option value={value} lang={lang} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </Field>
)

type TextAreaProps = FieldProps & {
  /** Lines expected: the height hints at the answer. */
  rows?: number
  /** The language that the text is written in, when it is not the page's. */
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

/** Text of a few sentences. */
export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea {...controlOf(props)} rows={props.rows ?? 3} lang={props.lang} dir={props.dir}>
      {props.value}
    </textarea>
  </Field>
)
