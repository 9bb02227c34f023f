import { expect, test } from 'vitest'
import { isOfDevice, newDeviceToken, newToken, readSessionToken, sessionCookie } from './session-cookie.ts'

const [person, device] = [newToken(), newDeviceToken()]
const sent = (cookie: string, isHttps: boolean) =>
  readSessionToken(new Request('http://localhost/', { headers: { cookie } }), isHttps)

test('a person’s cookie ends with the browser, a device’s outlives it on our own pages alone', () => {
  expect(sessionCookie(person, true)).toBe(`__Host-kaiku=${person}; Path=/; HttpOnly; SameSite=Lax; Secure`)
  expect(sessionCookie(device, true, 90)).toBe(
    `__Host-kaiku=${device}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=7776000`,
  )
  expect(sessionCookie(null, false)).toBe('kaiku=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
})

test('both are read back, and nothing else is', () => {
  for (const token of [person, device]) expect(sent(`a=b; kaiku=${token}`, false)).toBe(token)
  for (const token of [`x${person}`, `phone-${person}`, `device-${person}x`, 'device-', ''])
    expect(sent(`kaiku=${token}`, false)).toBeNull()
  expect(sent(`kaiku=${device}`, true)).toBeNull()
})

test('a device’s token tells that it is one, and a person’s never does by chance', () => {
  expect(isOfDevice(device)).toBe(true)
  expect(isOfDevice(person)).toBe(false)
  expect(isOfDevice(`device-${person.slice(7)}`)).toBe(false)
  expect(isOfDevice(null)).toBe(false)
})
