import { type Fragment, html } from "../../pages/html.ts";

/** A button that posts its fields. */
export function button(action: string, fields: Readonly<Record<string, string>>, label: string): Fragment {
  return html`<form method="post" action="${action}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button type="submit" class="quiet small">${label}</button></form>`;
}

/** A table, or a word that there is nothing to show. */
export function table(headings: string[], rows: Fragment[][]): Fragment {
  if (rows.length === 0) return html`<p>None yet.</p>`;
  return html`<div class="scroll"><table>
<thead><tr>${headings.map((heading) => html`<th>${heading}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
