// Hands the page's address on: by the phone's own list of ways where it has one, else by the clipboard.

for (const button of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const { share = '', done = '' } = button.dataset
  if (!navigator.share && !navigator.clipboard) button.remove()
  button.addEventListener('click', async () => {
    if (!navigator.share) {
      await navigator.clipboard.writeText(share)
      button.textContent = done
      return
    }
    // Who closes the list has shared nothing, and that is no fault.
    await navigator.share({ title: document.title, url: share }).catch(() => undefined)
  })
}
for (const button of document.querySelectorAll<HTMLElement>('[data-print]'))
  button.addEventListener('click', () => print())
