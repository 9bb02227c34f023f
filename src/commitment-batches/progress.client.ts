// Shows how far a batch is while it is being sent, now and then. The page's own link does the same without this.

const seconds = 3

/** The browser parses the page by itself, without scripts: no text becomes markup here, so no trusted type is needed. */
const ask = () => {
  const request = new XMLHttpRequest()
  request.open('GET', location.href)
  request.responseType = 'document'
  request.onload = () => {
    const next = request.status === 200 ? request.responseXML?.querySelector('[data-progress]') : null
    const here = document.querySelector('[data-progress]')
    if (next && here) {
      here.replaceChildren(...next.childNodes)
      setTimeout(ask, seconds * 1000)
    } else if (request.status === 200) location.reload() // done, or paused somewhere else
  }
  // Without a network for a moment: the next round asks again.
  request.onerror = () => setTimeout(ask, seconds * 1000)
  request.send()
}

if (document.querySelector('[data-progress]')) setTimeout(ask, seconds * 1000)
