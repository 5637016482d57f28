import type { NationalDetail, NationalListed } from '../national/national-system.ts';

/**
 * A report known by its number alone: E6 tells where it lies and since when, and no word, reporter or flag (contract page,
 * E6), so it names nobody and is hidden. `words`: what a person read there. Its answers come as answers.
 */
export function toStub(given: {
  readonly id: string;
  readonly detail: NationalDetail;
  readonly publicUrl: string;
  readonly words: string | null;
  readonly now: number;
}): NationalListed {
  const { id, detail, publicUrl, words, now } = given;
  const firstAt = detail.log.find(({ at }) => at !== null)?.at ?? now;
  return {
    id,
    title: '',
    text: words === null ? publicUrl : `${words}\n\n${publicUrl}`,
    statusName: detail.statusName,
    classificationId: null,
    categoryId: null,
    institutionId: detail.institutionId,
    institutionName: detail.institutionName,
    incidentDate: null,
    location: null,
    privacy: { anonymous: true, secret: true },
    reporter: { name: null, email: null, phone: null },
    attachments: [],
    createdAt: firstAt,
    updatedAt: firstAt,
  };
}
