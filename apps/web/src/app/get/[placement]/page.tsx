import {storeAddresses} from '@lantern/app-links'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {SiteFrame} from '../../../components/site-frame/site-frame.tsx'
import {loadFrame} from '../../../content/frame.ts'
import {loadLanding} from '../../../content/invitation.ts'

type Props = {params: Promise<{placement: string}>}

export const generateStaticParams = () => []

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const landing = await loadLanding((await params).placement)
  return {
    title: landing ? `Get ${landing.app.name}` : 'Page not found',
    robots: {index: false, follow: false},
  }
}

/** The last step on our own pages: two plain links, no redirect and nothing that follows the reader. */
export default async function GetRoute({params}: Props) {
  const landing = await loadLanding((await params).placement)
  if (!landing) notFound()
  const {callToAction, app} = landing
  const {appStore, googlePlay} = storeAddresses(app)
  return (
    <SiteFrame frame={await loadFrame()}>
      <div className="column message">
        <p className="kicker">{app.name}</p>
        <h1>{callToAction.heading}</h1>
        <p className="lead">{callToAction.line}</p>
        <p>
          Choose the store of your phone. The link opens the store’s own page and tells it nothing about what
          you read here.
        </p>
        <p className="stores">
          {appStore && (
            <a className="button" href={appStore} rel="noreferrer noopener">
              App Store (iPhone)
            </a>
          )}
          {googlePlay && (
            <a className="button" href={googlePlay} rel="noreferrer noopener">
              Google Play (Android)
            </a>
          )}
        </p>
        {callToAction.legalLine && <p>{callToAction.legalLine}</p>}
      </div>
    </SiteFrame>
  )
}
