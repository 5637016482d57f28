import type { Command } from 'commander';
import { EXAMPLES } from './examples.ts';
import type { Locale } from './say.ts';

const TITLE = { id: 'Contoh:', en: 'Examples:' } as const;

/** Gives each command its examples, below its help, in the language that is asked for when it is shown. */
export function addExamples(command: Command, locale: () => Locale, path = ''): void {
  for (const sub of command.commands) {
    const name = path === '' ? sub.name() : `${path} ${sub.name()}`;
    addExamples(sub, locale, name);
    const examples = EXAMPLES[name];
    if (examples === undefined) continue;
    sub.addHelpText('after', () => {
      const width = Math.max(...examples.map(([args]) => args.length));
      const lines = examples.map(([args, id, en]) => `  jembatan ${args.padEnd(width)}  ${{ id, en }[locale()]}`);
      return ['', TITLE[locale()], ...lines].join('\n');
    });
  }
}
