/** The name as the person knows it: shown back to them, never used as a path. Nothing invisible, nothing that turns text. */
export function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim();
  return [...visible].slice(0, 120).join("") || "upload";
}
