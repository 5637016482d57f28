import { compile, type HtmlToTextOptions } from 'html-to-text';

const LINE_ELEMENTS =
  'address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|' +
  'h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul';
const OTHER_ELEMENTS =
  'a|abbr|acronym|audio|b|bdi|bdo|big|button|cite|code|col|colgroup|data|del|dfn|em|embed|font|i|iframe|img|input|ins|' +
  'kbd|label|legend|link|map|mark|meta|noscript|object|option|param|picture|q|s|samp|script|select|small|source|span|' +
  'strike|strong|style|sub|sup|svg|template|textarea|time|tt|u|var|video|wbr|[a-z][a-z0-9]*:[a-z][a-z0-9]*';

/** Attributes need a value, as every editor writes them; so `a<b and c>d` stays what it is. */
const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?`;
const TAG = new RegExp(`</?(?:${LINE_ELEMENTS}|${OTHER_ELEMENTS})${ATTRIBUTES}>|<[!?](?:doctype|xml)[^<>]*>`, 'i');
const LINE_TAG = new RegExp(`</?(?:${LINE_ELEMENTS})${ATTRIBUTES}>`, 'i');
const TAG_OR_ANGLE = new RegExp(`${TAG.source}|<`, 'gi');
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i;
const BARE_AMPERSAND = /&(?!(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);)/gi;

/** Far above any field that gets here; the bounds keep a hostile document from using up memory or the stack. */
const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 200;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // The library's own list has the zero-width space in it, which is no blank.
  whitespaceCharacters: ' \t\r\n\f',
  limits: { maxDepth: MAX_DEPTH, ellipsis: '…' },
  selectors: [
    {
      selector: 'a',
      options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true, pathRewrite: webAddress },
    },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 3 } },
    ...['img', 'head', 'iframe', 'noscript', 'object', 'svg', 'template'].map((selector) => ({
      selector,
      format: 'skip',
    })),
  ],
};

const convertDocument = compile(OPTIONS);
const convertInline = compile({ ...OPTIONS, preserveNewlines: true });

/**
 * Turns HTML into plain text: entities decoded once, links as `text (url)`, lists and table rows as lines, pictures, scripts
 * and styles dropped. Text without any tag or entity is given back as it is; its `<` and `&` never were HTML.
 * Line ends count unless an element that makes lines itself (`<br>`, `<p>`, …) is present.
 */
export function htmlToPlain(html: string): string {
  if (!TAG.test(html) && !ENTITY.test(html)) return html;
  const markup = escapeStraySigns(withoutComments(cutLong(html)));
  if (!TAG.test(markup)) return convertInline(`<pre>${markup}</pre>`);
  return LINE_TAG.test(markup) ? withoutTrailingBlanks(convertDocument(markup)) : convertInline(markup);
}

function cutLong(html: string): string {
  return html.length > MAX_LENGTH ? `${html.slice(0, MAX_LENGTH)}…` : html;
}

function withoutComments(html: string): string {
  const pieces = html.split('-->');
  return pieces.slice(0, -1).map(beforeComment).join('') + pieces.slice(-1).join('');
}

function beforeComment(piece: string): string {
  const start = piece.indexOf('<!--');
  return start === -1 ? `${piece}-->` : piece.slice(0, start);
}

/** A `<` that begins no tag and a `&` that begins no entity are text, and the parser must not make anything of them. */
function escapeStraySigns(html: string): string {
  return html.replace(TAG_OR_ANGLE, (match) => (match === '<' ? '&lt;' : match)).replace(BARE_AMPERSAND, '&amp;');
}

/** The blank behind the last cell of a table row. */
function withoutTrailingBlanks(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function webAddress(href: string): string {
  return /^https?:\/\//i.test(href) ? href : '';
}
