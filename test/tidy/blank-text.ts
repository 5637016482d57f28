/** A word after which a `/` begins a regular expression, where after any other word it divides. */
const BEFORE_REGEX = /(?:^|[^\w$.])(?:await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield)$/;

/**
 * TypeScript with everything that is not code turned into spaces: comments, regular expressions, and what stands
 * between the quotes of strings and templates (code inside `${…}` stays). Every character keeps its place and every
 * line its number, so that a find in the result can be read back from the original.
 */
export function blankText(source: string): string {
  let code = '';
  /** Depth of braces inside each template's `${`, innermost last. */
  const holes: number[] = [];
  while (code.length < source.length) {
    const rest = source.slice(code.length);
    const plain = /^[^/'"`{}]+/.exec(rest)?.[0];
    if (plain !== undefined) {
      code += plain;
      continue;
    }
    const depth = holes.at(-1);
    if (rest[0] === '`' || (rest[0] === '}' && depth === 0)) {
      if (rest[0] === '}') holes.pop();
      const piece = readTemplate(rest);
      if (piece.endsWith('${')) holes.push(0);
      code += keepEnds(piece, piece.endsWith('${') ? 2 : 1);
    } else if (rest[0] === '{' || rest[0] === '}') {
      if (depth !== undefined) holes[holes.length - 1] = depth + (rest[0] === '{' ? 1 : -1);
      code += rest[0];
    } else {
      code += blankToken(rest, code);
    }
  }
  return code;
}

/** What stands for a comment, a string, a regular expression or a division. */
function blankToken(rest: string, before: string): string {
  const comment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/.exec(rest)?.[0];
  if (comment !== undefined) return spaces(comment);
  const quoted = /^(?:'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?)/.exec(rest)?.[0];
  if (quoted !== undefined) return keepEnds(quoted, 1);
  const regex = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/.exec(rest)?.[0];
  return regex !== undefined && mayBeginRegex(before) ? spaces(regex) : rest.charAt(0);
}

/** From a template's opening quote, or the `}` that ends a hole, to its closing quote or its next `${`. */
function readTemplate(rest: string): string {
  return /^.(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/.exec(rest)?.[0] ?? rest;
}

function mayBeginRegex(before: string): boolean {
  const code = before.trimEnd();
  const last = code.at(-1);
  return last === undefined || '(,=:[!&|?{};+-*%<>~^'.includes(last) || BEFORE_REGEX.test(code);
}

function keepEnds(text: string, endLength: number): string {
  if (text.length <= 1 + endLength) return text;
  return text.charAt(0) + spaces(text.slice(1, -endLength)) + text.slice(-endLength);
}

function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
