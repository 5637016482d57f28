import { dirname } from 'node:path';
import type { Bridge } from '../bridge.ts';
import { isReadOnly } from '../config/is-read-only.ts';
import { holidaysOf } from '../deadlines/holidays-of.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { Finding } from '../ledger/notice.ts';
import type { Log } from '../logger.ts';
import { fingerprint } from '../report/fingerprint.ts';
import { decideFindings, type TroubleFinding } from '../watch/decide-findings.ts';
import { expectedSince } from '../watch/expected-since.ts';
import { sendMail } from '../watch/send-mail.ts';
import { type Channel, type Message, type SendDeps, sendMessage } from '../watch/send-message.ts';
import { visit } from '../watch/visit.ts';
import { type AttentionItem, toAttention } from './attention.ts';
import { diskSpace } from './disk-space.ts';
import { environmentProxy } from './environment-proxy.ts';
import type { Host } from './host.ts';
import { noticeMessage } from './notice-message.ts';
import { ledgerFile } from './open-bridge.ts';

export interface Teller {
  /** Looks at what stands after a round, tells each channel what is new, again due or over, and says that we live. */
  afterRound(stop: AbortSignal): Promise<void>;
  /** Sends every channel the same; true where all took it. */
  sendAll(message: Message, stop: AbortSignal): Promise<boolean>;
}

export interface TellerParts {
  readonly host: Host;
  readonly bridge: Pick<Bridge, 'config' | 'ledger' | 'peers'>;
  readonly log: Log;
}

/** Between two rounds, before two were seen. */
const ROUND_MS = 120_000;
const SEND_TIMEOUT_MS = 15_000;
const EIGHT_WEEKS_MS = 56 * 86_400_000;
/** What is usual changes slowly, and is counted over every case. */
const USUAL_FOR_MS = 3_600_000;

/** Tells people what stands, on the channels that the configuration names. A channel that fails is told next time. */
export function createTeller(parts: TellerParts): Teller {
  const { host, bridge, log } = parts;
  const { config, ledger, peers } = bridge;
  const { clock } = host;
  const usual = createUsual(parts);
  let beatenAt = Number.NEGATIVE_INFINITY;
  let roundMs = ROUND_MS;
  let endedAt: number | null = null;

  async function stands() {
    const now = clock.now();
    const items = toAttention(await ledger.readAttention(), config.locale, isReadOnly(config.local)).filter(
      ({ needsPerson }) => needsPerson,
    );
    const troubles = decideFindings({
      now,
      sides: { local: await ledger.readSide('local'), national: await ledger.readSide('national') },
      roundMs,
      late: await ledger.deadlineBoard({ now, todayEnd: now, tomorrowEnd: now }),
      oldestReadyAt: await ledger.oldestReadyAt(),
      missing: await usual(now),
      disk: await diskSpace(dirname(ledgerFile(config))),
      peers: { local: peers.take('local'), national: peers.take('national') },
    });
    return { items, troubles };
  }

  async function send(channel: Channel, message: Message, stop: AbortSignal): Promise<boolean> {
    const isTold = await sendMessage(depsOf(parts, stop), channel, message);
    if (!isTold) log({ event: 'notice-failed', channel: channel.kind });
    return isTold;
  }

  return {
    async afterRound(stop) {
      if (endedAt !== null) roundMs = clock.mono() - endedAt;
      endedAt = clock.mono();
      const { items, troubles } = await stands();
      await ledger.reviewNotices([...items.map(toFinding), ...troubles.map(bare)], clock.now());
      const standing = { items: byKey(items), troubles: byKey(troubles) };
      for (const channel of config.notify) {
        const name = channelName(channel);
        const told = await ledger.noticesToTell(name, channel.on, clock.now());
        if (told.standing.length + told.over.length === 0) continue;
        if (await send(channel, noticeMessage(config, told, standing), stop)) {
          await ledger.noteTold(name, told, clock.now());
        }
      }
      const isWell = troubles.every(({ trouble }) => trouble !== 'away' && trouble !== 'refuses');
      if (config.heartbeat === null || !isWell || clock.mono() - beatenAt < config.heartbeat.everyMs) return;
      beatenAt = clock.mono();
      if (!(await visit(depsOf(parts, stop), config.heartbeat.url)))
        log({ event: 'notice-failed', channel: 'heartbeat' });
    },
    async sendAll(message, stop) {
      let all = true;
      for (const channel of config.notify) all = (await send(channel, message, stop)) && all;
      return all;
    },
  };
}

function toFinding({ key, localId, nationalId }: AttentionItem): Finding {
  return { key, event: 'parked', subject: localId ?? nationalId };
}

function bare({ key, event, subject }: TroubleFinding): Finding {
  return { key, event, subject };
}

function byKey<T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.key, one]));
}

/** The same channel is the same after a restart, whatever stands beside it; no secret of it is kept. */
function channelName(channel: Channel): string {
  switch (channel.kind) {
    case 'webhook':
      return `webhook:${fingerprint(channel.url).slice(0, 16)}`;
    case 'telegram':
      return `telegram:${fingerprint(channel.chatId).slice(0, 16)}`;
    case 'smtp':
      return `smtp:${fingerprint([...channel.to]).slice(0, 16)}`;
  }
}

function createUsual({ bridge }: TellerParts) {
  const { ledger, config } = bridge;
  let known: { readonly at: number; readonly byHour: Awaited<ReturnType<typeof ledger.arrivalsByHour>> } | null = null;
  return async (now: number) => {
    const sinceMs = now - EIGHT_WEEKS_MS;
    const { timezone, maps } = config;
    const count = async () => ({ at: now, byHour: await ledger.arrivalsByHour(sinceMs) });
    const expect = () =>
      expectedSince({ byHour: known?.byHour ?? [], sinceMs, timezone, holidays: holidaysOf(maps.holidays) }, now);
    if (known === null || now - known.at > USUAL_FOR_MS || now < known.at) known = await count();
    const missing = expect();
    // Before anybody is told: perhaps one came since they were counted.
    if (missing === null || missing.expected < 1 || known.at === now) return missing;
    known = await count();
    return expect();
  };
}

function depsOf({ host, bridge }: TellerParts, stop: AbortSignal): SendDeps {
  const proxy = bridge.config.proxy === 'environment' ? environmentProxy(host) : bridge.config.proxy;
  return {
    clientOf: (baseUrl, headers) =>
      createHttpClient({
        baseUrl,
        headers,
        limits: { perMinute: 60, concurrency: 1, timeoutMs: SEND_TIMEOUT_MS },
        ca: null,
        proxy,
        foreignHosts: [],
        clock: host.clock,
        userAgent: `jembatan/${host.version}`,
      }),
    sendMail,
    stop,
  };
}
