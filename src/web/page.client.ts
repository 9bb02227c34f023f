// Small comforts; every page works without them.
import './copying.client.ts'

/** What came back from the server first: a form's problems or the answer at the desk. */
document.querySelector<HTMLElement>('[data-focus]')?.focus()

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')

/** Menus close on a click outside and on Escape, which gives the focus back to the menu's name. */
document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (target instanceof Node && !menu.contains(target)) menu.open = false
})
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const menu of openMenus()) {
    const inside = menu.contains(document.activeElement)
    menu.open = false
    if (inside) menu.querySelector('summary')?.focus()
  }
})

for (const button of document.querySelectorAll<HTMLElement>('[data-print]'))
  button.addEventListener('click', () => print())

/**
 * Who signs out leaves nothing of their place of work behind: what a form says goes when it is really sent, after all
 * others have heard of it. The queue of records is kept apart from that, and stays.
 */
document.addEventListener('submit', (event) => {
  const { forgets } = (event.target as HTMLElement).dataset
  if (forgets)
    setTimeout(() => {
      if (!event.defaultPrevented) indexedDB.deleteDatabase(forgets)
    })
})
/** A form that takes long says so once it has been sent; pressed again, it is not sent twice. */
for (const place of document.querySelectorAll<HTMLElement>('form [data-busy]')) {
  const form = place.closest('form')!
  const rest = () => place.replaceChildren()
  form.addEventListener('submit', (event) => {
    if (place.childElementCount > 0) return event.preventDefault()
    const text = document.createElement('p')
    text.textContent = place.dataset.busy!
    const bar = document.createElement('progress')
    bar.setAttribute('aria-label', place.dataset.busy!)
    place.replaceChildren(text, bar)
  })
  // Back by the browser's own button, the page stands as it was left.
  addEventListener('pageshow', rest)
}
