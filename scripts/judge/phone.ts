// How much the machine that judges must be slowed to be the phone that Lighthouse means.

/** What Lighthouse means by a phone: it slows a machine of this index, its own measure of speed, four times. */
const usual = { index: 1533, slowdown: 4 }

/** A machine slower than the usual one is slowed less, so that the phone is the same; never made faster than it is. */
export const slowdownFor = (machine: number): number =>
  Math.min(usual.slowdown, Math.max(1, (machine / usual.index) * usual.slowdown))
