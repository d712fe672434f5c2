type Labels = Record<string, string | number>

const escaped = (value: string | number): string =>
  String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** One line of the text format: github.com/prometheus/docs, “Exposition formats”. */
export function sample(name: string, labels: Labels, value: number): string {
  const inside = Object.entries(labels).map(([label, of]) => `${label}="${escaped(of)}"`)
  return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}`
}

export function family(
  name: string,
  kind: 'counter' | 'gauge' | 'histogram',
  help: string,
  samples: string[],
): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples, ''].join('\n')
}
