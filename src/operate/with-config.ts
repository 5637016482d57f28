import type { Command } from 'commander';

export const DEFAULT_CONFIG = 'config/jembatan.yaml';

export function withConfig(command: Command): Command {
  return command.option('--config <file>', 'configuration file', DEFAULT_CONFIG);
}
