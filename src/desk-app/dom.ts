/** Elements made by hand: the page's policy (Trusted Types) lets no text become markup. */
type Child = Node | string | false | null | undefined
type Given = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

const put = (element: Element, given: Given, children: readonly Child[]) => {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child) element.append(child)
}

/** An element; a function among its attributes listens to the event of that name. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  put(element, given, children)
  return element
}

const signs = {
  ok: 'M6 16.5l7 7L26 9.5',
  info: 'M16 14.5v9M16 8.5v.5',
  warn: 'M16 8v10M16 23v.5',
  hold: 'M16 8v9l6 3.5',
  error: 'M16 8v10M16 23v.5',
  no: 'M10 16h12',
} as const
type Sign = keyof typeof signs

const sign = (name: Sign) => {
  const draw = (tag: string, given: Given, ...children: Child[]) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
    put(element, given, children)
    return element
  }
  const box = { class: `icon ${name}`, viewBox: '0 0 32 32', 'aria-hidden': 'true', focusable: 'false' }
  return draw('svg', box, draw('circle', { cx: 16, cy: 16, r: 16 }), draw('path', { d: signs[name] }))
}

export const button = (label: string, act: () => void, given: Given & { plain?: boolean } = {}) => {
  const { plain, ...more } = given
  return make('button', { class: plain ? 'btn' : 'btn sec', type: 'button', click: act, ...more }, label)
}

export const heading = (text: string, level: 1 | 2 = 1, id?: string) =>
  make(`h${level}`, { tabindex: -1, ...(id && { id }) }, text)

export const result = (
  outcome: 'ok' | 'hold' | 'no',
  title: HTMLElement,
  lines: readonly Child[],
  action?: Child,
) => {
  title.id ||= 'result'
  return make(
    'section',
    { class: `result ${outcome}`, 'aria-labelledby': title.id },
    sign(outcome),
    make('div', { class: 'text' }, title, ...lines),
    action && make('div', { class: 'action' }, action),
  )
}

export const notice = (kind: 'info' | 'warn' | 'error', title: string | null, ...lines: Child[]) =>
  make(
    'div',
    { class: `note ${kind}` },
    sign(kind),
    make('div', {}, title && make('h2', {}, title), ...lines),
  )

export const line = (...children: Child[]) => make('p', {}, ...children)
export const row = (...children: Child[]) => make('div', { class: 'row buttons' }, ...children)
export const bar = (child: Child) => make('div', { class: 'bar' }, child)

/** Says what is wrong, where it is; nothing while nothing is. */
export const problemLine = () => {
  const place = make('div', { role: 'alert', id: 'told' })
  const tell = (text: string) => place.replaceChildren(make('p', { class: 'problem' }, text))
  /** Between a field and its label, and takes the person there. */
  const tellAt = (input: HTMLInputElement, text: string) => {
    input.before(place)
    input.setAttribute('aria-describedby', place.id)
    tell(text)
    input.focus()
  }
  return { place, tell, tellAt }
}

/** A card code or its end: never broken at its hyphen. */
export const code = (text: string) => make('bdi', { class: 'nb' }, text)

type FieldGiven = { name: string; label: string; hint?: string | undefined; problem?: string | undefined }

/** Ids of what explains a control, and those elements. */
const explained = ({ name, hint, problem }: FieldGiven) => {
  const parts = [
    hint && make('p', { class: 'hint', id: `f-${name}-hint` }, hint),
    problem && make('p', { class: 'problem', id: `f-${name}-problem` }, problem),
  ].filter((part) => part instanceof HTMLElement)
  return { parts, ids: parts.map(({ id }) => id).join(' ') || undefined }
}

/** A field with its label, hint and problem, in that order for eyes and screen readers alike. */
export const field = (given: FieldGiven, control: Given) => {
  const { parts, ids } = explained(given)
  const input = make('input', {
    ...{ id: `f-${given.name}`, name: given.name, type: 'text', autocomplete: 'off' },
    ...{ 'aria-describedby': ids, 'aria-invalid': given.problem ? 'true' : undefined, ...control },
  })
  const label = make('label', { for: input.id }, given.label)
  return make('div', { class: given.problem ? 'field bad' : 'field' }, label, ...parts, input)
}

/** As the plain desk has it: one field, so that scanners, pasting and correcting all work. */
export const codeInput = {
  ...{ class: 'code', dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false', enterkeyhint: 'go' },
}

type ChipsGiven = FieldGiven & {
  choices: readonly { value: string; label: string }[]
  value: string
  big?: boolean
  /** A last chip, with a number field for what the chips do not offer. */
  other?: { label: string; numberLabel: string; number?: string }
}

/** One tap answers: radio buttons drawn as chips. */
export const chips = (given: ChipsGiven) => {
  const { name, label, choices, value, big, other, problem } = given
  const { parts, ids } = explained(given)
  const all = other ? [...choices, { value: 'other', label: other.label }] : choices
  const one = (choice: { value: string; label: string }, index: number) =>
    make(
      'label',
      { class: choice.value === 'other' ? 'chip other' : 'chip' },
      make('input', {
        ...{ type: 'radio', name, value: choice.value, checked: choice.value === value },
        ...(index === 0 && { id: `f-${name}` }),
      }),
      make('span', {}, choice.label),
    )
  const more =
    other &&
    make(
      'div',
      { class: 'other-number' },
      make('label', { for: `f-${name}-more` }, other.numberLabel),
      make('input', {
        ...{ class: 'w4', id: `f-${name}-more`, name: `${name}-more`, type: 'text', inputmode: 'numeric' },
        ...{ autocomplete: 'off', value: other.number },
      }),
    )
  const group = make('div', { class: big ? 'chips big' : 'chips' }, ...all.map(one))
  const set = make('fieldset', { 'aria-describedby': ids }, make('legend', {}, label), ...parts, group, more)
  return make('div', { class: problem ? 'field bad' : 'field' }, set)
}
