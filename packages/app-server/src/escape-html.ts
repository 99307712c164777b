const escapes: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

/** Text as it stands inside an element or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&"<>]/g, (letter) => escapes[letter] ?? letter);
}
