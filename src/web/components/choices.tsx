import type { Child } from 'hono/jsx'
import { controlOf, type FieldProps, Hint, LabelText, Problem } from './field.tsx'
import { describedBy, fieldId } from './field-ids.ts'

type CheckboxProps = Omit<FieldProps, 'value'> & { value?: string; checked?: boolean; disabled?: boolean }

/** One yes or no. The box sends `value` (“yes”) when ticked and nothing when not. */
export const Checkbox = (props: CheckboxProps) => {
  const { name, label, value = 'yes', checked, disabled, problem, hint, optional } = props
  return (
    <div class={problem ? 'field bad' : 'field'}>
      {problem && <Problem name={name}>{problem}</Problem>}
      <label class="check">
        <input {...controlOf(props)} type="checkbox" value={value} checked={checked} disabled={disabled} />
        <span>
          <LabelText label={label} optional={optional} />
        </span>
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
    </div>
  )
}

type FieldsetProps = Omit<FieldProps, 'value'> & { children: Child }

/** Controls that answer one question together. */
export const Fieldset = ({ name, label, problem, hint, optional, children }: FieldsetProps) => (
  <div class={problem ? 'field bad' : 'field'}>
    <fieldset aria-describedby={describedBy(name, { hint: Boolean(hint), problem: Boolean(problem) })}>
      <legend>
        <LabelText label={label} optional={optional} />
      </legend>
      {hint && <Hint name={name}>{hint}</Hint>}
      {problem && <Problem name={name}>{problem}</Problem>}
      {children}
    </fieldset>
  </div>
)

type ChipGroupProps = Omit<FieldProps, 'value'> & {
  choices: readonly { value: string; label: string }[]
  /** The chosen value; a list when several may be chosen. */
  value?: string | readonly string[] | undefined
  several?: boolean
  /** Large chips for the desk. */
  big?: boolean
  disabled?: boolean
  /** A last chip, value “other”, with a number field for what the chips do not offer. */
  other?: { label: string; name: string; numberLabel: string; number?: string | undefined }
}

/** One tap answers: radio buttons (or checkboxes) drawn as chips. */
export const ChipGroup = (props: ChipGroupProps) => {
  const { name, choices, value, several, big, disabled, other, problem } = props
  const chosen = typeof value === 'string' ? [value] : (value ?? [])
  const all = other ? [...choices, { value: 'other', label: other.label }] : choices
  return (
    <Fieldset {...props}>
      <div class={big ? 'chips big' : 'chips'}>
        {all.map((choice, index) => (
          <label class={choice.value === 'other' ? 'chip other' : 'chip'}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={index === 0 ? fieldId(name) : undefined}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              disabled={disabled}
              aria-invalid={problem && several ? 'true' : undefined}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {other && (
        <div class="other-number">
          <label for={fieldId(other.name)}>{other.numberLabel}</label>
          <input
            class="w4"
            id={fieldId(other.name)}
            name={other.name}
            type="text"
            inputmode="numeric"
            autocomplete="off"
            value={other.number}
            disabled={disabled}
          />
        </div>
      )}
    </Fieldset>
  )
}
