import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { DemoWeek } from '../simulate/demo-week.ts';
import type { NationalComplaint } from '../simulate/national-complaint.ts';
import type { NationalWorld } from '../simulate/national-world.ts';
import { adoptCommand } from './adopt-command.ts';
import type { Host } from './host.ts';
import { importCommand } from './import-command.ts';
import { type Locale, say } from './say.ts';

export interface DemoPlace {
  readonly host: Host;
  readonly configFile: string;
  readonly week: DemoWeek;
  readonly national: NationalWorld;
  readonly locale: Locale;
}

/** A report of the city that staff keyed into LAPOR! by hand. */
export interface DemoTwin {
  readonly localId: string;
  readonly tracking: string;
}

/** What officers do at the keyboard in the demo, with the commands that they use in a city. */
export interface DemoPeople {
  /** A citizen filed at LAPOR! itself, and an officer makes it known here. */
  adopt(): Promise<void>;
  /** The line was down: an officer keyed a report into LAPOR! by hand, and afterwards imports LAPOR!'s export. */
  keyByHand(): Promise<DemoTwin | null>;
}

export function createDemoPeople({ host, configFile, week, national, locale }: DemoPlace): DemoPeople {
  const quiet: Host = { ...host, out: () => undefined };
  const fileNamed = (name: string) => join(dirname(configFile), name);

  return {
    async adopt() {
      const tracking = String(week.fileThere());
      const textFile = fileNamed(`laporan-${tracking}.txt`);
      writeFileSync(textFile, national.complaint(tracking)?.content ?? '');
      await adoptCommand(quiet, { config: configFile, id: tracking, textFile });
      host.err(`${say(locale, 'demo.adopt', { tracking })}\n`);
    },
    async keyByHand() {
      const keyed = week.keyByHand();
      if (keyed === null) return null;
      const file = fileNamed('ekspor-lapor.csv');
      writeFileSync(file, exportOf(ofTheDay(national, keyed.tracking)));
      await importCommand(quiet, { config: configFile, file, apply: true, json: false });
      const twin = { localId: String(keyed.localId), tracking: String(keyed.tracking) };
      host.err(`${say(locale, 'demo.keyed', { id: twin.localId, tracking: twin.tracking })}\n`);
      return twin;
    },
  };
}

/** What an officer exports in the evening: the reports of the day, those that the bridge filed among them. */
function ofTheDay(national: NationalWorld, tracking: number): readonly NationalComplaint[] {
  const day = national.complaint(tracking)?.createdAt.slice(0, 'dd-mm-yyyy'.length) ?? '';
  return national.complaints().filter(({ createdAt }) => createdAt.startsWith(day));
}

/** As LAPOR!'s admin page writes it. */
function exportOf(complaints: readonly NationalComplaint[]): string {
  const yes = (flag: boolean) => (flag ? 'Ya' : 'Tidak');
  return stringify(
    complaints.map((one) => ({
      'Tracking ID': one.id,
      Judul: one.title,
      'Isi Laporan': one.content,
      'Tanggal Laporan': one.createdAt,
      Status: one.statusName,
      Instansi: one.disposition?.name ?? '',
      Pelapor: one.reporter?.name ?? '',
      'Tanggal Kejadian': one.dateOfIncident,
      Anonim: yes(one.anonymous),
      Rahasia: yes(one.secret),
    })),
    { header: true },
  );
}
