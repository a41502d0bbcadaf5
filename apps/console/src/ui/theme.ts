import { createTheme, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    Modal: { defaultProps: { centered: true, size: 'lg' } },
    Drawer: { defaultProps: { position: 'right', size: 'xl' } },
  },
});

const { colors } = mergeMantineTheme(DEFAULT_THEME, theme);

/** Where the defaults of the library are too faint to read (WCAG 2.2: 4.5 to 1), the next darker or lighter one. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--mantine-color-placeholder': colors.gray[7],
    '--tone-ok': colors.teal[9],
    '--tone-ok-tint': colors.teal[0],
    '--tone-warn': '#8a4b00',
    '--tone-warn-tint': colors.yellow[0],
    '--tone-bad': colors.red[9],
    '--tone-bad-tint': colors.red[0],
    '--tone-info': colors.blue[9],
    '--tone-info-tint': colors.blue[0],
    '--tone-preview': colors.violet[8],
    '--tone-preview-tint': colors.violet[0],
    '--tone-neutral': colors.gray[7],
    '--tone-neutral-tint': colors.gray[1],
    '--line': colors.gray[3],
    '--wash': colors.gray[0],
    '--chart-accent': '#0072b2',
    '--chart-second': '#d55e00',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-placeholder': colors.dark[2],
    '--tone-ok': colors.teal[4],
    '--tone-ok-tint': colors.dark[6],
    '--tone-warn': colors.yellow[4],
    '--tone-warn-tint': colors.dark[6],
    '--tone-bad': colors.red[4],
    '--tone-bad-tint': colors.dark[6],
    '--tone-info': colors.blue[4],
    '--tone-info-tint': colors.dark[6],
    '--tone-preview': colors.violet[3],
    '--tone-preview-tint': colors.dark[6],
    '--tone-neutral': colors.gray[5],
    '--tone-neutral-tint': colors.dark[6],
    '--line': colors.dark[4],
    '--wash': colors.dark[8],
    '--chart-accent': '#56b4e9',
    '--chart-second': '#e69f00',
  },
});
