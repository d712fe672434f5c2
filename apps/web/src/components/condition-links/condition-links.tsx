import type {Condition} from '@lantern/content/read'

/** Ways to the conditions that name the document of this page. */
export function ConditionLinks({conditions, title}: {conditions: readonly Condition[]; title: string}) {
  if (conditions.length === 0) return null
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{title}</h2>
      <ul>
        {conditions.map(({_id, name, slug}) => (
          <li key={_id}>
            <a href={`/conditions/${slug.current}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
