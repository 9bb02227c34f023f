// Asks for the same page again while one types, and swaps the rows. The form works by itself without this.

const form = document.querySelector<HTMLFormElement>('form[data-list]')
const wait = 250
let timer = 0
let request: XMLHttpRequest | undefined

const swap = (next: Document) => {
  const [count, nextCount] = [document, next].map((page) => page.querySelector('[data-list-count]'))
  const [result, nextResult] = [document, next].map((page) => page.querySelector('[data-list-result]'))
  if (!count || !nextCount || !result || !nextResult) return false
  result.replaceChildren(...nextResult.childNodes)
  // The count is a live region: only a text that changes is read out.
  if (count.textContent !== nextCount.textContent) count.textContent = nextCount.textContent
  return true
}

/** The browser parses the page by itself, without scripts: no text becomes markup here, so no trusted type is needed. */
const ask = (list: HTMLFormElement) => {
  const filled = [...new FormData(list)].filter(([, value]) => value !== '') as [string, string][]
  const search = new URLSearchParams(filled).toString()
  const address = search ? `${list.action}?${search}` : list.action
  request?.abort()
  request = new XMLHttpRequest()
  request.open('GET', address)
  request.responseType = 'document'
  request.onload = () => {
    const page = request?.status === 200 ? request.responseXML : null
    // Signed out meanwhile, or nothing to swap: the form itself shows what there is.
    if (page && swap(page)) history.replaceState(null, '', address)
    else list.submit()
  }
  request.send()
}

const soon = (list: HTMLFormElement) => {
  clearTimeout(timer)
  timer = window.setTimeout(() => ask(list), wait)
}

if (form) {
  form.addEventListener('input', () => soon(form))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    ask(form)
  })
}
