import { describe, expect, it } from 'vitest';
import { sendMail } from '../../src/watch/send-mail.ts';
import { openSmtpServer } from '../support/smtp-server.ts';

const MESSAGE = { subject: 'Ringkasan 1', text: 'Satu baris.', html: '<p>Satu baris.</p>', data: {} };

function channel(port: number, tls: 'none' | 'starttls' = 'none') {
  const addresses = { from: 'jembatan@kota.example', to: ['a@kota.example', 'b@kota.example'] };
  const relay = { host: '127.0.0.1', port, tls, username: null, password: null };
  return { kind: 'smtp' as const, ...relay, ...addresses, on: ['parked' as const] };
}

describe('sendMail()', () => {
  it('hands the relay one mail for all, as text and as HTML', async () => {
    const { port, mails } = await openSmtpServer();

    expect(await sendMail(channel(port), MESSAGE)).toBe(true);

    expect(mails).toMatchObject([{ from: 'jembatan@kota.example', to: ['a@kota.example', 'b@kota.example'] }]);
    expect(mails[0]?.data).toContain('Subject: Ringkasan 1');
    expect(mails[0]?.data).toContain('Satu baris.');
    expect(mails[0]?.data).toContain('<p>Satu baris.</p>');
  });

  it('says so where the relay takes nothing, is not there, or cannot encrypt although it has to', async () => {
    const { port } = await openSmtpServer({ refusal: '550 no' });
    const plain = await openSmtpServer();

    expect(await sendMail(channel(port), MESSAGE)).toBe(false);
    expect(await sendMail(channel(1), MESSAGE)).toBe(false);
    expect(await sendMail(channel(plain.port, 'starttls'), MESSAGE)).toBe(false);
    expect(plain.mails).toEqual([]);
  });
});
