export interface InitOptions {
  /** Short name of the site, part of every reference. */
  readonly site: string;
  /** `YYYY-MM-DD` in the site's time zone: local reports created earlier are never filed by themselves. */
  readonly today: string;
  /** Texts of the files of `SHIPPED_FILES`, as they come with the package. */
  readonly shipped: Readonly<Record<string, string>>;
}

/** What a new installation starts from, by name; each stands in the folder of the configuration but `.env.example`. */
export const SHIPPED_FILES = [
  'jembatan.yaml',
  'jembatan.schema.json',
  'categories.yaml',
  'institutions.yaml',
  'statuses.yaml',
  'deadlines.yaml',
  'holidays.yaml',
  '.env.example',
] as const;

/**
 * The files that `jembatan init` writes: the shipped ones, comments and all, with the site's name and today's date put
 * in. Throws where a shipped file is missing or has no line to put them in: that is a broken package.
 */
export function initFiles({
  site,
  today,
  shipped,
}: InitOptions): readonly { readonly path: string; readonly text: string }[] {
  return SHIPPED_FILES.map((path) => {
    const text = shipped[path];
    if (text === undefined) throw new Error(`${path} was not shipped`);
    if (path !== 'jembatan.yaml') return { path, text };
    const named = replaceLine(text, /^site: \S+/gm, `site: ${JSON.stringify(site)}`);
    return { path, text: replaceLine(named, /^ {2}since: null$/gm, `  since: ${today}`) };
  });
}

function replaceLine(text: string, line: RegExp, replacement: string): string {
  if (text.match(line)?.length !== 1)
    throw new Error(`the shipped configuration must have exactly one line ${line.source}`);
  return text.replace(line, () => replacement);
}
