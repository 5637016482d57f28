import { expect, it } from 'vitest';
import { parseMysqlUrl } from '../../../src/local/mysql/parse-mysql-url.ts';

it('reads every part of an address', () => {
  expect(parseMysqlUrl('mysql://u%40x:p%2F%40@[::1]:3307/kota?socket=/run/db.sock&ssl=true&charset=latin1')).toEqual({
    host: '::1',
    port: 3307,
    socketPath: '/run/db.sock',
    user: 'u@x',
    password: 'p/@',
    database: 'kota',
    tls: true,
    isDoubleEncoded: true,
  });
  expect(parseMysqlUrl('mariadb://u:p@db/kota')).toMatchObject({ port: 3306, socketPath: null, tls: false });
});

it.each([
  'mysql://u:p@db',
  'mysql://u:p@db/',
  'mysql://u:p@db/a/b',
  'http://u:p@db/kota',
  'mysql://u:p@db/kota?charset=ascii',
  'mysql://u:p@db/kota?multipleStatements=true',
  'kota',
])('takes %s for no address', (text) => {
  expect(parseMysqlUrl(text)).toBeNull();
});
