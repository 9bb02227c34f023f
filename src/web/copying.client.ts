/** What only a script can do is shown where there is one. */
for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false

/** Copies what is shown once, such as a key; the button then says so. Only safe connections have a clipboard. */
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(
      document.getElementById(button.dataset.copy!)?.textContent?.trim() ?? '',
    )
    button.textContent = button.dataset.done!
  })
}
