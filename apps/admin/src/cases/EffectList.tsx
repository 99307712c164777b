/** What an answer does, one effect a line, as the server's dry run has it. */
export function EffectList({ effects }: { effects: readonly string[] }) {
  return (
    <span className="flex flex-col gap-0.5">
      {effects.map((effect) => (
        <span key={effect}>{effect}</span>
      ))}
    </span>
  );
}
