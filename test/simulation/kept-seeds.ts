/** Seeds that failed once: run first, for ever. */
export const KEPT_SEEDS: readonly number[] = [
  8, // the clocks of both systems jumped with the bridge's own
  27, // an operator's retry began the numbering of attempts anew
  1036,
  1063,
  1083,
  1091,
  1130,
  1202,
  1220,
  1417,
  1420,
  1468, // with those above: what a wider model of faults found in the bridge and in its own checkers
  1234668131, // of two looks of a report in one list the older had the last word
  3691504606, // a wait shorter than its clock can tell began again for ever
  3069432929, // an id of the local side hid an answer that had arrived
  3069433530, // `resolve` took an answer that was never sent for found
  3069433733, // answers went on to a report whose id another one had
  3069433767, // a hold hid that a report may have arrived
  2829646788, // a write-back without a status took one away from the simulated row
  2829646855, // an older copy of a report was taken for its return to an earlier status
  659862979, // one word for all that is stuck under a report settled none of it
  659864643, // let go by rule, a report became secret before it was sent again
  659866761, // the same, and nobody was told
  659865503, // what is held of a report whose id another one has was taken for forgotten
  659862794, // a clock set forward made a doubt of minutes look old
  21341, // of a long answer that an earlier ledger had begun the rest was lost
  20256, // an older ledger wrote an older status over a newer one
  20343, // and so did a person's word that it was not written
  700342, // of an answer whose beginning a person had found the rest was lost
  859823537, // what waited for a slow disk went out in a minute that was full
  2634529609, // and beside a pause that was asked for meanwhile
  859824425, // a status that LAPOR! returned to after a loss was taken for written by an older ledger
  2634529511, // the same
  52445, // an older ledger whose row was looked up wrote an older status over a newer one
  52371, // a new ledger took our own answers for LAPOR!'s where the report was not known to be here yet
  1693882487, // answers were read when the clock was years ahead, and then no more
  4088520161, // a bug met by a simulated read kept its permit, and the bridge stood still: so does no real one
  3682948258, // a word on what was in doubt was taken for what an operator held beside it
  1050280174, // a lost ledger took the status of an older copy of a row for what stands in it
  4146014881, // one that an earlier ledger filed came back from its OPD, and nobody was told
  2821732171, // a report of the city that was deleted, and given back from its end, was nobody's any more
  2301380022, // an answer was hidden and reworded at once, and shown again: nobody was told of its new words
  2301380700, // one born at LAPOR! was set apart for a report in doubt, which was settled late: it was made here by nobody
  2301381434, // one that an earlier ledger filed came back from a status that the map does not know
];
