import { useLanguage } from '../i18n/language.js';

/** A moment in the operator's own zone; UTC in the title, for whoever compares with a log. */
export function When({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const moment = new Date(at);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(moment);
  return (
    <time dateTime={at} title={moment.toISOString()} className="nowrap">
      {shown}
    </time>
  );
}
