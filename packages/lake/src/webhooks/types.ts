/** A webhook as configured: which changes it hears of, what it sends, and where to. */
export type Webhook = {
  name: string
  dataset: string
  url: string
  filter: string
  projection?: string
  secret: string
  includeDrafts?: boolean
}
