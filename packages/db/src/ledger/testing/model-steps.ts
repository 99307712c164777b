import fc from "fast-check";

const amount = fc.integer({ min: 1, max: 30 });
const days = fc.option(fc.integer({ min: 1, max: 12 }));
/** Which of the holds, or of the earlier calls, there are at the time: taken modulo their number. */
const which = fc.nat({ max: 1000 });
const share = fc.nat({ max: 100 });
const order = fc.nat({ max: 2 });
const is = <const Verb extends string>(verb: Verb) => fc.constant(verb);

/** One step of a history: a verb with its arguments, time that passes, or an earlier call sent again. */
export const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: is("grant"), amount, days, order: fc.option(order) }) },
  { weight: 6, arbitrary: fc.record({ verb: is("hold"), amount }) },
  { weight: 4, arbitrary: fc.record({ verb: is("capture"), which, share, days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("release"), which, days }) },
  { weight: 1, arbitrary: fc.record({ verb: is("review"), which }) },
  { weight: 3, arbitrary: fc.record({ verb: is("pay-back"), which, share, days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("wait"), days: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ verb: is("expire") }) },
  { weight: 2, arbitrary: fc.record({ verb: is("reclaim"), order, amount: fc.option(amount) }) },
  { weight: 2, arbitrary: fc.record({ verb: is("unreclaim"), order, amount: fc.option(amount), days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("freeze"), order, days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("unfreeze"), order, days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("chargeback"), order, days }) },
  { weight: 2, arbitrary: fc.record({ verb: is("unchargeback"), order, days }) },
  { weight: 1, arbitrary: fc.record({ verb: is("adjust"), amount }) },
  { weight: 1, arbitrary: fc.record({ verb: is("forfeit") }) },
  { weight: 2, arbitrary: fc.record({ verb: is("restore"), days }) },
  { weight: 4, arbitrary: fc.record({ verb: is("repeat"), which }) },
  { weight: 1, arbitrary: fc.record({ verb: is("reuse"), which }) },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;
