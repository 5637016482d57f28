/** One line of a command's help: what to type after `jembatan`, and what it does, in both languages. */
export type Example = readonly [args: string, id: string, en: string];

/** Of every command, by its words. Held against the command line by a test. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  run: [
    ['run', 'berjalan terus', 'runs until it is stopped'],
    ['run --once --dry-run', 'menunjukkan apa yang akan dikirim', 'shows what would be sent'],
    ['run --once --json --for 30m', 'satu putaran, hasilnya untuk mesin', 'one round, its result for a machine'],
  ],
  status: [['status', 'satu layar tentang semuanya', 'one screen about everything']],
  parked: [['parked --json', 'semua yang menunggu, untuk mesin', 'all that waits, for a machine']],
  explain: [['explain 1042', 'semua tentang satu laporan', 'everything about one report']],
  resolve: [
    ['resolve 1042 --tracking 9165816', 'ditemukan di LAPOR! dengan nomor ini', 'found at LAPOR! under this number'],
    ['resolve 1042 1043 --absent', 'tidak ada di LAPOR!: dikirim lagi', 'not at LAPOR!: sent again'],
  ],
  retry: [['retry 1042', 'kirim lagi yang ditolak', 'send again what was refused']],
  hold: [['hold 1042 1043', 'jangan kirim apa-apa lagi', 'send nothing more']],
  release: [['release 1042', 'lepaskan lagi', 'let go again']],
  confirm: [
    ['confirm', 'lepaskan yang ditahan pengaman', 'let go what guard and brakes hold'],
    ['confirm 1042', 'peringatannya sudah dilihat', 'its alarms were seen'],
  ],
  doctor: [
    ['doctor', 'apa yang menghalangi, dengan perbaikannya', 'what keeps it from working, with its repair'],
    ['doctor --contract --report 9165816', 'apakah LAPOR! menjawab seperti dulu', 'does LAPOR! answer as before'],
    [
      'doctor --roundtrip',
      'satu laporan uji pulang pergi di lingkungan uji',
      'one test report there and back on a sandbox',
    ],
  ],
  adopt: [['adopt 9165816', 'kenali laporan yang dibuat di LAPOR!', 'know a report that was filed at LAPOR!']],
  import: [['import ekspor.xlsx --apply', 'ambil ekspor dari LAPOR!', 'take in an export of LAPOR!']],
  twins: [['twins', 'laporan yang mungkin sama', 'reports that may be one']],
  link: [['link 1042 9165816', 'keduanya satu laporan', 'they are one report']],
  unlink: [['unlink 1042', 'lepaskan hubungannya', 'take the link back']],
  'not-a-twin': [['not-a-twin 1042 9165816', 'keduanya laporan yang berbeda', 'they are two reports']],
  route: [
    ['route 1042', 'ke instansi mana, dan mengapa', 'to which institution, and why'],
    ['route --text "lampu jalan padam" --district Cipocok', 'menurut kata yang diketik', 'of words typed'],
  ],
  'pass-on': [['pass-on 1042 --to PLN', 'teruskan ke instansi lain', 'pass it on to another institution']],
  init: [['init --site kota-serang', 'tulis konfigurasi dan petanya', 'write a configuration and its maps']],
  simulate: [['simulate --port 18080 --reports 20', 'kedua sistem sebagai simulator', 'both systems as simulators']],
  demo: [['demo --seed 7', 'sembilan hari di kota rekaan', 'nine days in a made-up city']],
  backup: [['backup', 'salin buku besar', 'copy the ledger']],
  restore: [['restore ledger-20260801.sqlite', 'pasang kembali sebuah cadangan', 'put a backup in its place']],
  reconcile: [['reconcile --for 30m', 'adakah yang terlewat?', 'was anything skipped?']],
  'service install': [['service install --timer', 'satu putaran setiap dua menit', 'one round every two minutes']],
  'service uninstall': [['service uninstall', 'cabut layanannya', 'take the service away']],
  digest: [['digest --send', 'ringkasan ke setiap saluran', 'the digest to every channel']],
  acknowledge: [['acknowledge 1042 --owner Sari --for 1d', 'sudah ada yang menangani', 'somebody has it in hand']],
  completion: [
    [
      'completion bash',
      'pelengkap untuk bash: source <(jembatan completion bash)',
      'for bash: source <(jembatan completion bash)',
    ],
  ],
};
