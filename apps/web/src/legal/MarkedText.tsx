import type { MarkedWords } from "@covenant/domain";

type MarkedTextProps = {
  words: readonly MarkedWords[];
  /** The other wording's words, which are left out; absent where both are shown as one. */
  without?: "added" | "removed";
};

/** One of two wordings, or both as one text, with the words that the other does not have marked. */
export function MarkedText({ words, without }: MarkedTextProps) {
  let at = 0;
  return words
    .filter(({ kind }) => kind !== without)
    .map(({ kind, text }) => {
      const key = at;
      at += text.length;
      if (kind === "added") {
        return (
          <ins key={key} className="rounded-sm bg-ok-soft px-0.5 text-ok decoration-1 underline-offset-2">
            {text}
          </ins>
        );
      }
      if (kind === "removed") {
        return (
          <del key={key} className="rounded-sm bg-bad-soft px-0.5 text-bad decoration-1">
            {text}
          </del>
        );
      }
      return <span key={key}>{text}</span>;
    });
}
