import { existsSync } from 'node:fs';
import type { RouteSubject } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';
import { toRouteSubject } from '../forward/to-route-subject.ts';
import type { Case } from '../ledger/case.ts';
import type { Routed } from '../ledger/delivery.ts';
import type { KnownInstitution } from '../ledger/institution.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { ledgerFile, openConfig, openForOperator, openForReading } from './open-bridge.ts';
import { routeText } from './route-text.ts';
import { type Routing, routingOf } from './routing-of.ts';
import { say } from './say.ts';

export interface RouteOptions {
  readonly config: string;
  readonly json: boolean;
  /** A local id, a ticket number or a tracking id; left out, what is typed is routed. */
  readonly id?: string;
  readonly opd?: string;
  readonly category?: string;
  readonly district?: string;
  readonly village?: string;
  readonly text?: string;
}

/** What is routed: a report of the ledger, or what somebody typed. */
export interface Routable {
  readonly case: Case | null;
  readonly subject: RouteSubject;
  /** Where it went when it was filed. */
  readonly routed: Routed | null;
  /** LAPOR!'s own list of institutions, as far as it was read. */
  readonly institutions: readonly KnownInstitution[];
}

/** `jembatan route [id]`: which institution a report goes to, by which rule, and why not by those before it. */
export async function routeCommand(host: Host, options: RouteOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const routable =
    options.id === undefined ? typed(options, await listed(config)) : await known(host, config, options.id);
  if (routable === null) {
    host.err(`${say(config.locale, 'explain.none', { id: options.id ?? '' })}\n`);
    return EXIT.needsPerson;
  }
  const routing = routingOf(config, routable.subject);
  host.out(options.json ? `${JSON.stringify(toJson(routable, routing))}\n` : routeText(config, routable, routing));
  return EXIT.done;
}

/** Empty where there is no ledger yet. */
async function listed(config: Config): Promise<readonly KnownInstitution[]> {
  if (!existsSync(ledgerFile(config))) return [];
  const ledger = openForReading(config);
  try {
    return await ledger.readInstitutions();
  } finally {
    await ledger.close();
  }
}

async function known(host: Host, config: Config, id: string): Promise<Routable | null> {
  const ledger = await openForOperator(host, config);
  try {
    const found = await ledger.findCase(id);
    return found === null ? null : await routableOf(ledger, found);
  } finally {
    await ledger.close();
  }
}

async function routableOf(ledger: Ledger, found: Case): Promise<Routable> {
  const [report, deliveries, institutions] = await Promise.all([
    ledger.readReport(found.id),
    ledger.deliveriesOf(found.id),
    ledger.readInstitutions(),
  ]);
  const place = report === null ? { district: null, village: null, text: null } : toRouteSubject(report);
  return {
    case: found,
    subject: { ...place, opd: found.institution, category: found.category },
    routed: deliveries.find(({ kind, attempts }) => kind === 'create' && attempts > 0)?.body.routed ?? null,
    institutions,
  };
}

function typed(
  { opd, category, district, village, text }: RouteOptions,
  institutions: readonly KnownInstitution[],
): Routable {
  const given = { opd, category, district, village };
  const subject = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? null]));
  return {
    case: null,
    subject: { ...(subject as Omit<RouteSubject, 'text'>), text: text ?? '' },
    routed: null,
    institutions,
  };
}

/** Names fixed; of the report's own words nothing. */
function toJson({ case: found, routed, institutions }: Routable, routing: Routing) {
  const { institution, by, rule, action, asked } = routing;
  return {
    localId: found?.localId ?? null,
    nationalId: found?.nationalId ?? null,
    institution: { ...institution, name: institutions.find(({ id }) => id === institution.id)?.name ?? null },
    by,
    rule,
    action,
    passedOver: asked.slice(0, -1).map((step) => ({
      by: step.by,
      rule: step.rule,
      to: step.target?.name ?? null,
      unmet: step.unmet,
    })),
    filed: routed === null ? null : { institution: String(routed.id), by: routed.by, rule: routed.rule },
  };
}
