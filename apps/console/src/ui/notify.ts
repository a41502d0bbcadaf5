import { notifications } from '@mantine/notifications';
import { useText } from '../i18n/language.js';

/** A short notice of what was done; one that has to be read, or copied, stays until it is closed. */
export function useNotify(): (message: string, staysUnder?: string) => void {
  const text = useText();
  return (message, staysUnder) => {
    notifications.show({
      message,
      closeButtonProps: { 'aria-label': text('ui.close') },
      ...(staysUnder !== undefined && { title: staysUnder, autoClose: false }),
    });
  };
}
