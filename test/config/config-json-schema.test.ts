import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { parseYaml } from '../../src/config/parse-yaml.ts';

const CONFIG = new URL('../../config/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, CONFIG), 'utf8');
const judge = z.fromJSONSchema(configJsonSchema());

/** Paths at which an editor would mark a file. */
function marked(yaml: string): readonly string[] {
  const parsed = parseYaml(yaml, 'jembatan.yaml');
  if (!parsed.ok) throw new Error('no YAML');
  const judged = judge.safeParse(parsed.value);
  return judged.success ? [] : judged.error.issues.map(({ path }) => path.join('.'));
}

const SMALL = 'local: { kind: rest, baseUrl: "${A}", headers: {} }\nnational: { baseUrl: "${B}", headers: {} }\n';

describe('the JSON Schema of the configuration', () => {
  it('is in step with what the configuration takes (npm run schema)', () => {
    expect(JSON.parse(read('jembatan.schema.json'))).toEqual(configJsonSchema());
  });

  it('takes the shipped configuration, which names it for editors', () => {
    const yaml = read('jembatan.yaml');
    expect(marked(yaml)).toEqual([]);
    expect(yaml.split('\n')[0]).toBe('# yaml-language-server: $schema=jembatan.schema.json');
  });

  it('takes the least, sections that are left empty, and variables', () => {
    expect(marked(SMALL)).toEqual([]);
    expect(marked(`${SMALL}policy:\nlog:\nmaps:\nlocale: "\${BAHASA}"\n`)).toEqual([]);
    expect(marked(`${SMALL}policy: { mode: shadow, since: 2026-08-01, settle: 30m }\n`)).toEqual([]);
  });

  it.each([
    'folder, inbox: masuk, outbox: keluar, rejected: ditolak, format: xlsx, columns: {}',
    'mysql, url: "${DB}", preset: classic',
    'open311, baseUrl: "${A}", updates: false',
  ])('takes a local side of the kind %s', (local) => {
    expect(marked(`local: { kind: ${local} }\nnational: { baseUrl: "\${B}", headers: {} }\n`)).toEqual([]);
  });

  it.each([
    ['an unknown section', `${SMALL}politik: {}\n`, ''],
    ['an unknown key', `${SMALL}policy: { moed: shadow }\n`, 'policy'],
    ['a word that is none of the list', `${SMALL}policy: { mode: semua }\n`, 'policy.mode'],
    ['a number that is too small', `${SMALL}policy: { maxAttempts: 0 }\n`, 'policy.maxAttempts'],
    ['a duration without its unit', `${SMALL}policy: { settle: "30" }\n`, 'policy.settle'],
    ['a missing section', 'site: kota\n', 'local'],
  ])('marks %s', (_, yaml, path) => {
    expect(marked(yaml)).toContain(path);
  });
});
