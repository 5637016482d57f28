import { describe, expect, it } from 'vitest';
import { toLocalReport } from '../../src/mirror/to-local-report.ts';
import { makeListed } from '../support/make-listed.ts';

const OWNER = { kind: 'aspirasi', category: 'Lampu', institution: 'DPUPR', anonymous: false, secret: false } as const;
const SARI = { name: 'Sari Wulandari', email: 'sari.w@example.test', phone: '0813-1111-2222' };

describe('toLocalReport()', () => {
  it('is the report as the list told it, under the local names of its case', () => {
    const attachments = [{ url: 'https://lapor.test/1.jpg', name: '1.jpg', mimeType: null, sizeBytes: null }];
    expect(toLocalReport(makeListed({ attachments }), OWNER)).toEqual({
      title: 'Lampu jalan mati',
      text: 'Lampu di depan sekolah mati sejak Senin.',
      kind: 'aspirasi',
      category: 'Lampu',
      institution: 'DPUPR',
      incidentDate: '2026-08-02',
      location: { address: 'Jl. Sekolah' },
      reporter: SARI,
      privacy: { anonymous: false, secret: false },
      attachments,
      externalRef: 'lapor:9165900',
    });
  });

  it('goes without a file whose address would run, and says so', () => {
    const attachments = [{ url: 'javascript:alert(1)', name: null, mimeType: null, sizeBytes: null }];

    expect(toLocalReport(makeListed({ attachments }), OWNER)).toMatchObject({
      text: 'Lampu di depan sekolah mati sejak Senin.\n\nCatatan: 1 lampiran tidak diteruskan (alamat tidak sah); tersedia di LAPOR!.',
      attachments: [],
    });
  });

  it.each([
    ['open', false, false, SARI],
    ['secret', false, true, SARI],
    ['anonymous', true, false, null],
    ['anonymous and secret', true, true, null],
  ])('hides what is hidden of one that is %s', (_name, anonymous, secret, reporter) => {
    const report = toLocalReport(makeListed(), { ...OWNER, anonymous, secret });
    expect([report.privacy, report.reporter]).toEqual([{ anonymous, secret }, reporter]);
    if (anonymous) expect(JSON.stringify(report)).not.toMatch(/Sari|sari|0813/);
  });

  it('goes by the level of its case, not by what the list says now', () => {
    const listed = makeListed({ privacy: { anonymous: false, secret: false } });
    expect(toLocalReport(listed, { ...OWNER, anonymous: true }).reporter).toBeNull();
  });

  it('names nobody where nobody is known, and has a title always', () => {
    const listed = makeListed({ title: '', reporter: { name: null, email: null, phone: null } });
    expect(toLocalReport(listed, OWNER)).toMatchObject({ title: 'Laporan LAPOR! 9165900', reporter: null });
  });
});
