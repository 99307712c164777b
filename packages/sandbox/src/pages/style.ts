/** The style sheet of every page; both themes come from `light-dark()`. */
export const style = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #14161c);
  --raised: light-dark(#f6f7f9, #1c1f27);
  --line: light-dark(#dfe3e8, #2e333e);
  --text: light-dark(#1a1f2b, #e8eaf0);
  --muted: light-dark(#5b6474, #9aa3b3);
  --accent: light-dark(#4f46e5, #8b87ff);
  --on-accent: light-dark(#ffffff, #10121a);
  --bad: light-dark(#b42318, #ff9d92);
  --good: light-dark(#067647, #6ee7a8);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 32px 0 8px; }
h3 { font-size: 15px; margin: 20px 0 4px; }
p { margin: 0 0 12px; }
code, .code { font-family: ui-monospace, monospace; font-size: 0.92em; }
.muted { color: var(--muted); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.menu { border-bottom: 1px solid var(--line); background: var(--raised); }
.menu nav { display: flex; gap: 20px; max-width: 980px; margin: 0 auto; padding: 12px 20px; }
.menu a { text-decoration: none; }
.menu .brand { font-weight: 650; color: var(--text); }
.page { max-width: 980px; margin: 0 auto; padding: 28px 20px 60px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 550; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); padding: 0; list-style: none; }
.card { border: 1px solid var(--line); border-radius: 12px; background: var(--raised); padding: 16px; }
.card p:last-child { margin: 0; }
.totp { font: 600 32px/1.2 ui-monospace, monospace; letter-spacing: 0.08em; }
progress { width: 100%; height: 6px; accent-color: var(--accent); }
iframe { width: 100%; height: 420px; border: 1px solid var(--line); border-radius: 12px; background: #ffffff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
form.filter { display: flex; gap: 8px; margin: 16px 0; }
label { display: block; font-weight: 550; margin: 12px 0 4px; }
input[type="text"], input[type="email"] {
  width: 100%; padding: 10px 12px; font: inherit; color: inherit;
  background: var(--surface); border: 1px solid var(--line); border-radius: 8px;
}
button, .button {
  display: inline-block; padding: 10px 16px; font: inherit; font-weight: 600; text-align: center; text-decoration: none;
  border: 1px solid transparent; border-radius: 8px; background: var(--accent); color: var(--on-accent); cursor: pointer;
}
.button.quiet, button.quiet { background: transparent; border-color: var(--line); color: var(--text); }
.checkout { display: grid; min-height: 100vh; grid-template-columns: 1fr 1fr; }
.checkout > * { padding: clamp(24px, 6vw, 72px); }
.checkout .bill { background: var(--raised); border-right: 1px solid var(--line); }
.checkout .inner { max-width: 420px; margin-inline: auto; }
.checkout .bill .inner { margin-inline: auto 0; }
.checkout .pay .inner { margin-inline: 0 auto; }
.checkout .total { font-size: 38px; font-weight: 650; letter-spacing: -0.02em; margin: 4px 0 24px; font-variant-numeric: tabular-nums; }
.tag {
  display: inline-block; padding: 1px 8px; border-radius: 99px; font-size: 12px; font-weight: 650;
  background: light-dark(#fff1cc, #453a12); color: light-dark(#7a4b00, #ffd873);
}
.methods { display: flex; gap: 8px; border: 0; padding: 0; margin: 0 0 16px; }
.methods legend { padding: 0; font-weight: 550; margin-bottom: 6px; }
.methods label { flex: 1; margin: 0; padding: 12px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.methods label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
form:not(:has(#method-card:checked)) .card-fields, form:not(:has(#method-alipay:checked)) .alipay-fields,
form:has(#method-card:checked) .bank-fields, form:has(#method-alipay:checked) .bank-fields { display: none; }
.page.narrow { max-width: 560px; }
.total { font-size: 30px; font-weight: 650; font-variant-numeric: tabular-nums; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
button.small { padding: 4px 10px; font-size: 13px; font-weight: 550; white-space: nowrap; }
.card h3 { margin-top: 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-bottom: 12px; }
.actions { display: grid; gap: 10px; margin-top: 20px; }
.alert { border: 1px solid var(--bad); color: var(--bad); border-radius: 8px; padding: 10px 12px; }
@media (max-width: 760px) {
  .checkout { grid-template-columns: 1fr; min-height: 0; }
  .checkout .bill { border-right: 0; border-bottom: 1px solid var(--line); }
  .checkout .bill .inner, .checkout .pay .inner { margin-inline: auto; }
}
`;
