/** The arch: an open doorway with light falling through it. Decorative; the name stands beside it. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path class="arch" d="M5 38V18a15 15 0 0 1 30 0v20z" />
    <path class="light" d="M12 38V19a8 8 0 0 1 16 0v19z" />
    <path class="door" d="M12 38V19a8 8 0 0 1 8-8v27z" />
  </svg>
)
