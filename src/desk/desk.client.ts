// The button says what it will record: “Kirjaa: 1 aikuinen + 2 lasta”. Without script it says “Kirjaa käyttö”.

type Forms = { one: string; other: string }

const form = document.querySelector<HTMLFormElement>('form[data-record]')
const button = form?.querySelector('.bar button')

/** The number of a question: its chip, or the field beside the chips. NaN while the field is empty. */
const amount = (answers: FormData, name: string, start: number): number => {
  const chip = answers.get(name) ?? String(start)
  return Number.parseInt(String(chip === 'other' ? answers.get(`${name}-more`) : chip), 10)
}

// Finnish, Swedish and English count alike: one, and all else.
const counted = (forms: string | undefined, count: number): string[] => {
  const { one, other } = JSON.parse(forms ?? '{"one":"#","other":"#"}') as Forms
  return count === 0 ? [] : [(count === 1 ? one : other).replace('#', String(count))]
}

if (form && button) {
  const plain = button.textContent
  const tell = () => {
    const answers = new FormData(form)
    const [adults, children] = [amount(answers, 'adults', 1), amount(answers, 'children', 0)]
    const tickets = [...counted(form.dataset.adults, adults), ...counted(form.dataset.children, children)]
    const isKnown = !Number.isNaN(adults + children) && tickets.length > 0
    button.textContent = isKnown ? `${form.dataset.record} ${tickets.join(' + ')}` : plain
  }
  form.addEventListener('input', tell)
  // Also when the browser brings back the page with the chips as they were.
  addEventListener('pageshow', tell)
  tell()
}
