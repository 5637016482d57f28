import { buildZip } from './build-zip.ts';

const CONTENT_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACRO_CONTENT_TYPES = 'application/vnd.ms-word.document.macroEnabled.main+xml';

export function buildDocx(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return buildZip({
    '[Content_Types].xml': contentTypes(CONTENT_TYPES),
    'word/document.xml': '<w:document/>',
    ...more,
  });
}

export function buildDocm(): Uint8Array {
  return buildZip({ '[Content_Types].xml': contentTypes(MACRO_CONTENT_TYPES), 'word/document.xml': '<w:document/>' });
}

function contentTypes(main: string): string {
  return `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
}
