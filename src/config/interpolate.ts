import type { Finding } from './problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const NO_NAME = 'a $ before { must be followed by a variable name and }; double the $ where plain text is meant';

/**
 * Replaces `${NAME}` in every text value by the environment's text. `$${` stands for a plain `${`. Keys are left alone,
 * and what came out of the environment is not read again. An empty variable counts as missing: that is what a forgotten
 * line of an `.env` file looks like. Where something is missing the text stays as it was and a finding names the
 * variable.
 */
export function interpolate(
  document: unknown,
  env: Environment,
): { readonly value: unknown; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const value = replaceIn(document, [], (text, path) => {
    const replaced = replaceText(text, env);
    findings.push(...replaced.messages.map((message) => ({ path, message })));
    return replaced.messages.length === 0 ? replaced.text : text;
  });
  return { value, findings };
}

type ReplaceText = (text: string, path: readonly PropertyKey[]) => string;

function replaceIn(value: unknown, path: readonly PropertyKey[], replace: ReplaceText): unknown {
  if (typeof value === 'string') return replace(value, path);
  if (Array.isArray(value)) return value.map((item, index) => replaceIn(item, [...path, index], replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceIn(item, [...path, key], replace)]),
  );
}

function replaceText(text: string, env: Environment): { readonly text: string; readonly messages: readonly string[] } {
  const messages: string[] = [];
  const replaced = text.replace(/\$(\$?)\{([A-Za-z_]\w*\}|)/g, (match, doubled: string, rest: string) => {
    if (doubled !== '') return match.slice(1);
    const name = rest.slice(0, -1);
    const found = env[name];
    if (name !== '' && typeof found === 'string' && found !== '') return found;
    messages.push(name === '' ? NO_NAME : `the environment variable ${name} is not set`);
    return match;
  });
  return { text: replaced, messages };
}
