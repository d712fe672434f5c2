import type {ReactNode} from 'react'
import type {Frame} from '../../content/frame.ts'
import {safeHref} from '../../links/safe-href.ts'
import './site-frame.css'

const sections = [
  ['/conditions', 'Conditions'],
  ['/treatments', 'Treatments'],
  ['/biomarkers', 'Biomarkers'],
  ['/articles', 'Articles'],
  ['/support', 'Support'],
] as const

/** What stands around every page: notices at the very top, the way about, and the education disclaimer at the end. */
export function SiteFrame({frame, children}: {frame: Frame; children: ReactNode}) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <Notices notices={frame.notices} />
      <header className="masthead">
        <a className="masthead-name" href="/">
          <LanternMark />
          {frame.siteName}
        </a>
        <nav aria-label="Sections">
          <ul>
            {sections.map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {frame.sampleBanner && (
        <p className="sample" role="note">
          {frame.sampleBanner}
        </p>
      )}
      <main id="main">{children}</main>
      <footer className="colophon">
        <div className="colophon-inside">
          <p className="colophon-disclaimer">{frame.disclaimer}</p>
          {frame.footerNote && <p>{frame.footerNote}</p>}
          <p>These pages set no cookies and load nothing from any other company.</p>
        </div>
      </footer>
    </>
  )
}

function Notices({notices}: {notices: Frame['notices']}) {
  if (notices.length === 0) return null
  return (
    <section className="notices" aria-label="Notice">
      {notices.map(({id, text, href, label}) => {
        const safe = safeHref(href)
        return (
          <p key={id}>
            {text} {safe && <a href={safe}>{label}</a>}
          </p>
        )
      })}
    </section>
  )
}

function LanternMark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M11 9a5 5 0 0 1 10 0" fill="none" stroke="currentColor" strokeWidth="2" />
      <rect x="8" y="9" width="16" height="3" rx="1.5" fill="currentColor" />
      <path
        d="M10 13h12l1.500 12h-15z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        className="mark-flame"
        d="M16 15.500c2.400 2.400 3 3.900 3 5.200a3 3 0 0 1-6 0c0-1.300.6-2.800 3-5.200z"
      />
      <rect x="8" y="26" width="16" height="3" rx="1.500" fill="currentColor" />
    </svg>
  )
}
