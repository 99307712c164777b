import type { GenerationView } from "@covenant/domain";

/** Thrown for a caller who was to be given files and a generation that has none: blocked, failed, or not done yet. */
export class GenerationEnded extends Error {
  readonly view: GenerationView;

  constructor(view: GenerationView) {
    super(view.sentence);
    this.view = view;
  }
}
