import type { NationalInstitution } from './national-complaint.ts';

/** The made-up city's own institution in the simulated LAPOR!. */
export const CITY_INSTITUTION: NationalInstitution = { id: 151345, name: 'Pemerintah Kota Tirtamulya' };

/** Institutions of the simulated LAPOR! (E1). All made up but for their kind. */
export const NATIONAL_INSTITUTIONS: readonly NationalInstitution[] = [
  { id: 12838, name: 'Pemerintah Provinsi Tirtalaya' },
  { id: 151301, name: 'Kementerian Jalan dan Jembatan' },
  { id: 151302, name: 'Perusahaan Listrik Kepulauan' },
  { id: 151303, name: 'Badan Pertanahan Kepulauan' },
  { id: 151304, name: 'Badan Jaminan Kesehatan Kepulauan' },
  CITY_INSTITUTION,
  { id: 151346, name: 'Pemerintah Kabupaten Tirtamulya' },
];
