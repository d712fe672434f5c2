/** Every endpoint of the lake, with a call that would be answered if the caller were let in. */
export type Endpoint = {method: 'GET' | 'POST' | 'PUT'; path: string; body?: string}

const get = (path: string): Endpoint => ({method: 'GET', path})
const create = JSON.stringify({mutations: [{create: {_id: 'written', _type: 'article'}}]})
const action = JSON.stringify({
  actions: [
    {
      actionType: 'sanity.action.document.create',
      publishedId: 'written',
      attributes: {_id: 'drafts.written', _type: 'article'},
    },
  ],
})

/** Those that show or change content; `id` is asked for where an id is. */
export const contentEndpoints = (id: string): Endpoint[] => {
  const found = encodeURIComponent(`*[_id == "${id}"]`)
  return [
    get(`/v1/data/query/production?query=${found}&perspective=raw`),
    get(`/v1/data/query/production?query=${encodeURIComponent(`count(*[_id == "${id}"])`)}&perspective=raw`),
    get(
      `/v1/data/query/production?query=${encodeURIComponent(`*[references("${id}")]{..., "to": about->}`)}`,
    ),
    get(`/v1/data/query/production?query=${encodeURIComponent(`{"_ref": "${id}"}->`)}&perspective=raw`),
    get(`/v2025-02-19/data/query/production?query=*&perspective=drafts`),
    get(`/v2025-02-19/data/query/production?query=*&perspective=rSpring`),
    {method: 'POST', path: '/v1/data/query/production', body: JSON.stringify({query: '*'})},
    get(`/v1/data/doc/production/${id}`),
    get(`/v1/data/doc/production/${id}?includeAllVersions=true&excludeContent=true`),
    get(`/v1/data/listen/production?query=${found}&includeResult=true`),
    get('/v1/data/listen/production?query=*&includeAllVersions=true'),
    get('/v1/data/live/events/production'),
    get('/v1/data/live/events/production?includeDrafts=true'),
    get(`/v1/data/history/production/transactions/${id}?effectFormat=mendoza`),
    get(`/v1/data/history/production/documents/${id}?lastRevision=true`),
    get(`/v1/data/history/production/documents/${id}?time=2100-01-01T00:00:00Z`),
    get(`/v1/data/history/production/events/documents/${id}`),
    get('/v1/data/export/production'),
    {method: 'POST', path: '/v1/data/mutate/production?returnDocuments=true', body: create},
    {method: 'POST', path: '/v1/data/mutate/production?dryRun=true', body: create},
    {method: 'POST', path: '/v1/data/actions/production', body: action},
    {method: 'POST', path: '/v1/assets/images/production?filename=a.png', body: '{}'},
    {method: 'POST', path: '/v1/assets/files/production?filename=a.txt', body: '{}'},
  ]
}

export const sessionEndpoints: readonly Endpoint[] = [
  get('/v1/auth/id'),
  get('/v1/users/ada'),
  get('/v1/users/me/keyvalue/a'),
  {method: 'PUT', path: '/v1/users/me/keyvalue', body: '[{"key":"a","value":1}]'},
  get('/v1/projects/lantern'),
  get('/v1/projects/lantern/roles'),
  get('/v1/projects/lantern/datasets'),
  get('/v1/datasets'),
  {method: 'PUT', path: '/v1/datasets/made', body: '{}'},
  get('/v1/projects/lantern/datasets/production/acl'),
  {method: 'POST', path: '/v1/comments/production/setup', body: '{}'},
]

/** Those that anybody may ask: they say nothing of content or people. */
export const openEndpoints: readonly Endpoint[] = [
  get('/healthz'),
  get('/v1/users/me'),
  get('/v1/auth/providers'),
  get('/v1/auth/fetch?sid=none'),
  get('/v1/auth/login?origin=http://localhost:3334'),
  get('/v1/features'),
  get('/v1/check/cors'),
  get('/v1/ping'),
  get('/images/lantern/production/none.png'),
  get('/files/lantern/production/none.txt'),
]
