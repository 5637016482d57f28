/** Stands where a key came twice and said two different things: neither is known to be meant. */
export const TWO_VALUES: unique symbol = Symbol('two values');
