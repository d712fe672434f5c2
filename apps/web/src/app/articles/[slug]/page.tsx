import {readingMinutes} from '@lantern/content/read'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {articleBlocks} from '../../../components/article-blocks/article-blocks.tsx'
import {CallToAction} from '../../../components/call-to-action/call-to-action.tsx'
import {Contents} from '../../../components/contents/contents.tsx'
import {JsonLd} from '../../../components/json-ld/json-ld.tsx'
import {PageHeading, ReviewLine} from '../../../components/page-heading/page-heading.tsx'
import {Picture} from '../../../components/picture/picture.tsx'
import {Prose} from '../../../components/prose/prose.tsx'
import {RelatedArticles} from '../../../components/related-articles/related-articles.tsx'
import {SiteFrame} from '../../../components/site-frame/site-frame.tsx'
import {SourceList} from '../../../components/source-list/source-list.tsx'
import {loadArticlePage, type ArticlePage} from '../../../content/article-page.ts'
import {loadFrame} from '../../../content/frame.ts'
import {headingsOf} from '../../../content/headings.ts'
import {invitationFor} from '../../../content/invitation.ts'
import {medicalWebPage} from '../../../content/medical-web-page.ts'
import {metadataOf} from '../../../content/metadata.ts'
import {articleKinds, listInWords} from '../../../content/words.ts'

type Props = {params: Promise<{slug: string}>}

export const generateStaticParams = () => []

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const page = await loadArticlePage((await params).slug)
  if (!page) return {}
  const {title, dek, slug, seo} = page.article
  return metadataOf({path: `/articles/${slug.current}`, title, description: dek, seo})
}

export default async function ArticleRoute({params}: Props) {
  const page = await loadArticlePage((await params).slug)
  if (!page) notFound()
  const {article, gathered, citations} = page
  const invitation = await invitationFor({id: article._id, type: 'article'})
  return (
    <SiteFrame frame={await loadFrame()}>
      <JsonLd thing={structured(page)} />
      <article className="article">
        <PageHeading
          crumbs={crumbs}
          kicker={articleKinds[article.kind]}
          title={article.title}
          lead={article.dek}
        >
          <Byline page={page} />
          <ReviewLine updatedAt={article._updatedAt} />
        </PageHeading>
        <Picture figure={article.hero} sizes="(min-width: 70rem) 66rem, 100vw" first />
        <div className="with-contents">
          <Contents headings={headingsOf(article.body)} hasSources={citations.sources.length > 0} />
          <div className="column prose">
            <Prose
              value={article.body}
              gathered={gathered}
              citations={citations}
              blocks={articleBlocks({gathered, citations})}
            />
            <SourceList citations={citations} />
          </div>
        </div>
      </article>
      {invitation && <CallToAction content={invitation.callToAction} publicId={invitation.publicId} />}
      <RelatedArticles article={article} gathered={gathered} />
    </SiteFrame>
  )
}

const crumbs = [
  {href: '/', label: 'Home'},
  {href: '/articles', label: 'Articles'},
]

function Byline({page: {article, gathered}}: {page: ArticlePage}) {
  const authors = gathered.all('person', article.authors)
  const names = authors.map(({name, credentials}) => (credentials ? `${name}, ${credentials}` : name))
  const minutes = readingMinutes(article.body)
  return (
    <p className="byline">
      {names.length > 0 && <span>By {listInWords(names)}</span>}
      <span>
        {minutes} {minutes === 1 ? 'minute' : 'minutes'} to read
      </span>
    </p>
  )
}

function structured({article, gathered, citations}: ArticlePage) {
  const condition = gathered.one('condition', article.mainCondition)
  return medicalWebPage({
    path: `/articles/${article.slug.current}`,
    title: article.title,
    description: article.dek,
    updatedAt: article._updatedAt,
    about: condition ? {name: condition.name, kind: 'MedicalCondition', codes: condition.codes} : undefined,
    sources: citations.sources,
  })
}
