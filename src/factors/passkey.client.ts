// A passkey is asked from the browser when its form is sent, and goes along in the form's hidden field.

const bytesOf = (text: string): ArrayBuffer => {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0)).buffer as ArrayBuffer
}
const textOf = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

// Browsers before 2024 know passkeys, but not their JSON.
const creationOf = (json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions =>
  PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...{ rp: json.rp, pubKeyCredParams: json.pubKeyCredParams, timeout: json.timeout },
    challenge: bytesOf(json.challenge),
    user: { ...json.user, id: bytesOf(json.user.id) },
    authenticatorSelection: json.authenticatorSelection,
    excludeCredentials: (json.excludeCredentials ?? []).map(({ id }) => ({
      id: bytesOf(id),
      type: 'public-key' as const,
    })),
  }
const requestOf = (json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions =>
  PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    challenge: bytesOf(json.challenge),
    rpId: json.rpId,
    timeout: json.timeout,
    userVerification: 'required',
  }

const sentOf = ({ id, rawId, type, response }: PublicKeyCredential): string => {
  const made = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const parts = made.attestationObject
    ? {
        attestationObject: textOf(made.attestationObject),
        transports: made.getTransports ? made.getTransports() : [],
      }
    : { authenticatorData: textOf(made.authenticatorData), signature: textOf(made.signature) }
  const clientDataJSON = textOf(made.clientDataJSON)
  return JSON.stringify({ id, rawId: textOf(rawId), type, response: { clientDataJSON, ...parts } })
}

const ask = async ({ dataset }: HTMLFormElement): Promise<string> => {
  const answer = await fetch(dataset.options!, { method: 'POST' })
  if (!answer.ok) throw new Error(String(answer.status))
  const json = await answer.json()
  const credential =
    dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: creationOf(json) })
      : await navigator.credentials.get({ publicKey: requestOf(json) })
  return sentOf(credential as PublicKeyCredential)
}

/** The form goes off with what the browser gave. Without it, it stays and says so: nothing that was typed is lost. */
const send = async (form: HTMLFormElement) => {
  const button = form.querySelector('button')!
  const problem = form.querySelector<HTMLElement>('[role=alert]')!
  button.disabled = true
  problem.hidden = true
  try {
    form.querySelector<HTMLInputElement>('[name=credential]')!.value = await ask(form)
    form.submit()
  } catch {
    problem.textContent = form.dataset.failed ?? ''
    problem.hidden = false
    button.disabled = false
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      send(form)
    })
  }
  for (const text of document.querySelectorAll<HTMLElement>('[data-no-passkey]')) text.hidden = true
}
