const allowed = /^(?:https?:\/\/[^\s/\\]|mailto:[^\s]|tel:[+\d]|\/(?![/\\])|#)/i
// Browsers drop tabs and line breaks inside an address and controls before it: such an address is not what it seems.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const deceptive = /[\u0000-\u0020\u007f\u00a0\u2028\u2029\\]/

/** The address when it is http(s), mailto, tel, an own path or a fragment; else `null`. */
export function safeHref(href: string | null | undefined): string | null {
  if (!href || deceptive.test(href) || !allowed.test(href)) return null
  return href
}

/** A tel: address of a written phone number, or `null` when it holds no number that can be dialled. */
export function telHref(phone: string): string | null {
  const digits = phone.replace(/(?!^\+)[^\d]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null
}
