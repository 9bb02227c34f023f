import type { Child } from 'hono/jsx'
import type { HolderLanguage } from '../i18n/holder-languages.ts'

/** A page before its frame: what a view returns. */
export type Page = {
  title: string
  main: Child
  /**
   * The frame around it, and who may keep it: public information may be kept by browsers and compressed once,
   * all else is made for one visitor and kept by nobody.
   */
  kind: 'public' | 'staff' | 'desk'
  /** The language it is written in, where that is one that only holders have. */
  reader?: HolderLanguage
  description?: string
  /** Its one full address, for search engines; only where it may be found by all. */
  canonical?: string
  /**
   * Handed to the client across the table: no menu, nobody's name and no way into the register; in the reader's own
   * language, which may be one that staff pages do not have.
   */
  handed?: { lang: string; direction: 'ltr' | 'rtl' }
  /** Without anything of who fetched it, since a browser keeps it: no menu, no name, only the way home. */
  bare?: { home: string }
  /** For a frame on a page of others: the main part alone, whose links open in the whole window. */
  embedded?: true
  /** Hashed addresses of scripts that make the page nicer; it works without them. */
  scripts?: string[]
  /** Hashed addresses of style sheets that only this page needs. */
  styles?: string[]
}
