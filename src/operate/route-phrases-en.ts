/** What people read of `route` and `pass-on`, in English; `{names}` are filled in. */
export const ROUTE_PHRASES_EN = {
  'route.subject': 'OPD: {opd}; category: {category}; kecamatan: {district}; kelurahan: {village}',
  'route.no-text': 'What it says is no longer kept: no rule with keywords can hold.',
  'route.by-hand': 'No report: routed by what was typed.',
  'route.born-there': 'This report was born at LAPOR!, which decides on its institution. Were it one of the city’s:',
  'route.asked': 'asked of institutions.yaml, in order',
  'route.answer': 'the first that holds decides',
  'route.rule': 'rule {rule} → {to}',
  'route.opd': 'line {to}',
  'route.no-opd': 'line of its OPD',
  'route.default': 'default',
  'route.matches': 'HOLDS',
  'route.not-asked': '(not asked any more)',
  'route.unmet.opd': 'does not hold: OPD',
  'route.unmet.opd-given': 'does not hold: a person gave it to an OPD, and this rule names none',
  'route.unmet.no-opd': 'does not hold: it has no OPD, or one without a line',
  'route.unmet.categories': 'does not hold: category',
  'route.unmet.districts': 'does not hold: kecamatan',
  'route.unmet.villages': 'does not hold: kelurahan',
  'route.unmet.keywords': 'does not hold: keywords',
  'route.goes': 'Goes to institution {institution} of LAPOR!, {whose}.',
  'route.ours': 'which is the city’s own',
  'route.foreign': 'over whose matters the city has no authority',
  'route.file': 'It is filed at LAPOR! at that institution itself.',
  'route.file-then-pass-on':
    'It is filed at LAPOR! in the city’s name ({city}), then passed on to that institution as not ours.',
  'route.filed': 'It is at LAPOR! under the number {number}; it was routed to {institution} then.',
  'route.numbered': 'It has the number {number} at LAPOR!, and was not filed by this bridge: it is not routed.',
  'done.pass-on': '{id}: passed on to institution {to} of LAPOR! with the next round.',
  'pass-on.unknown': '{to}: no name of institutions.yaml, and no id of an institution of LAPOR!.',
  'refusal.no-number':
    '{id}: has no number at LAPOR! yet, so that it cannot be passed on; see `jembatan explain {id}`.',
  'refusal.under-way': '{id}: is being passed on; see `jembatan explain {id}`.',
  'refusal.had-it':
    '{id}: was passed on to that institution before; if it has to go there again, do it at LAPOR! (see `jembatan explain {id}`).',
  'next.institutions-shrunk':
    'ask LAPOR! why its list of institutions shrank; the old list stays in use. If it is right: jembatan confirm {detail}',
  'next.institution-gone':
    'check institutions.yaml: LAPOR! does not list these institutions any more. Seen: jembatan confirm "{detail}"',
  'route.gone': 'no longer listed by LAPOR!',
  'route.unlisted': 'not listed by LAPOR!',
  'explain.routed': 'Routed to institution {institution} of LAPOR!. Why: jembatan route {id}',
  'next.returned':
    'jembatan pass-on {id} --to <name in institutions.yaml, or id>; if the city has authority: verify it at LAPOR!',
} as const;
