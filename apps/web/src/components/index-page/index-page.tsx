import {cardOf} from '../../content/cards.ts'
import {indexes, type IndexName} from '../../content/indexes.ts'
import {titleOf} from '../../content/paths.ts'
import {siteLoader} from '../../content/site-loader.ts'
import {CardList} from '../card-list/card-list.tsx'
import {PageHeading} from '../page-heading/page-heading.tsx'

/** All pages of one kind, by name. */
export async function Index({name}: {name: IndexName}) {
  const {type, title, lead} = indexes[name]
  const documents = await (await siteLoader()).list(type)
  const sorted = [...documents].sort((a, b) => titleOf(a).localeCompare(titleOf(b), 'en'))
  return (
    <div className="wide">
      <PageHeading crumbs={[{href: '/', label: 'Home'}]} title={title} lead={lead} />
      {sorted.length > 0 ? (
        <CardList cards={sorted.map(cardOf)} level={2} />
      ) : (
        <p>Nothing is published here yet.</p>
      )}
    </div>
  )
}
