import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/simulate/answer.ts';
import { createRouter } from '../../src/simulate/router.ts';

const handle = (): Answer => ({ status: 200, headers: {}, body: '' });
const route = createRouter([
  {
    method: 'GET',
    path: '/api/pengaduan',
    operation: (query) => (query.has('external_ref') ? 'find' : 'list'),
    handle,
  },
  { method: 'GET', path: '/api/pengaduan/:id', operation: 'report', handle },
  { method: 'GET', path: '/storage/:id/:name', operation: 'attachment', handle },
]);

describe('createRouter()', () => {
  it.each([
    ['/api/pengaduan', 'list'],
    ['/api/pengaduan?page=2', 'list'],
    ['/api/pengaduan?external_ref=lapor%3A1', 'find'],
    ['/api/pengaduan/7', 'report'],
  ])('finds %s as %s', (target, operation) => {
    expect(route('GET', target)?.operation).toBe(operation);
  });

  it('decodes the parts of the path and the query', () => {
    const match = route('GET', '/storage/7/foto%20%26%2F.jpg?x=%C3%A9');
    expect(match?.params).toEqual({ id: '7', name: 'foto &/.jpg' });
    expect(match?.query.get('x')).toBe('é');
  });

  it.each([
    ['POST', '/api/pengaduan'],
    ['GET', '/api/pengaduan/'],
    ['GET', '/api/pengaduan/7/8'],
    ['GET', '/storage/7/%E0%A4%A'],
    ['GET', 'http://evil/api/pengaduan'],
    ['GET', ''],
  ])('finds nothing for %s %s', (method, target) => {
    expect(route(method, target)).toBeNull();
  });
});
