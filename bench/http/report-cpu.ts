/** Loaded before a server: answers its parent how much processor time the process has used, in microseconds. */
process.on("message", (message) => {
  if (message !== "cpu") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
