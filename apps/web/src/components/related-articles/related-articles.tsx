import type {Article} from '@lantern/content/read'
import type {Gathered} from '../../content/gather.ts'
import {articleKinds} from '../../content/words.ts'
import {CardList} from '../card-list/card-list.tsx'

/** Up to four articles to read next, each with the excerpt that was written for this page. */
export function RelatedArticles({article, gathered}: {article: Article; gathered: Gathered}) {
  const cards = (article.related ?? []).flatMap(({_key, article: ref, excerpt}) => {
    const target = gathered.one('article', ref)
    return target
      ? [
          {
            key: _key,
            href: `/articles/${target.slug.current}`,
            kicker: articleKinds[target.kind],
            title: target.title,
            text: excerpt,
            figure: target.hero,
          },
        ]
      : []
  })
  if (cards.length === 0) return null
  return (
    <section className="wide" aria-labelledby="related">
      <h2 id="related">Read next</h2>
      <CardList cards={cards} level={3} />
    </section>
  )
}
