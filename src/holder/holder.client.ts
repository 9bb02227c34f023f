// The code of a QR link goes into the field and out of the address; a card can be kept in this browser, and shown.
// Nothing here sends anything: what is kept stays in the browser's own memory until it is taken out.

type Texts = Record<string, string>
/** What a kept card is: what stands on it, and nothing about its holder. */
type Kept = { code: string; lastDay: string; until: Texts; children: Texts; squares: string; box: string }

const memory = 'kaiku-card'
const find = <E extends Element>(selector: string) => document.querySelector<E>(selector)
const button = (act: string) => find<HTMLButtonElement>(`[data-act=${act}]`)
const tell = (what: 'kept' | 'removed' | 'failed') => {
  const told = find<HTMLElement>('[data-told]')
  if (told) told.textContent = told.dataset[what] ?? ''
}

/** Old or foreign content counts as none; so does a browser that keeps nothing. */
const read = (): Kept | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(memory) ?? 'null') as Kept | null
    return kept?.code && kept.squares ? kept : null
  } catch {
    return null
  }
}

// ---- From the QR code of a card

const takeFromAddress = (form: HTMLFormElement) => {
  const code = location.hash.slice(1)
  // At once, also from the history: whoever opens the browser next finds the empty form.
  history.replaceState(null, '', form.getAttribute('action'))
  if (code === '') return
  const field = form.querySelector<HTMLInputElement>('[name=code]')!
  try {
    field.value = decodeURIComponent(code)
  } catch {
    field.value = code
  }
  const came = find<HTMLElement>('[data-came]')
  if (came) came.textContent = came.dataset.came!
  form.querySelector<HTMLInputElement>('[name=birthYear]')!.focus()
}

// ---- The page opens without a network while a card is kept

type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): typeof rules }
declare const trustedTypes: Policies | undefined

const keepPage = async (worker: string) => {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  const page = location.pathname
  const parts = [
    ...document.querySelectorAll('link[rel=stylesheet],link[rel=icon],link[rel=preload],script[src]'),
  ]
  const addresses = parts.map((part) => part.getAttribute('href') ?? part.getAttribute('src')!)
  await (await caches.open(memory)).addAll([page, ...addresses])
  const rules = { createScriptURL: (url: string) => url }
  const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('kaiku-card', rules)
  await navigator.serviceWorker.register(policy.createScriptURL(worker), { scope: page })
}
const forgetPage = async () => {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  await caches.delete(memory)
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
}
/** Only a comfort: without it the page needs a network, and the card is kept all the same. */
const quietly = (work: Promise<void>) => work.catch(() => undefined)

/** The screen stays on while a card is held up, where the browser can do that. */
const stayAwake = () => {
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

// ---- The card that was just asked for

const showButtons = () => {
  const card = find<HTMLElement>('[data-card]')!
  const isKept = read()?.code === (JSON.parse(card.dataset.card!) as Kept).code
  button('keep')!.hidden = isKept
  button('remove')!.hidden = !isKept
}

const keep = (card: HTMLElement) => {
  const picture = card.querySelector('svg')!
  const kept = {
    ...JSON.parse(card.dataset.card!),
    squares: picture.querySelector('path')!.getAttribute('d'),
    box: picture.getAttribute('viewBox'),
  }
  try {
    localStorage.setItem(memory, JSON.stringify(kept))
    quietly(keepPage(card.dataset.worker!))
    tell('kept')
  } catch {
    tell('failed')
  }
  showButtons()
}

const remove = () => {
  localStorage.removeItem(memory)
  quietly(forgetPage())
  tell('removed')
}

// ---- The card that was kept

const showKept = (section: HTMLElement, card: Kept) => {
  const language = document.documentElement.lang
  const fill = (part: string, text: string | undefined) => {
    section.querySelector(`[data-${part}]`)!.textContent = text ?? ''
  }
  section.querySelector('svg')!.setAttribute('viewBox', card.box)
  section.querySelector('path')!.setAttribute('d', card.squares)
  fill('code', card.code)
  fill('until', card.until[language])
  fill('children', card.children[language])
  // The day in Finland, whatever the phone's own clock is set to.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date())
  const isOver = card.lastDay < today
  section.querySelector<HTMLElement>('[data-holds]')!.hidden = isOver
  section.querySelector<HTMLElement>('[data-ended]')!.hidden = !isOver
  section.hidden = false
  button('remove')!.hidden = false
}

const form = find<HTMLFormElement>('form[data-from-qr]')
if (form) takeFromAddress(form)

const shown = find<HTMLElement>('[data-card]')
if (shown) {
  find<HTMLElement>('[data-keep]')!.hidden = false
  showButtons()
  stayAwake()
  button('keep')!.addEventListener('click', () => keep(shown))
  button('remove')!.addEventListener('click', () => {
    remove()
    showButtons()
  })
}

const place = find<HTMLElement>('[data-kept][data-worker]')
const kept = read()
if (place && kept) {
  showKept(place, kept)
  stayAwake()
  quietly(keepPage(place.dataset.worker!))
  button('remove')!.addEventListener('click', () => {
    remove()
    place.hidden = true
  })
}
