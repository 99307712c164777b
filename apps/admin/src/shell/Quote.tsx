/** What somebody wrote, word for word. */
export function Quote({ text }: { text: string }) {
  return (
    <blockquote className="measure w-full border-l-2 pl-3 text-ui font-normal wrap-anywhere whitespace-pre-wrap">
      {text}
    </blockquote>
  );
}
