import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import {Preview} from '../components/preview/preview.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

export const metadata: Metadata = {
  title: {template: '%s – Lantern', default: 'Lantern'},
  icons: {icon: '/icon.svg'},
}

// The layout asks the backend for nothing: Next makes “not found” while building, without a lake.
export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body>
        {children}
        <Preview />
      </body>
    </html>
  )
}
