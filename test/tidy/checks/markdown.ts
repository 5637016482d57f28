import type { SourceFile } from '../source-file.ts';

const CITES_LINE = /\.(?:ts|mjs|js|json|ya?ml|sql|md):\d+|#L\d+|\b(?:on|at|see|pada|di) (?:lines?|baris) \d+/i;

/** Holds that a page has one title, first, and cites names, never lines, which move. */
export function markdown(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, '')).split('\n');
    const titles = lines.filter((line) => line.startsWith('# ')).length;
    return [
      ...(titles === 1 ? [] : [`${path} has ${titles} titles`]),
      ...(lines.find((line) => line.trim() !== '')?.startsWith('# ') ? [] : [`${path} does not begin with its title`]),
      ...lines.flatMap((line, i) => (CITES_LINE.test(line) ? [`${path}:${i + 1} cites a line`] : [])),
    ];
  });
}
