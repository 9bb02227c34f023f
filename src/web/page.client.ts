// Small comforts; every page works without them.

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

/** What only a script can do is shown where there is one. */
for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
for (const button of document.querySelectorAll<HTMLElement>('[data-print]'))
  button.addEventListener('click', () => print())
