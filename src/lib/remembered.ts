/** Enough for the days, places and cards that come again and again in a file, little enough to stay small. */
const most = 5_000

/**
 * A pure function of a text that remembers its latest answers: import files say the same thing over and over.
 * Forgets everything when it has remembered too much, so that its memory is bounded whatever the file holds.
 */
export const remembered = <Answer>(ask: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    if (answers.size >= most) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
