import { Counter, Gauge, Histogram, type OpenMetricsContentType, Registry } from 'prom-client';
import type { DeliveryKind, DeliveryState, Side } from '../ledger/delivery.ts';
import type { SideHealth } from '../ledger/side.ts';

/** What one round did. */
export interface RoundMeasured {
  readonly durationMs: number;
  readonly requests: Readonly<Record<Side, number>>;
  readonly done: Readonly<Record<DeliveryKind, number>>;
}

/** What stands when somebody asks. Times are epoch milliseconds. */
export interface MetricFacts {
  readonly cases: Readonly<Record<'open' | 'closed' | 'late', number>>;
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
  readonly attention: number;
  readonly sides: readonly SideHealth[];
  readonly oldestReadyAt: number | null;
  readonly ledgerBytes: number;
}

export interface Metrics {
  /** Counts a round that came to its end. */
  observe(round: RoundMeasured): void;
  /** Text in OpenMetrics 1.0, with what stands now. */
  render(facts: MetricFacts): Promise<string>;
  readonly contentType: string;
}

/** What a machine can watch. Labels are fixed words of ours: no id and no name is a label. */
export function createMetrics(build: { readonly version: string; readonly site: string }): Metrics {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `jembatan_${name}`, help, labelNames: [...labelNames], registers });
  const info = gauge('build_info', 'The version that runs, and for whom.', ['version', 'site']);
  info.set({ ...build }, 1);
  const cases = gauge('cases', 'Reports that the ledger knows.', ['state']);
  const deliveries = gauge('deliveries', 'What the bridge owes or owed a side.', ['state']);
  const attention = gauge('attention', 'What waits for a person.');
  const sideUp = gauge('side_up', 'Whether a side answers: 1 or 0.', ['side']);
  const lastOk = gauge('side_last_answer_timestamp_seconds', 'When a side answered last.', ['side']);
  const lastNew = gauge('side_last_news_timestamp_seconds', 'When a side had news last.', ['side']);
  const oldest = gauge('oldest_ready_timestamp_seconds', 'Since when the oldest delivery has waited; 0: none waits.');
  const bytes = gauge('ledger_bytes', 'Size of the ledger.');
  const rounds = new Histogram({
    name: 'jembatan_round_duration_seconds',
    help: 'Rounds, and how long each took.',
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900],
    registers,
  });
  const requests = new Counter({
    ...{ name: 'jembatan_requests_total', help: 'Requests to a side.', labelNames: ['side'], registers },
  });
  const delivered = new Counter({
    ...{ name: 'jembatan_delivered_total', help: 'What arrived, by its kind.', labelNames: ['kind'], registers },
  });
  return {
    observe({ durationMs, requests: asked, done }) {
      rounds.observe(durationMs / 1000);
      for (const [side, count] of Object.entries(asked)) requests.inc({ side }, count);
      for (const [kind, count] of Object.entries(done)) delivered.inc({ kind }, count);
    },
    async render(facts) {
      for (const [state, count] of Object.entries(facts.cases)) cases.set({ state }, count);
      for (const [state, count] of Object.entries(facts.deliveries)) deliveries.set({ state }, count);
      attention.set(facts.attention);
      for (const { name: side, state, lastOkAt, lastNewAt } of facts.sides) {
        sideUp.set({ side }, state === 'up' ? 1 : 0);
        lastOk.set({ side }, (lastOkAt ?? 0) / 1000);
        lastNew.set({ side }, (lastNewAt ?? 0) / 1000);
      }
      oldest.set((facts.oldestReadyAt ?? 0) / 1000);
      bytes.set(facts.ledgerBytes);
      return await registry.metrics();
    },
    contentType: Registry.OPENMETRICS_CONTENT_TYPE,
  };
}
