/**
 * As much of a browser's page as our own scripts build screens with, for tests that ask what stands in it. It lays
 * nothing out and knows few selectors: `tag`, `[name]` and `[name=value]`.
 */

type Child = FakeElement | string

export class FakeElement {
  readonly tag: string
  readonly attributes = new Map<string, string>()
  readonly dataset: Record<string, string> = {}
  children: Child[] = []
  parent: FakeElement | null = null
  value = ''
  readonly #listeners = new Map<string, (() => void)[]>()
  constructor(tag: string) {
    this.tag = tag
  }

  get id() {
    return this.getAttribute('id') ?? ''
  }
  set id(id: string) {
    this.setAttribute('id', id)
  }
  /** All text in it, shown or not, with what attributes say to a person. */
  get textContent(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.said())).join(' ')
  }
  set textContent(text: string) {
    this.children = text === '' ? [] : [text]
  }
  said(): string {
    const told = ['aria-label', 'title', 'placeholder'].map((name) => this.getAttribute(name))
    return [...told, this.textContent].filter(Boolean).join(' ')
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }
  setAttribute(name: string, value: string) {
    this.attributes.set(name, value)
  }
  addEventListener(name: string, listener: () => void) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
  }
  click() {
    for (const listener of this.#listeners.get('click') ?? []) listener()
  }
  append(...children: Child[]) {
    for (const child of children) if (typeof child !== 'string') child.parent = this
    this.children.push(...children)
  }
  replaceChildren(...children: Child[]) {
    this.children = []
    this.append(...children)
  }
  focus() {}

  #matches(selector: string): boolean {
    const parts = /^([a-z0-9]*)(?:\[([\w-]+)(?:="?([^"\]]+)"?)?\])?$/.exec(selector)
    if (!parts) throw new Error(`The fake page does not know ${selector}`)
    const [, tag, name, value] = parts
    const isRight =
      name === undefined || (value ? this.getAttribute(name) === value : this.attributes.has(name))
    return isRight && (!tag || tag === this.tag)
  }
  querySelectorAll(selector: string): FakeElement[] {
    const below = this.children.filter((child) => typeof child !== 'string')
    return below.flatMap((child) => [
      ...(child.#matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ])
  }
  querySelector(selector: string): FakeElement | null {
    return this.querySelectorAll(selector)[0] ?? null
  }
}

/** The answers of a form's radio buttons and fields. */
class FakeFormData {
  readonly #answers: Map<string, string>
  constructor(form: FakeElement) {
    const controls = form
      .querySelectorAll('input')
      .filter((input) => input.getAttribute('type') !== 'radio' || input.getAttribute('checked') !== null)
    this.#answers = new Map(
      controls.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    )
  }
  get(name: string) {
    return this.#answers.get(name) ?? null
  }
}

/**
 * The globals of a page whose device keeps what it is told.
 * @param kept of `localStorage`
 */
export const fakePage = (language: string, kept: Record<string, string> = {}) => ({
  document: {
    documentElement: { lang: language },
    createElement: (tag: string) => new FakeElement(tag),
    createElementNS: (_: string, tag: string) => new FakeElement(tag),
  },
  Node: FakeElement,
  HTMLElement: FakeElement,
  FormData: FakeFormData,
  localStorage: { getItem: (name: string) => kept[name] ?? null },
  navigator: {},
  matchMedia: () => ({ matches: false }),
  scrollTo: () => {},
})
