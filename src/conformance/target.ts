/** Names of this machine: what is sent to them is seen by nobody else. */
const local = ['localhost', '127.0.0.1', '[::1]']

/**
 * Where an installation is asked: its origin, whatever page of it was named.
 * @throws Error with a sentence for people where a key would travel in clear
 */
export const readTarget = (text: string | undefined): string => {
  if (text === undefined) throw new Error('Say which installation: https://kaiku.example')
  if (!URL.canParse(text)) throw new Error('This is no address of an installation: https://kaiku.example')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw new Error('Leave the user name and the password out of the address.')
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && local.includes(url.hostname))
  if (!isSafe)
    throw new Error(
      'Use https://, so that the key does not travel in clear. Only this machine may do without.',
    )
  return url.origin
}

/**
 * A key of a program under test.
 * @throws Error with a sentence for people, which never repeats the key
 */
export const readTestKey = (text: string | undefined): string => {
  if (text === undefined) throw new Error('Say by which test key: --key kk_test_…')
  if (text.startsWith('kk_live_'))
    throw new Error(
      'This is a live key: it would record real uses. Take a test key, which begins with kk_test_.',
    )
  if (!/^kk_test_[\w-]{1,200}$/.test(text)) throw new Error('A test key begins with kk_test_. This is none.')
  return text
}
