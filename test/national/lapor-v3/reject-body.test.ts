import { describe, expect, it } from 'vitest';
import { rejectBody } from '../../../src/national/lapor-v3/reject-body.ts';

describe('rejectBody()', () => {
  it('is that of E5, with the target institution as a text', () => {
    expect(JSON.stringify(rejectBody(12838))).toBe(
      '{"is_request":1,"reason":"12838","reason_description":"Diteruskan ke Instansi Tujuan","not_authority":1}',
    );
  });
});
