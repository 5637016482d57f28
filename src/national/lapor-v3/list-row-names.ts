/** Names of the contract page's row, which `national.list.fields` may find elsewhere; a reporter's lie under `user`. */
export const LIST_ROW_NAMES = [
  'id',
  'title',
  'content',
  'status_name',
  'classification_id',
  'category_id',
  'disposition_id',
  'disposition_name',
  'date_of_incident',
  'location',
  'is_anonymous',
  'is_secret',
  'user.name',
  'user.email',
  'user.phone',
  'attachments',
  'created_at',
  'updated_at',
] as const;

export type ListRowName = (typeof LIST_ROW_NAMES)[number];
