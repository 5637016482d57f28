import { type Html, type HtmlValue, html } from './html.ts';

export interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
}

/**
 * A table whose rows are cards on a phone. The first cell of a row is its heading. Roles are written out, because a table
 * that is laid out as something else is no table any more for who listens.
 */
export function cardTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly HtmlValue[])[];
}): Html {
  return html`<div class="wide"><table class="cards" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`<tr role="row">${cells.map((cell, at) => cellOf(columns[at], cell, at))}</tr>
`,
  )}</tbody></table></div>`;
}

function heading({ name, isNumber = false }: Column): Html {
  return html`<th role="columnheader" scope="col"${isNumber && html` class="number"`}>${name}</th>`;
}

function cellOf(column: Column | undefined, cell: HtmlValue, at: number): Html {
  const { name = '', isNumber = false } = column ?? {};
  const number = isNumber && html` class="number"`;
  if (at === 0) return html`<th role="rowheader" scope="row" data-name="${name}"${number}><span>${cell}</span></th>`;
  return html`<td role="cell" data-name="${name}"${number}><span>${cell}</span></td>`;
}
