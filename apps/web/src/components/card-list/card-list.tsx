import {PictureImage, type FigureContent} from '../picture/picture.tsx'
import './card-list.css'

export type Card = {
  key: string
  href: string
  title: string
  text: string
  kicker?: string | undefined
  figure?: FigureContent | undefined
}

/** Ways to other pages of the site. */
export function CardList({cards, level}: {cards: readonly Card[]; level: 2 | 3}) {
  const Title = `h${level}` as const
  return (
    <ul className="cards">
      {cards.map(({key, href, title, text, kicker, figure}) => (
        <li key={key} className="card">
          {figure && (
            <PictureImage figure={{...figure, decorative: true}} sizes="(min-width: 48rem) 22rem, 100vw" />
          )}
          <div className="card-text">
            {kicker && <p className="kicker">{kicker}</p>}
            <Title>
              <a href={href}>{title}</a>
            </Title>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
