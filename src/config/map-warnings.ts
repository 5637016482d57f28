import { BRIDGE_STATUSES } from '../report/status.ts';
import { formatPath } from './format-path.ts';
import { isPlaceholderId } from './is-placeholder-id.ts';
import type { Problem } from './problem.ts';
import type { MapFiles } from './read-maps.ts';
import type { Config } from './to-config.ts';
import { unreachableRules } from './unreachable-rules.ts';

const STEPS = ['verify', 'first-follow-up', 'finish'] as const;

/** What the maps allow and a careful operator would want to know. */
export function mapWarnings({ maps }: Config, files: MapFiles): readonly Problem[] {
  const { categories, institutions, statuses, deadlines } = maps;
  const warnings: Problem[] = [];
  const unfilled = { categories: unfilledCategories(categories), institutions: unfilledInstitutions(institutions) };
  for (const map of ['categories', 'institutions'] as const) {
    if (unfilled[map] === 0) continue;
    const message = `entries with a placeholder id (99xxxxx): ${unfilled[map]}; fill in the ids of LAPOR!'s master`;
    warnings.push({ file: files[map], path: '', message });
  }
  for (const { path, message } of unreachableRules(institutions)) {
    warnings.push({ file: files.institutions, path: formatPath(path), message });
  }
  if (BRIDGE_STATUSES.every((status) => statuses.local[status] === 'ignore')) {
    warnings.push({
      file: files.statuses,
      path: 'local',
      message: 'no status is ever written to the local application',
    });
  }
  for (const step of STEPS.filter((name) => !deadlines.some((line) => line.step === name))) {
    warnings.push({ file: files.deadlines, path: '', message: `no line for the step ${step}: it is never late` });
  }
  return warnings;
}

function unfilledCategories({ default: fallback, byName }: Config['maps']['categories']): number {
  return [fallback, ...Object.values(byName)].filter(
    ({ categoryId, classificationId }) => isPlaceholderId(categoryId) || isPlaceholderId(classificationId),
  ).length;
}

/** An entry stands under each of its names and counts once. */
function unfilledInstitutions({ default: fallback, byName }: Config['maps']['institutions']): number {
  const entries = Object.values(byName).filter(({ id }) => isPlaceholderId(id));
  return new Set(entries.map(({ name }) => name)).size + (isPlaceholderId(fallback.id) ? 1 : 0);
}
