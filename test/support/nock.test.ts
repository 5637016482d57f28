import http from 'node:http';
import nock from 'nock';
import { afterAll, describe, expect, it } from 'vitest';
import { watchNock } from './nock.ts';

/** Asks and does not care what comes of it, as code under test may do. */
function ask(url: string): Promise<void> {
  return new Promise((resolve) => {
    http.get(url, (answer) => answer.resume().on('end', resolve)).on('error', () => resolve());
  });
}

describe('watchNock()', () => {
  afterAll(() => nock.restore());

  it('finds nothing where all that was promised was asked', async () => {
    const end = watchNock();
    nock('http://a.test').get('/x').reply(200);
    await ask('http://a.test/x');
    expect(end()).toEqual([]);
  });

  it('tells what was promised and not asked, and takes it back', () => {
    const end = watchNock();
    nock('http://a.test').get('/x').reply(200);
    expect(end()).toEqual(['unused: GET http://a.test:80/x']);
    expect(watchNock()()).toEqual([]);
  });

  it.each([
    ['of another host', 'http://b.test/x'],
    ['of another path', 'http://a.test/y'],
    ['of this machine', 'http://127.0.0.1:9/'],
  ])('tells what was asked and not promised: %s', async (_name, url) => {
    const end = watchNock();
    nock('http://a.test').get('/x').reply(200);
    await ask('http://a.test/x');
    await ask(url);
    expect(end()).toEqual([`unmatched: GET ${new URL(url).pathname}`]);
  });
});
