import { expect, it } from 'vitest'
it('renders', () => { expect(String(<p class="x">a&amp;b</p>)).toBe('<p class="x">a&amp;b</p>') })
it('has no engine', () => { expect(process.env.TEST_ENGINE).toBeUndefined() })
