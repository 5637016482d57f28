import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { healthySide } from '../../src/ledger/side.ts';
import { createMetrics, type MetricFacts } from '../../src/watch/create-metrics.ts';

/** One metric as a scraper reads it. */
interface Family {
  readonly name: string;
  readonly metrics: readonly { readonly value?: string; readonly labels?: Readonly<Record<string, string>> }[];
}

/** Written for CommonJS, without types. Throws for text that is none. */
const parseText: (text: string) => readonly Family[] = createRequire(import.meta.url)('parse-prometheus-text-format');

const FACTS: MetricFacts = {
  cases: { open: 12, closed: 30, late: 2 },
  deliveries: { ready: 1, sending: 0, doubt: 0, parked: 3, held: 0, done: 80 },
  attention: 3,
  sides: [
    { ...healthySide('local'), lastOkAt: 1_700_000_000_500, lastNewAt: null },
    { ...healthySide('national'), state: 'down' },
  ],
  oldestReadyAt: null,
  ledgerBytes: 4096,
};

const DONE = { create: 2, reject: 0, 'follow-up': 1, report: 0, 'write-back': 4, response: 0 };

async function render() {
  const metrics = createMetrics({ version: '1.2.3', site: 'kota-serang' });
  metrics.observe({ durationMs: 2_000, requests: { local: 5, national: 7 }, done: DONE });
  metrics.observe({ durationMs: 400, requests: { local: 1, national: 0 }, done: { ...DONE, create: 1 } });
  return await metrics.render(FACTS);
}

describe('createMetrics()', () => {
  it('gives text that a scraper can read', async () => {
    const text = await render();
    expect(text.endsWith('# EOF\n')).toBe(true);
    const families = new Map(parseText(text).map((family) => [family.name, family]));
    const amountOf = (name: string, labels: Readonly<Record<string, string>> = {}) =>
      families
        .get(name)
        ?.metrics.find((one) => Object.entries(labels).every(([label, value]) => one.labels?.[label] === value))?.value;
    expect(amountOf('jembatan_build_info', { version: '1.2.3', site: 'kota-serang' })).toBe('1');
    expect(amountOf('jembatan_cases', { state: 'late' })).toBe('2');
    expect(amountOf('jembatan_deliveries', { state: 'parked' })).toBe('3');
    expect(amountOf('jembatan_side_up', { side: 'national' })).toBe('0');
    expect(amountOf('jembatan_side_last_answer_timestamp_seconds', { side: 'local' })).toBe('1700000000.5');
    expect(amountOf('jembatan_oldest_ready_timestamp_seconds')).toBe('0');
    expect(text).toContain('jembatan_requests_total{side="local"} 6');
    expect(text).toContain('jembatan_delivered_total{kind="create"} 3');
    expect(text).toContain('jembatan_round_duration_seconds_count 2');
  });

  it('counts in a registry of its own, from nothing', async () => {
    await render();
    expect(await render()).toContain('jembatan_requests_total{side="local"} 6');
  });
});

describe('the dashboard of Grafana', () => {
  it('asks for nothing that is not measured, and shows all that is', async () => {
    const file = join(import.meta.dirname, '..', '..', 'deploy', 'grafana-jembatan.json');
    const dashboard = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
    };
    const asked = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');
    const names = new Set(asked.match(/jembatan_[a-z_]+/g));
    const measured = [...(await render()).matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', type]) => {
      if (type === 'histogram') return [`${name}_bucket`, `${name}_count`, `${name}_sum`];
      return type === 'counter' ? [`${name.replace(/_total$/, '')}_total`] : [name];
    });
    expect([...names].filter((name) => !measured.includes(name))).toEqual([]);
    const left = measured.filter((name) => !names.has(name) && !/_(bucket|count|sum)$/.test(name));
    expect(left).toEqual([]);
  });
});
