/* Prints what a GROQ query gives; parameters are `name=value`, the value JSON or else text. */
import {runTool} from './run-tool.ts'

function parameter(word: string): [string, unknown] {
  const [name = '', ...rest] = word.split('=')
  const value = rest.join('=')
  try {
    return [name, JSON.parse(value)]
  } catch {
    return [name, value]
  }
}

await runTool({
  usage: `npm run --silent query -- '*[_type == $type]{name}' type=person`,
  work: async ([query, ...given], client) => {
    if (!query) return null
    const result: unknown = await client.fetch(query, Object.fromEntries(given.map(parameter)))
    return JSON.stringify(result, null, 2)
  },
})
