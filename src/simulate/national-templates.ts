/** Templates of follow-ups (E2). */
export const NATIONAL_TEMPLATES = [
  {
    template_code: 'reply',
    title: 'Tindak lanjut',
    type: 'followup',
    content: 'Tindak lanjut dari {{institution_from}}',
  },
  {
    template_code: 'disposition',
    title: 'Disposisi',
    type: 'followup',
    content: 'Disposisi dari {{institution_from}} ke {{institution_to}}',
  },
  {
    template_code: 'request_data',
    title: 'Permintaan data tambahan',
    type: 'followup',
    content: '{{institution_from}} meminta pelapor melengkapi laporan',
  },
  {
    template_code: 'finish',
    title: 'Laporan selesai',
    type: 'status',
    content: 'Laporan diselesaikan oleh {{institution_from}}',
  },
] as const;
