/**
 * In a form that takes long, such as one with a large file: said when it has been sent, and a second press sends nothing.
 * Without script there is the browser’s own sign that a page is on its way.
 */
export const Busy = ({ children }: { children: string }) => <div role="status" data-busy={children} />
