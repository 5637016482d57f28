/** What people read of `doctor`, in English; `{names}` are filled in. */
export const DOCTOR_PHRASES_EN = {
  'doctor.well': 'All is well: configuration, ledger and both sides.',
  'doctor.found': 'Findings ({count}):',
  'doctor.edit': 'change it in {file}',
  'doctor.ledger.none': 'There is no ledger yet ({file}).',
  'doctor.ledger.none.repair': 'nothing to do: the first `jembatan run` makes it',
  'doctor.ledger.repair': 'delete nothing; see `jembatan restore`, too',
  'doctor.side.unreachable': '{side} cannot be reached ({detail}).',
  'doctor.side.unreachable.repair': 'check {section}.baseUrl, the network, the proxy and {section}.caFile',
  'doctor.side.unauthorized': '{side} refuses the credentials (HTTP {status}).',
  'doctor.side.unauthorized.repair': 'check {section}.headers and what .env holds',
  'doctor.side.throttled': '{side} asks for a pause just now (HTTP {status}).',
  'doctor.side.throttled.repair': 'try again in some minutes; if it is often so, lower {section}.limits.perMinute',
  'doctor.side.strange': '{side} answers, but not as expected ({detail}, HTTP {status}).',
  'doctor.side.strange.repair': 'check {section}.baseUrl and its paths: it may be a login page, or another address',
  'doctor.institution': 'LAPOR! does not know the institution {id} ({name}).',
  'doctor.institution.repair': 'fill in the id of LAPOR!’s master of institutions (institutions.yaml, or {name})',
  'doctor.assumes': 'The bridge’s promise rests on this:',
  'doctor.assumes.findable':
    'a report that LAPOR! accepted can be found by its reference within policy.settle (without a list: by a person)',
  'doctor.assumes.disk': 'the disk keeps what it says is kept; where it does not, ledger.head stops the bridge',
  'doctor.assumes.reference': 'nobody else files reports with our reference on their first line',
} as const;
