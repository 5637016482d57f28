import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { GatewayFault } from './parse-fault.ts';

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
});

/**
 * Reads `<ams:fault><ams:code>900800</ams:code>…` with any prefix. `null` for anything else, and for XML that is cut
 * off or declares a document type: entities are how XML reads files and grows.
 */
export function parseFaultXml(text: string): GatewayFault | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return null;
  const document: unknown = parser.parse(text);
  const code = fieldOf(fieldOf(document, 'fault'), 'code');
  return typeof code === 'string' && /^\d{1,9}$/.test(code) ? { code: Number(code) } : null;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
