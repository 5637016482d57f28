import type { FollowUp } from '../../src/report/follow-up.ts';
import type { Report } from '../../src/report/report.ts';
import { MONDAY_MS } from './fake-clock.ts';

/** A report of the local side as an adapter reads it: a hole in a road, seen by nobody yet. */
export function makeReport(given: Partial<Report> = {}): Report {
  return {
    localId: '1042',
    ticket: 'RBG-2026-001042',
    title: 'Jalan berlubang',
    text: 'Ada lubang besar di depan pasar.',
    kind: 'pengaduan',
    category: 'Infrastruktur jalan',
    severity: 'sedang',
    status: 'menunggu',
    institution: 'DPUPR',
    incidentDate: '2026-08-01',
    location: {
      address: 'Jl. Contoh',
      district: 'Cipocok Jaya',
      village: 'Banjarsari',
      latitude: null,
      longitude: null,
    },
    reporter: {
      name: 'Rahmat Hidayat',
      email: 'rahmat.h@example.test',
      phone: '0812-3456-7890',
      nik: '9912345678901234',
    },
    privacy: { anonymous: false, secret: false },
    attachments: [],
    responses: [],
    nationalId: null,
    nationalStatus: null,
    externalRef: null,
    createdAt: MONDAY_MS,
    updatedAt: MONDAY_MS,
    deletedAt: null,
    ...given,
  };
}

/** An answer of a city department, as an adapter reads it. */
export function makeFollowUp(given: Partial<FollowUp> = {}): FollowUp {
  return {
    id: '9',
    author: 'institution',
    institution: 'DPUPR',
    text: 'Sudah ditindaklanjuti.',
    internal: false,
    attachments: [],
    externalRef: null,
    createdAt: MONDAY_MS,
    ...given,
  };
}
