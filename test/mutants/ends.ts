import { runScript } from '../boundaries/run-script.ts';
import { SCRIPTS } from '../boundaries/scripts.ts';

/** How each script ends where nothing is planted, by its name. */
export type Ends = Readonly<Record<string, string>>;

export async function endsOfAll(): Promise<Ends> {
  const ends: Record<string, string> = {};
  for (const script of SCRIPTS) ends[script.name] = (await runScript(script, null)).end.join('\n');
  return ends;
}
