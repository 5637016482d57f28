import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import type { PassOnOptions } from './pass-on-command.ts';
import type { RouteOptions } from './route-command.ts';
import { withConfig } from './with-config.ts';

/** The commands about which institution a report goes to. */
export function addRouting(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('route'))
    .description('which institution a report goes to, by which rule, and why not by those before it')
    .argument('[id]', 'local id, ticket number or tracking id; without one, what the options say is routed')
    .option('--opd <name>', 'OPD that it was given to')
    .option('--category <name>', 'its category in the city’s application')
    .option('--district <name>', 'kecamatan')
    .option('--village <name>', 'kelurahan')
    .option('--text <text>', 'title and words')
    .option('--json', 'print JSON', false)
    .action(async (id: string | undefined, options: Omit<RouteOptions, 'id'>) => {
      const { routeCommand } = await import('./route-command.ts');
      end(await routeCommand(host, { ...options, ...(id === undefined ? {} : { id }) }));
    });
  withConfig(program.command('pass-on'))
    .description('pass a report that was given back on to the institution that has authority')
    .argument('<id>', 'local id, ticket number or tracking id')
    .requiredOption('--to <institution>', 'its name in institutions.yaml, or its id at LAPOR!')
    .action(async (id: string, options: Omit<PassOnOptions, 'id'>) => {
      const { passOnCommand } = await import('./pass-on-command.ts');
      end(await passOnCommand(host, { ...options, id }));
    });
}
