import { createContext, useContext } from 'react';
import type { Settings } from '../api/settings.js';

export const SettingsContext = createContext<Settings | undefined>(undefined);

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === undefined) throw new Error('no settings above this component');
  return settings;
}
