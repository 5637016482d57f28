import { describe, expect, it } from 'vitest';
import { attachmentSource } from '../../../src/local/rest/attachment-source.ts';

const SIDE = { baseUrl: 'https://rabeg.test/api', attachmentHosts: ['files.example.test', 'cdn.example.test:8443'] };

describe('attachmentSource()', () => {
  it.each([
    ['/storage/x.jpg', '/storage/x.jpg'],
    ['storage/x.jpg', '/storage/x.jpg'],
    ['../../x.jpg', '/x.jpg'],
    ['?id=7', '/api?id=7'],
    ['x.jpg#halaman', '/x.jpg'],
    ['//rabeg.test/x.jpg', '/x.jpg'],
    ['https://RABEG.test:443/x.jpg', '/x.jpg'],
    ['http://rabeg.test:443/x.jpg', '/x.jpg'],
  ])('finds %s on the own host', (url, path) => {
    expect(attachmentSource(url, SIDE)).toEqual({ kind: 'own', path });
  });

  it('resolves against a base URL that ends in a slash as a browser would', () => {
    const side = { ...SIDE, baseUrl: 'https://rabeg.test/api/' };
    expect(attachmentSource('x.jpg', side)).toEqual({ kind: 'own', path: '/api/x.jpg' });
  });

  it.each(['https://files.example.test/x.jpg', 'https://cdn.example.test:8443/x.jpg'])(
    'takes %s from a listed host',
    (url) => {
      expect(attachmentSource(url, SIDE)).toEqual({ kind: 'foreign', url: new URL(url) });
    },
  );

  it.each([
    ['https://other.example.test/x.jpg', 'foreign-host'],
    ['https://rabeg.test:8443/x.jpg', 'foreign-host'],
    ['http://rabeg.test/x.jpg', 'foreign-host'],
    ['https://cdn.example.test/x.jpg', 'foreign-host'],
    ['https://files.example.test.evil.test/x.jpg', 'foreign-host'],
    ['//other.example.test/x.jpg', 'foreign-host'],
    ['/\\other.example.test/x.jpg', 'foreign-host'],
    ['https://[::ffff:127.0.0.1]/x.jpg', 'foreign-host'],
    ['http://2130706433/x.jpg', 'foreign-host'],
    ['http://0.0.0.0/x.jpg', 'foreign-host'],
    ['http://files.example.test/x.jpg', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://rabeg.test/x', 'scheme'],
    ['data:image/png;base64,AAAA', 'scheme'],
    ['https://a:b@rabeg.test/x.jpg', 'credentials'],
    ['https://a@files.example.test/x.jpg', 'credentials'],
    ['https://', 'bad-url'],
    ['http://[::1/x.jpg', 'bad-url'],
  ])('refuses %s (%s)', (url, detail) => {
    expect(attachmentSource(url, SIDE)).toEqual({ kind: 'refused', detail });
  });
});
