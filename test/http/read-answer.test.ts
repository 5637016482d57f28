import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/http/read-answer.ts';
import { makeAnswer } from './make-answer.ts';

describe('readAnswer()', () => {
  it.each([
    ['JSON', '{"id":1}', { 'content-type': 'application/json' }],
    ['JSON as text/plain', '{"id":1}', { 'content-type': 'text/plain' }],
    ['JSON as text/html', '{"id":1}', { 'content-type': 'text/html; charset=UTF-8' }],
    ['JSON without a type', '\uFEFF{"id":1}', {}],
  ])('reads %s', async (_, text, headers) => {
    expect(await readAnswer(makeAnswer(200, text, headers))).toEqual({
      json: { ok: true, value: { id: 1 } },
      faultCode: null,
    });
  });

  it.each([
    ['empty', ''],
    ['empty', ' \r\n'],
    ['html', '<!doctype html><title>Login</title>'],
    ['html', '\n <p>Maintenance'],
    ['syntax', 'OK'],
    ['syntax', '{"id":'],
    ['duplicate-key', '{"a":1,"a":2}'],
    ['hostile-key', '{"__proto__":1}'],
    ['too-deep', '['.repeat(65)],
  ])('says %s of %s', async (reason, text) => {
    const { json } = await readAnswer(makeAnswer(200, text, { 'content-type': 'application/json' }));
    expect(json).toEqual({ ok: false, reason });
  });

  it('says charset of bytes that do not fit', async () => {
    const answered = { ...makeAnswer(500), body: Buffer.from([0xe9]) };
    expect(await readAnswer(answered)).toEqual({ json: { ok: false, reason: 'charset' }, faultCode: null });
  });

  it('looks for a fault in errors alone', async () => {
    const fault = '{"fault":{"code":900800}}';
    expect(await readAnswer(makeAnswer(429, fault))).toMatchObject({ faultCode: 900800 });
    expect(await readAnswer(makeAnswer(503, '<f:fault><f:code>303001</f:code></f:fault>'))).toMatchObject({
      faultCode: 303001,
    });
    expect(await readAnswer(makeAnswer(200, fault))).toMatchObject({ faultCode: null });
  });
});
