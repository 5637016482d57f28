import type { Config } from '../config/to-config.ts';
import type { HttpClient } from '../http/http-client.ts';
import { visit } from './visit.ts';

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
      const body = { kind: 'json', value: { subject, text, ...data } } as const;
      return await visit(deps, channel.url, { headers: channel.headers, body });
    }
    case 'telegram': {
      const url = `${channel.baseUrl.replace(/\/$/, '')}/bot${channel.token}/sendMessage`;
      const text = `${message.subject}\n\n${message.text}`.slice(0, TELEGRAM_MAX);
      const value = { chat_id: channel.chatId, text, link_preview_options: { is_disabled: true } };
      return await visit(deps, url, { body: { kind: 'json', value } });
    }
    case 'smtp':
      return await deps.sendMail(channel, message);
  }
}
