import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/config/is-loopback.ts';

describe('isLoopback()', () => {
  it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])(
    'is true for %s',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '10.0.0.1', '127.0.0.1.example.test', 'localhost.example.test', '::', 'fe80::1'])(
    'is false for %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
