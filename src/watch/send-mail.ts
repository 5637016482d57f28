import { createTransport } from 'nodemailer';
import type { Channel, Message } from './send-message.ts';

const TIMEOUT_MS = 15_000;

/** Hands one mail to the relay; false: it did not take it. Files and addresses in a text are never followed. */
export async function sendMail(channel: Extract<Channel, { kind: 'smtp' }>, message: Message): Promise<boolean> {
  const { host, port, tls, username, password, from, to } = channel;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { subject, text, html } = message;
    await transport.sendMail({ from, to: [...to], subject, text, ...(html === undefined ? {} : { html }) });
    return true;
  } catch {
    return false;
  } finally {
    transport.close();
  }
}
