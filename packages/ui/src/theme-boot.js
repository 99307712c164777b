// Runs before first paint as its own file, because the content policy allows no inline script. "system" needs no help.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be walled off; the system's theme is then the right one.
}
