import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {Home} from '../../components/home/home.tsx'
import {Index} from '../../components/index-page/index-page.tsx'
import {SiteFrame} from '../../components/site-frame/site-frame.tsx'
import {SupportPage} from '../../components/support-page/support-page.tsx'
import {loadFrame} from '../../content/frame.ts'
import {isIndexName, indexes} from '../../content/indexes.ts'
import {metadataOf} from '../../content/metadata.ts'

type Props = {params: Promise<{section?: string[]}>}

// One route with a parameter for the home page and the lists: with no parameter known while building, Next makes them
// at the first request, from the lake, and `next build` needs none.
export const generateStaticParams = () => []

async function pageName({params}: Props): Promise<string | null> {
  const [name = 'home', ...rest] = (await params).section ?? []
  const known =
    name === 'home' ? (await params).section === undefined : name === 'support' || isIndexName(name)
  return known && rest.length === 0 ? name : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const name = await pageName(props)
  if (name === null) return {}
  const frame = await loadFrame()
  if (name === 'home')
    return {
      ...metadataOf({path: '/', title: frame.siteName, description: frame.tagline}),
      title: {absolute: `${frame.siteName} – ${frame.tagline}`},
    }
  if (isIndexName(name))
    return metadataOf({path: `/${name}`, title: indexes[name].title, description: indexes[name].lead})
  return metadataOf({path: '/support', title: 'Support', description: 'People and places that help.'})
}

export default async function SectionRoute(props: Props) {
  const name = await pageName(props)
  if (name === null) notFound()
  return (
    <SiteFrame frame={await loadFrame()}>
      {name === 'home' ? <Home /> : isIndexName(name) ? <Index name={name} /> : <SupportPage />}
    </SiteFrame>
  )
}
