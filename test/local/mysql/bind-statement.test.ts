import { expect, it } from 'vitest';
import { bindStatement, namesIn, type SqlValue } from '../../../src/local/mysql/bind-statement.ts';

const quote = (value: SqlValue) => (value === null ? 'NULL' : `<${String(value)}>`);

it('puts values where parameters stand, and nowhere else', () => {
  const sql =
    "SELECT ':a', `:a`, \"x:a\", 'it''s :a', @v := :a -- :b\n# :b\n/* :b */ FROM t WHERE x = :a AND y IN (:c)";
  expect(bindStatement(sql, { a: '1', c: [] }, quote)).toBe(
    sql.replace('@v := :a', '@v := <1>').replace('x = :a', 'x = <1>').replace('(:c)', '(NULL)'),
  );
  expect([...namesIn(sql)]).toEqual(['a', 'c']);
});

it('takes nothing in a value for a parameter', () => {
  expect(bindStatement('a = :a, b = :b', { a: ':b', b: '$&' }, quote)).toBe('a = <:b>, b = <$&>');
});

it('throws for a parameter without a value', () => {
  expect(() => bindStatement(':a', {}, quote)).toThrow(':a');
});
