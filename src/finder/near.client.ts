// Finds the nearest municipality on the device and sends its name, and nothing of where the device is.

type Nearest = { nearest: (here: { latitude: number; longitude: number }) => string | null }

const button = document.querySelector<HTMLButtonElement>('[data-near]')
const status = document.getElementById('near-status')
const field = document.querySelector<HTMLInputElement>('form [name=q]')

const say = (text = '') => {
  if (status) status.textContent = text
}

const locate = () =>
  new Promise<GeolocationPosition>((found, failed) =>
    navigator.geolocation.getCurrentPosition(found, failed, { timeout: 20_000 }),
  )

const find = async ({ near = '', denied, outside, unfound }: DOMStringMap) => {
  try {
    const [{ coords }, list] = await Promise.all([locate(), import(near) as Promise<Nearest>])
    const name = list.nearest(coords)
    if (name === null || !field) return say(outside)
    field.value = name
    field.form?.requestSubmit()
  } catch (error) {
    const isDenied = error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED
    say(isDenied ? denied : unfound)
  }
}

button?.addEventListener('click', async () => {
  say(button.dataset.locating)
  button.disabled = true
  await find(button.dataset)
  button.disabled = false
})
if (!navigator.geolocation) button?.remove()
