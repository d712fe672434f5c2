import {SiteFrame} from '../components/site-frame/site-frame.tsx'
import {bareFrame} from '../content/frame.ts'

export const metadata = {title: 'Page not found', robots: {index: false}}

export default function NotFound() {
  return (
    <SiteFrame frame={bareFrame}>
      <div className="column message">
        <p className="kicker">Page not found</p>
        <h1>We cannot find this page</h1>
        <p>It may have moved, or the address may have a small mistake in it. These pages may help:</p>
        <ul>
          <li>
            <a href="/">The start page</a>
          </li>
          <li>
            <a href="/conditions">All conditions</a>
          </li>
          <li>
            <a href="/support">People and places that help</a>
          </li>
        </ul>
      </div>
    </SiteFrame>
  )
}
