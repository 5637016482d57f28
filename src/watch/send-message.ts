import type { Config } from '../config/to-config.ts';
import type { HttpClient } from '../http/http-client.ts';

export type Channel = Config['notify'][number];

/** What one channel is told: the same in words and, for a machine, as data. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  /** For mail only. */
  readonly html?: string;
  /** For a webhook only. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface SendDeps {
  /** A client for one address, closed by whoever asked for it. */
  readonly clientOf: (baseUrl: string, headers: Readonly<Record<string, string>>) => HttpClient;
  readonly sendMail: (channel: Extract<Channel, { kind: 'smtp' }>, message: Message) => Promise<boolean>;
  readonly stop: AbortSignal;
}

/** Longest text that Telegram takes (Bot API, `sendMessage`). */
const TELEGRAM_MAX = 4096;

/** Tells one channel. False: it did not take it, or nobody knows; then it is told again, which harms nobody. */
export async function sendMessage(deps: SendDeps, channel: Channel, message: Message): Promise<boolean> {
  switch (channel.kind) {
    case 'webhook': {
      const { text, subject, data } = message;
      return await post(deps, { url: channel.url, headers: channel.headers }, { subject, text, ...data });
    }
    case 'telegram': {
      const url = `${channel.baseUrl.replace(/\/$/, '')}/bot${channel.token}/sendMessage`;
      const text = `${message.subject}\n\n${message.text}`.slice(0, TELEGRAM_MAX);
      const value = { chat_id: channel.chatId, text, link_preview_options: { is_disabled: true } };
      return await post(deps, { url, headers: {} }, value);
    }
    case 'smtp':
      return await deps.sendMail(channel, message);
  }
}

async function post(
  { clientOf, stop }: SendDeps,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  value: unknown,
): Promise<boolean> {
  const { origin, pathname, search } = new URL(url);
  const client = clientOf(origin, headers);
  try {
    const path = `${pathname}${search}`;
    const answer = await client.exchange({ method: 'POST', path, body: { kind: 'json', value }, stop });
    return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
  } finally {
    client.close();
  }
}
