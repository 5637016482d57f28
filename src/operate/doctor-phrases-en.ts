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
  'doctor.clock.ahead': 'The clock of {side} is {minutes} minutes ahead of ours.',
  'doctor.clock.behind': 'The clock of {side} is {minutes} minutes behind ours.',
  'doctor.clock.repair':
    'look at the clock of this machine first: `timedatectl`; if it is right, tell whoever runs that server',
  'doctor.certificate': 'The certificate of {side} ends in {days} days; then nothing is sent there.',
  'doctor.certificate.repair':
    'tell whoever runs that server; with an authority of its own, look at {section}.caFile, too',
  'doctor.disk': '{megabytes} MB are left in {folder}.',
  'doctor.disk.repair':
    'make room there, or move the ledger (ledger.url); nothing is lost when it is full, but nothing goes on',
  'doctor.holidays': 'holidays.yaml has no days off of {year}: deadlines that reach into it are counted wrong.',
  'doctor.holidays.repair': 'put the joint decree (SKB) of {year} in: national holidays and cuti bersama',
  'doctor.policy.shadow': 'policy.mode is shadow: nothing is sent to either side.',
  'doctor.policy.shadow.repair': 'when the plan is right (`jembatan run --once --dry-run`): policy.mode: live',
  'doctor.policy.future': 'policy.since is {since}: until then no new report is filed.',
  'doctor.policy.future.repair': 'set policy.since to the day from which reports are to be filed',
  'doctor.policy.mute':
    'Nothing is written to the city’s application (policy.writeBack; national.environment is {environment}).',
  'doctor.policy.mute.repair':
    'right for a try; for daily work: national.environment: production, or policy.writeBack: true',
  'doctor.proxy.ignored': 'The environment names a proxy; it is not used.',
  'doctor.proxy.ignored.repair': 'proxy: environment in the configuration, if this machine has no other way out',
  'doctor.proxy.missing': 'proxy is environment, but the environment names none.',
  'doctor.proxy.missing.repair': 'set HTTPS_PROXY in .env, or the address itself in proxy',
  'doctor.schedule.intake': 'schedule.intake leaves gaps of {hours} hours in which nothing is read or sent.',
  'doctor.schedule.reconcile':
    'schedule.reconcile comes only in {hours} hours, or never: what was missed is found late.',
  'doctor.schedule.digest': 'schedule.digest comes only in {hours} hours, or never.',
  'doctor.schedule.repair': 'change schedule.{name}; the default is right for most cities: leave the line out',
  'doctor.unmapped.categories':
    '{count} categories of this week’s reports are not in the map, and go under its default: {names}',
  'doctor.unmapped.institutions':
    '{count} OPDs of this week’s reports are not in the map, and go under its default: {names}',
  'doctor.unmapped.repair': 'add them to {file}, or leave it if the default is right; look with `jembatan route`',
  'doctor.assumes.categories': 'the ids in categories.yaml are LAPOR!’s own',
  'doctor.assumes.clocks': 'the clocks of both sides and ours differ by less than two minutes',
  'doctor.shows.list': 'the list answers: {listed} reports of this week',
  'doctor.shows.list-silent': 'a list is configured, but did not answer now',
  'doctor.shows.no-list':
    'no list is configured: a create of unknown outcome waits for a person, nothing is sent again',
  'doctor.shows.ledger': 'read whole now: {history} lines of history in one chain, head {head}, and the anchor fits',
  'doctor.shows.no-ledger': 'no ledger that could be read now',
  'doctor.shows.reference': 'nothing shows it; a report counts as ours only if title, text and time fit, too',
  'doctor.shows.categories': 'nothing shows it: LAPOR! gives no list of categories; a wrong one is refused, and parked',
  'doctor.shows.clock': 'measured now: at most {seconds} seconds',
  'doctor.shows.no-clock': 'neither side says its time',
  'doctor.contract.unasked': 'No report is known to compare E6 and E7 with.',
  'doctor.contract.unasked.repair': 'name one of LAPOR!: `jembatan doctor --contract --report <number>`',
  'doctor.contract.failed': '{call}: gave nothing to compare ({failure}).',
  'doctor.contract.envelope': '{call}: its answer has another form altogether: {path}',
  'doctor.contract.missing': '{call}: the field {path} is missing ({count})',
  'doctor.contract.type': '{call}: the field {path} is of another kind ({count})',
  'doctor.contract.new': '{call}: a new field {path} ({count})',
  'doctor.contract.status': '{call}: unknown name of a status: {name}',
  'doctor.contract.repair':
    'look for a newer version of Jembatan, and tell its makers; until then see `jembatan status` each day',
  'doctor.contract.new.repair': 'nothing to do: it is passed over',
  'doctor.contract.status.repair': 'add the name to maps.statuses',
  'doctor.roundtrip.production':
    '--roundtrip would file a test report at the real LAPOR!. If that is wanted: jembatan doctor --roundtrip --production {site}',
  'doctor.roundtrip.failed': 'The test report went as far as {step} and no further ({why}).',
  'doctor.roundtrip.repair':
    'see above first; a report that was filed stands at LAPOR! as {number}: close it there by hand',
  'doctor.roundtrip.done':
    'The test report {number} came back whole, and so did its answer. Close it at LAPOR! by hand.',
} as const;
