import { describe, expect, it } from 'vitest';
import { parseFault } from '../../src/http/parse-fault.ts';

const XML =
  '<ams:fault xmlns:ams="http://wso2.org/apimanager/security"><ams:code>900902</ams:code><ams:message>Missing</ams:message></ams:fault>';

describe('parseFault()', () => {
  it.each([
    ['JSON', '{"fault":{"code":900902,"message":"Missing Credentials","description":"…"}}'],
    ['JSON with the code as text', ' \n{"fault":{"code":"900902"}}'],
    ['XML', XML],
    ['XML with a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${XML}`],
    ['XML with another prefix', XML.replaceAll('ams:', 'am:')],
    ['XML without a prefix', '<fault><code>900902</code></fault>'],
  ])('reads %s', async (_, text) => {
    expect(await parseFault(text)).toEqual({ code: 900902 });
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><p>fault 900902</p></html>'],
    ['another error', '{"message":"fault","code":900902}'],
    ['a list', '[{"fault":{"code":900902}}]'],
    ['broken JSON', '{"fault":{"code":900902}'],
    ['a fault without a code', '{"fault":{"message":"x"}}'],
    ['a code that is no number', '{"fault":{"code":"abc"}}'],
    ['a code that is no integer', '{"fault":{"code":1.5}}'],
    ['a code in a list', '{"fault":[{"code":900902}]}'],
    ['an inherited code', '{"fault":{}}'],
    ['XML cut off', XML.slice(0, -5)],
    ['XML cut in its values', '<fault><code>900902'],
    ['XML with a document type', `<!DOCTYPE fault [<!ENTITY c "900902">]>${XML}`],
    ['XML with an entity for a code', '<!DOCTYPE a><fault><code>&c;</code></fault>'],
    ['XML with two codes', '<fault><code>1</code><code>2</code></fault>'],
    ['XML with a code further down', '<a><fault><code>900902</code></fault></a>'],
    ['a code with a sign', '<fault><code>+900902</code></fault>'],
    ['something far too long', `${XML}${' '.repeat(70_000)}`],
  ])('finds none in %s', async (_, text) => {
    expect(await parseFault(text)).toBeNull();
  });
});

describe('parseFault() and a hostile code', () => {
  it('takes an object that cannot be turned into text for no fault', async () => {
    expect(await parseFault('{"fault":{"code":{"toString":1,"valueOf":1}}}')).toBeNull();
  });
});
