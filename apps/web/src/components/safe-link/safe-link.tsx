import type {ReactNode} from 'react'
import {safeHref} from '../../links/safe-href.ts'

/** A link to an address that an editor typed; its text alone when the address is not one that we follow. */
export function SafeLink({
  href,
  children,
  className,
}: {
  href: string
  children: ReactNode
  className?: string
}) {
  const safe = safeHref(href)
  if (safe === null) return <>{children}</>
  const rel = /^https?:/i.test(safe) ? 'noreferrer noopener' : undefined
  return (
    <a href={safe} className={className} rel={rel}>
      {children}
    </a>
  )
}
