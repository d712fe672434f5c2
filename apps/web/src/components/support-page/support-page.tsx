import {siteLoader} from '../../content/site-loader.ts'
import {PageHeading} from '../page-heading/page-heading.tsx'
import {SupportResources} from '../support-resources/support-resources.tsx'

/** All people and places that help. */
export async function SupportPage() {
  const resources = await (await siteLoader()).list('supportResource')
  const sorted = [...resources].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <div className="wide">
      <PageHeading
        crumbs={[{href: '/', label: 'Home'}]}
        title="Support"
        lead="You do not have to find your way alone. These people and places help, most of them free."
      />
      {sorted.length > 0 ? <SupportResources resources={sorted} /> : <p>Nothing is published here yet.</p>}
    </div>
  )
}
