/** Each connection keeps what it has prepared; texts made anew for each call must not fill it. */
const preparedAtMost = 400;

/**
 * Names for the statements of one pool, so that PostgreSQL parses and plans a text once per connection and not with
 * every call. A text beyond the first {@link preparedAtMost} is left without a name, `""`, and parsed each time.
 */
export function statementNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size === preparedAtMost) return "";
    const name = `covenant_${names.size}`;
    names.set(text, name);
    return name;
  };
}
