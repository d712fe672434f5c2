import type {ReactNode} from 'react'
import {dayInWords} from '../../content/words.ts'
import './page-heading.css'

type Crumb = {href: string; label: string}
type Heading = {
  crumbs: readonly Crumb[]
  kicker?: string | undefined
  title: string
  lead: string
  children?: ReactNode
}

/** The head of a page: the way back, the title, and one paragraph that says what the page gives. */
export function PageHeading({crumbs, kicker, title, lead, children}: Heading) {
  return (
    <header className="heading">
      <nav aria-label="Breadcrumb" className="crumbs">
        <ol>
          {crumbs.map(({href, label}) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ol>
      </nav>
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {children}
    </header>
  )
}

/** Who reviewed a page and when. Until approvals exist, every page says that nobody has. */
export function ReviewLine({updatedAt}: {updatedAt: string}) {
  return (
    <p className="review">
      <span className="review-state">Not yet reviewed</span>
      <span>
        Last updated <time dateTime={updatedAt.slice(0, 10)}>{dayInWords(updatedAt)}</time>
      </span>
    </p>
  )
}
