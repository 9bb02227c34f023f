// Asks now and then whether the phone has been paired, and shows the page anew when it no longer waits.

const seconds = 3

const ask = async () => {
  try {
    const page = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (page.ok && !(await page.text()).includes('data-waiting')) return location.reload()
  } catch {
    // Without a network for a moment: the next round asks again.
  }
  setTimeout(ask, seconds * 1000)
}

if (document.querySelector('[data-waiting]')) setTimeout(ask, seconds * 1000)
