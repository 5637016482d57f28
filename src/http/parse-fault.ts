import { ownField } from './own-field.ts';
import { parseJson } from './parse-json.ts';

/** A fault is a few hundred bytes; nothing longer is looked at. */
const MAX_LENGTH = 64 * 1024;

/**
 * Reads a fault of the WSO2 gateway, which says `{"fault":{"code":900902…}}` or `<ams:fault><ams:code>900902…`, with any
 * prefix, whatever the request accepts (contract page, "Errors"). `null`: the text is no such fault. The form is told by
 * the text, because `Content-Type` does not always tell it.
 */
export async function parseFault(text: string): Promise<{ readonly code: number } | null> {
  if (text.length > MAX_LENGTH) return null;
  const code = ownField(ownField(await documentOf(text), 'fault'), 'code');
  // Only these two have a text of their own: an object may say anything, or throw, when it is asked for one.
  const digits = typeof code === 'string' || typeof code === 'number' ? String(code) : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? { code: Number(digits) } : null;
}

async function documentOf(text: string): Promise<unknown> {
  const start = text.trimStart();
  if (start.startsWith('{')) {
    const parsed = parseJson(text);
    return parsed.ok ? parsed.value : undefined;
  }
  if (!start.startsWith('<') || !/<(?:[\w.-]+:)?fault[\s>]/.test(start)) return undefined;
  // Loaded when the first such answer comes: most runs never see one.
  const { parseXml } = await import('./parse-xml.ts');
  return parseXml(start);
}
