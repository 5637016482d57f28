import { describe, expect, it } from 'vitest';
import { configOf, loadText, problemsOf } from './load-text.ts';

describe('readMaps()', () => {
  it('reads every map into its look-up form', () => {
    const { maps } = configOf('', {
      maps: {
        'categories.yaml':
          'default: { categoryId: 1, classificationId: "6" }\nSampah: { categoryId: 2, classificationId: 6 }',
        'institutions.yaml': 'default: { id: 151345, ours: true }\nPLN: { id: 30003, ours: false, aliases: [PT PLN] }',
        'statuses.yaml': 'national: { Dalam Proses: in-progress }\nlocal: { received: 0, in-progress: dalam proses }',
        'deadlines.yaml': `
- { from: 2026-01-01, classification: aspirasi, step: finish, workingDays: 10 }
- { from: 2018-01-01, classification: default, step: verify, workingDays: 3 }
`,
        'holidays.yaml':
          '2026: { national: { 2026-01-01: Tahun Baru }, cutiBersama: { 2026-12-24: Natal } }\n2027: { national: {} }',
      },
    });

    expect(maps).toEqual({
      categories: {
        default: { categoryId: 1, classificationId: 6 },
        byName: { sampah: { name: 'Sampah', categoryId: 2, classificationId: 6 } },
      },
      institutions: {
        default: { id: 151345, ours: true },
        byName: {
          pln: { name: 'PLN', id: 30003, ours: false },
          'pt pln': { name: 'PLN', id: 30003, ours: false },
        },
        rules: [],
      },
      statuses: {
        national: { 'dalam proses': 'in-progress' },
        local: {
          received: '0',
          verified: 'ignore',
          'in-progress': 'dalam proses',
          'waiting-reporter': 'ignore',
          closed: 'ignore',
          archived: 'ignore',
          rejected: 'ignore',
        },
        returned: ['bukan wewenang', 'bukan kewenangan'],
      },
      deadlines: [
        { from: '2018-01-01', classification: 'default', step: 'verify', workingDays: 3 },
        { from: '2026-01-01', classification: 'aspirasi', step: 'finish', workingDays: 10 },
      ],
      holidays: {
        '2026': { national: { '2026-01-01': 'Tahun Baru' }, cutiBersama: { '2026-12-24': 'Natal' } },
        '2027': { national: {}, cutiBersama: {} },
      },
    });
  });

  it.each([
    ['categories.yaml', 'Sampah: { categoryId: 1, classificationId: 6 }', ['default: is required']],
    [
      'categories.yaml',
      'default: { categoryId: 0, classificationId: x }',
      ['default.categoryId: must be at least 1', 'default.classificationId: must be a whole number'],
    ],
    [
      'categories.yaml',
      'default: { categoryId: 1, classificationId: 6 }\nA: { categoryID: 1, classificationId: 6 }',
      ['A.categoryId: is required', 'A.categoryID: unknown key "categoryID"; did you mean "categoryId"?'],
    ],
    [
      'categories.yaml',
      'default: { categoryId: 1, classificationId: 6 }\nJalan Raya: {}\n"jalan  raya": {}',
      [
        'Jalan Raya.categoryId: is required',
        'Jalan Raya.classificationId: is required',
        'jalan  raya.categoryId: is required',
        'jalan  raya.classificationId: is required',
        'jalan  raya: "jalan  raya" is already a name of "Jalan Raya"',
      ],
    ],
    ['categories.yaml', '', [': must be a section (key: value)']],
    ['institutions.yaml', 'default: { id: 1 }', ['default.ours: is required']],
    ['institutions.yaml', 'default: { id: 1, ours: true }\nA: 2', ['A: must be a section (key: value)']],
    [
      'institutions.yaml',
      'default: { id: 1, ours: true }\nA: { id: 2, ours: ya, aliases: x }',
      ['A.ours: must be true or false', 'A.aliases: must be a list'],
    ],
    [
      'institutions.yaml',
      'default: { id: 1, ours: true }\nA: { id: 2, ours: true, aliases: [b] }\nB: { id: 3, ours: true, aliases: [" "] }',
      ['B: "B" is already a name of "A"', 'B.aliases[0]: a name must not be empty'],
    ],
    [
      'institutions.yaml',
      'default: { id: 1, ours: true }\nrules: [{ to: default, keyword: [x] }, { keywords: [] }, x]',
      [
        'rules[0].keyword: unknown key "keyword"; did you mean "keywords"?',
        'rules[1].to: is required',
        'rules[2]: must be a section (key: value)',
      ],
    ],
    [
      'institutions.yaml',
      'default: { id: 1, ours: true }\nB: { id: 2, ours: true }\nrules: [{ to: b }, { to: A, opd: [A] }]',
      [
        'rules[0]: asks for nothing: name one of opd, categories, districts, villages, keywords',
        'rules[1].to: must be the name of a line of this file',
      ],
    ],
    ['institutions.yaml', 'default: { id: 1, ours: true }\nrules: { id: 2, ours: true }', ['rules: must be a list']],
    [
      'statuses.yaml',
      'national: { Selesai: done, selesai: closed }\nlocal: { done: x }',
      [
        'national.Selesai: must be one of "received", "verified", "in-progress", "waiting-reporter", "closed", "archived", "rejected"',
        'national.selesai: "selesai" is already a name of "Selesai"',
        'local.done: unknown key "done"; known here: received, verified, in-progress, waiting-reporter, closed, archived, rejected',
      ],
    ],
    [
      'statuses.yaml',
      'national: {}\nlocal: { closed: true }',
      ['local.closed: must be text (in quotes if it looks like a number)'],
    ],
    [
      'deadlines.yaml',
      '- { from: 2026-13-01, classification: pengaduan, step: finish, workingDays: 0 }',
      ['[0].from: is a date that does not exist', '[0].workingDays: must be at least 1'],
    ],
    [
      'deadlines.yaml',
      '- { from: 1 Januari, classification: keluhan, step: end, workingDays: 1 }',
      [
        '[0].from: must be a date, YYYY-MM-DD',
        '[0].classification: must be one of "pengaduan", "aspirasi", "permintaan_informasi", "default"',
        '[0].step: must be one of "verify", "first-follow-up", "finish"',
      ],
    ],
    [
      'deadlines.yaml',
      [1, 2]
        .map((days) => `- { from: 2026-01-01, classification: default, step: finish, workingDays: ${days} }`)
        .join('\n'),
      ['[1]: there is already a line for 2026-01-01 default finish'],
    ],
    ['deadlines.yaml', '{}', [': must be a list']],
    ['holidays.yaml', '26: { national: {} }', ['26: must be a year, YYYY']],
    ['holidays.yaml', '2026: libur', ['2026: must be a section (key: value)']],
    ['holidays.yaml', '2026: { national: libur }', ['2026.national: must be a section (key: value)']],
    [
      'holidays.yaml',
      '2026: { cutiBersama: { 2026-02-30: x } }',
      ['2026.national: is required', '2026.cutiBersama.2026-02-30: is a date that does not exist'],
    ],
    [
      'holidays.yaml',
      '2026: { national: { 2027-01-01: Tahun Baru } }',
      ['2026.national.2027-01-01: is not a day of 2026'],
    ],
  ])('refuses %s with %j', (name, text, expected) => {
    expect(problemsOf(loadText('', { maps: { [name]: text } }))).toEqual(
      expected.map((problem) => `${name} ${problem}`),
    );
  });
});
