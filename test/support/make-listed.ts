import type { NationalListed } from '../../src/national/national-system.ts';
import { MONDAY_MS } from './fake-clock.ts';

/** A report of the list of LAPOR!, filed there by a citizen for the city. */
export function makeListed(given: Partial<NationalListed> = {}): NationalListed {
  return {
    id: '9165900',
    title: 'Lampu jalan mati',
    text: 'Lampu di depan sekolah mati sejak Senin.',
    statusName: 'Terverifikasi',
    classificationId: '6',
    categoryId: '436',
    institutionId: '151345',
    institutionName: 'Pemerintah Kota Serang',
    incidentDate: '2026-08-02',
    location: 'Jl. Sekolah',
    privacy: { anonymous: false, secret: false },
    reporter: { name: 'Sari Wulandari', email: 'sari.w@example.test', phone: '0813-1111-2222' },
    attachments: [],
    createdAt: MONDAY_MS,
    updatedAt: MONDAY_MS,
    ...given,
  };
}
