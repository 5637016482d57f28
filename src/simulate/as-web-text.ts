const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** Text as LAPOR! may give it back (LAPOR! contract, E8): escaped like PHP's `htmlspecialchars`, lines broken like `nl2br`, in a paragraph. */
export function asWebText(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  return `<p>${escaped.replace(/\r?\n/g, '<br />\n')}</p>`;
}
