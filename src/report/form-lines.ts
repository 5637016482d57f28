/** A text as a multipart form carries it: every line end as CRLF, as the standard of forms asks of the serializer. */
export function formLines(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}
