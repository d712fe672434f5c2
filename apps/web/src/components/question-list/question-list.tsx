import type {Question} from '@lantern/content/read'
import './question-list.css'

/** Questions to take to the doctor, with why each helps. */
export function QuestionList({
  questions,
  title,
}: {
  questions: readonly Question[]
  title?: string | undefined
}) {
  if (questions.length === 0) return null
  return (
    <section className="questions">
      {title && <h3>{title}</h3>}
      <ul>
        {questions.map((question) => (
          <li key={question._id}>
            <p className="question-text">{question.text}</p>
            <p className="question-why">{question.whyItHelps}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
