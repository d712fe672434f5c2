import {cardOf} from '../../content/cards.ts'
import {citationsOf} from '../../content/citations.ts'
import {loadFrame, loadSettings} from '../../content/frame.ts'
import {gather} from '../../content/gather.ts'
import {siteLoader} from '../../content/site-loader.ts'
import {CardList} from '../card-list/card-list.tsx'
import {Prose} from '../prose/prose.tsx'
import './home.css'

const ways = [
  ['/conditions', 'I want to understand my diagnosis', 'What it is, and what its name means'],
  ['/biomarkers', 'I have a test report', 'What each result means in plain words'],
  ['/treatments', 'I want to know my options', 'How each treatment works and is taken'],
  ['/support', 'I need someone to talk to', 'People and places that help'],
] as const

/** The start page: who we are in a sentence, the ways in, and what to read first. */
export async function Home() {
  const frame = await loadFrame()
  const settings = await loadSettings()
  const featured = [...(settings?.featuredArticles ?? []), ...(settings?.featuredConditions ?? [])]
  const gathered = await gather(
    await siteLoader(),
    featured.map(({_ref}) => _ref),
  )
  const articles = gathered.all('article', settings?.featuredArticles)
  const conditions = gathered.all('condition', settings?.featuredConditions)
  return (
    <>
      <div className="hello">
        <div className="hello-inside">
          <h1>{frame.tagline}</h1>
          <div className="hello-text">
            <Prose value={settings?.homeIntro} gathered={gathered} citations={citationsOf([], gathered)} />
          </div>
          <ul className="ways">
            {ways.map(([href, label, hint]) => (
              <li key={href}>
                <a href={href}>{label}</a>
                <p>{hint}</p>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {articles.length > 0 && (
        <section className="wide" aria-labelledby="featured-articles">
          <h2 id="featured-articles">Start here</h2>
          <CardList cards={articles.map(cardOf)} level={3} />
        </section>
      )}
      {conditions.length > 0 && (
        <section className="wide" aria-labelledby="featured-conditions">
          <h2 id="featured-conditions">Conditions</h2>
          <CardList cards={conditions.map(cardOf)} level={3} />
        </section>
      )}
    </>
  )
}
