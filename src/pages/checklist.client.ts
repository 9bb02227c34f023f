// Keeps the ticks of a checklist in this browser, and nowhere else. Without it the boxes can be ticked all the same.

const list = document.querySelector<HTMLElement>('[data-checklist]')
const clear = list?.querySelector<HTMLButtonElement>('[data-clear]')

if (list && clear) {
  const place = `kaiku.checklist.${list.dataset.checklist}`
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[data-item]')]

  /** A browser may keep nothing at all: then the ticks last as long as the page. */
  const read = (): string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
      return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : []
    } catch {
      return []
    }
  }
  const write = (items: string[]) => {
    try {
      if (items.length > 0) localStorage.setItem(place, JSON.stringify(items))
      else localStorage.removeItem(place)
    } catch {
      // The ticks stay on the page.
    }
  }
  const show = (items: string[]) => {
    for (const box of boxes) box.checked = items.includes(box.dataset.item ?? '')
    clear.hidden = items.length === 0
  }

  show(read())
  list.addEventListener('change', () => {
    const items = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.item ?? '')
    write(items)
    clear.hidden = items.length === 0
  })
  clear.addEventListener('click', () => {
    write([])
    show([])
    boxes[0]?.focus()
  })
}
