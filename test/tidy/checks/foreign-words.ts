import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

/** Each is put together from halves, so that this file does not contain what it looks for. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [pattern('(?<![\\w.-])/wo', 'rk/'), 'a path of one machine'],
  [pattern('(?<![\\w.-])/fa', 'rm/'), 'a path of one machine'],
  [pattern('\\bsha', 'red/(?:contract|data|hooks|\\w+\\.md)'), 'a file that is not in this tree'],
  [pattern('\\.libr', 'ary\\b'), 'a file that is not in this tree'],
  [pattern('\\bfa', 'rm-(?:bench|studio)\\b'), 'a tool of one workplace'],
  [
    pattern('\\b(?:Cl', 'aude|Anth', 'ropic|Chat', 'GPT|Open', 'AI|Copi', 'lot|Co', 'dex)\\b'),
    'a tool of one workplace',
  ],
  [pattern('\\bsub-?ag', 'ents?\\b'), 'a tool of one workplace'],
  [pattern('\\b(?:AI ag', 'ents?|language mo', 'del|L', 'LMs?|AG', 'ENTS\\.md)\\b'), 'a tool of one workplace'],
  [pattern('\\bissue ', '#?\\d+'), 'an issue by number'],
  [pattern('(?<!\\d)36', '73\\d{12}(?!\\d)'), 'what may be the identity number of a real person'],
];

/** Holds that the tree speaks of the bridge alone: not of where or with what it was written, nor of a real person. */
export function foreignWords(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    FOREIGN.flatMap(([word, what]) =>
      [...text.matchAll(word)].map((match) => `${path}:${lineAt(text, match.index)} names ${what}: ${match[0]}`),
    ),
  );
}

function pattern(...halves: readonly string[]): RegExp {
  return new RegExp(halves.join(''), 'gi');
}
