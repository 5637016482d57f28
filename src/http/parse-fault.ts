import { parseJson } from './parse-json.ts';

/** What the gateway says instead of the application behind it. */
export interface GatewayFault {
  readonly code: number;
}

/** A fault is a few hundred bytes; nothing longer is looked at. */
const MAX_LENGTH = 64 * 1024;

/**
 * Reads a fault of the WSO2 gateway, which comes as JSON or as XML whatever the request accepts (contract page,
 * "Errors"). `null`: the text is no such fault. The form is told by the text, since `Content-Type` does not always.
 */
export async function parseFault(text: string): Promise<GatewayFault | null> {
  if (text.length > MAX_LENGTH) return null;
  const start = text.trimStart();
  if (start.startsWith('{')) return faultOfJson(text);
  if (!start.startsWith('<') || !/<(?:[\w.-]+:)?fault[\s>]/.test(text)) return null;
  // Loaded when the first one comes: most runs never see XML.
  const { parseFaultXml } = await import('./parse-fault-xml.ts');
  return parseFaultXml(text);
}

function faultOfJson(text: string): GatewayFault | null {
  const parsed = parseJson(text);
  if (!parsed.ok || !hasField(parsed.value, 'fault') || !hasField(parsed.value.fault, 'code')) return null;
  const code = Number(parsed.value.fault.code);
  return Number.isInteger(code) && code > 0 ? { code } : null;
}

function hasField<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}
