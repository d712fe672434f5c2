import {family, sample} from './exposition.ts'

/** Upper bounds in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

type Latency = {counts: number[]; sum: number; count: number}

/** Requests by route, never by address: a route is one of ours, so nothing that a caller writes becomes a label. */
export type RequestCounts = {
  add(request: {method: string; route: string; status: number; seconds: number}): void
  text(): string
}

export function createRequestCounts(): RequestCounts {
  const totals = new Map<string, {method: string; route: string; status: number; count: number}>()
  const latencies = new Map<string, Latency>()
  return {
    add: ({method, route, status, seconds}) => {
      const key = `${method} ${route} ${status}`
      const total = totals.get(key) ?? {method, route, status, count: 0}
      total.count += 1
      totals.set(key, total)
      const latency = latencies.get(route) ?? {counts: buckets.map(() => 0), sum: 0, count: 0}
      latency.counts = latency.counts.map(
        (count, index) => count + (seconds <= (buckets[index] ?? 0) ? 1 : 0),
      )
      latency.sum += seconds
      latency.count += 1
      latencies.set(route, latency)
    },
    text: () =>
      family(
        'lake_requests_total',
        'counter',
        'Requests answered.',
        [...totals.values()].map(({count, ...labels}) => sample('lake_requests_total', labels, count)),
      ) +
      family(
        'lake_request_seconds',
        'histogram',
        'Time until the answer began.',
        [...latencies].flatMap(linesOf),
      ),
  }
}

function linesOf([route, {counts, sum, count}]: [string, Latency]): string[] {
  const name = 'lake_request_seconds'
  return [
    ...counts.map((below, index) => sample(`${name}_bucket`, {route, le: buckets[index] ?? ''}, below)),
    sample(`${name}_bucket`, {route, le: '+Inf'}, count),
    sample(`${name}_sum`, {route}, sum),
    sample(`${name}_count`, {route}, count),
  ]
}
