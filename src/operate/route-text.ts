import type { RouteStep } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';
import { institutionText } from './institution-text.ts';
import type { Routable } from './route-command.ts';
import type { Routing } from './routing-of.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';

/** How a report is routed, for people. */
export function routeText({ locale, national }: Config, routable: Routable, routing: Routing): string {
  const { subject } = routable;
  const { institution, action } = routing;
  const shown = Object.fromEntries(Object.entries(subject).map(([name, value]) => [name, value ?? '-']));
  return [
    ...aboutReport(locale, routable),
    say(locale, 'route.subject', shown),
    ...(subject.text === null ? [say(locale, 'route.no-text')] : []),
    '',
    toTable(
      [say(locale, 'route.asked'), say(locale, 'route.answer')],
      [
        ...routing.asked.map((step) => [stepName(locale, step), answerOf(locale, step)]),
        ...routing.notAsked.map((step) => [stepName(locale, step), say(locale, 'route.not-asked')]),
      ],
    ),
    '',
    say(locale, 'route.goes', {
      institution: institutionText(locale, institution.id, routable.institutions),
      whose: say(locale, institution.ours ? 'route.ours' : 'route.foreign'),
    }),
    say(locale, `route.${action}`, { city: national.account.institutionId }),
    ...aboutFiling(locale, routable),
    '',
  ].join('\n');
}

function aboutReport(locale: Locale, { case: found }: Routable): readonly string[] {
  if (found === null) return [say(locale, 'route.by-hand')];
  const heading = say(locale, 'explain.case', { localId: found.localId ?? '-', nationalId: found.nationalId ?? '-' });
  return found.route === 'national' ? [heading, say(locale, 'route.born-there')] : [heading];
}

function aboutFiling(locale: Locale, { case: found, routed, institutions }: Routable): readonly string[] {
  const number = found?.nationalId ?? null;
  if (number === null) return [];
  if (routed !== null) {
    const institution = institutionText(locale, String(routed.id), institutions);
    return [say(locale, 'route.filed', { number, institution })];
  }
  return found?.route === 'national' ? [] : [say(locale, 'route.numbered', { number })];
}

function stepName(locale: Locale, { by, rule, target }: RouteStep): string {
  const to = target?.name ?? say(locale, 'route.default');
  if (by === 'rule') return say(locale, 'route.rule', { rule: rule ?? 0, to });
  if (by === 'default') return say(locale, 'route.default');
  return target === null ? say(locale, 'route.no-opd') : say(locale, 'route.opd', { to });
}

function answerOf(locale: Locale, { by, unmet }: RouteStep): string {
  if (unmet === null) return say(locale, 'route.matches');
  return say(locale, by === 'opd' ? 'route.unmet.no-opd' : `route.unmet.${unmet}`);
}
