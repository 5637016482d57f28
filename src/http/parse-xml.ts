import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
});

/**
 * Parses a small XML document from outside: tags without their prefix, values as text, attributes left out. `undefined`
 * for what is not well formed (the parser alone takes a document that is cut off) and for what declares a document type
 * or an entity, because entities are how XML reads files and grows.
 */
export function parseXml(text: string): unknown {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
  return parser.parse(text);
}
