import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core'

/**
 * Mantine's theme over tokens.css. Colours stay in the --kw variables, so that light and dark are decided in one place; the
 * tuples only feed components that ask for a shade.
 */

const tones = ['neutral', 'blue', 'indigo', 'green', 'amber', 'red', 'violet'] as const
const isTone = (color: string): boolean => (tones as readonly string[]).includes(color)

const pair = (background: string, hover: string, color: string) => ({
  background,
  hover,
  color,
  border: '1px solid transparent',
})

const lake = {
  filled: pair('var(--kw-primary)', 'var(--kw-primary-hover)', 'var(--kw-on-primary)'),
  light: pair('var(--kw-primary-soft)', 'var(--kw-primary-soft)', 'var(--kw-primary-text)'),
  subtle: pair('transparent', 'var(--kw-primary-soft)', 'var(--kw-primary-text)'),
}

/** Buttons, badges, alerts and avatars take their pairs from the contrast table, never from a computed shade. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor
  const known = color === 'lake' ? lake[input.variant as keyof typeof lake] : undefined
  if (known) return known
  if (color === 'gray' && input.variant === 'subtle') return pair('transparent', 'var(--kw-hover)', 'var(--kw-ink-2)')
  if (color === 'red' && input.variant === 'default')
    return {
      ...pair('var(--kw-surface)', 'var(--kw-hover)', 'var(--kw-red-fg)'),
      border: '1px solid var(--kw-line-strong)',
    }
  if (color === 'red' && input.variant === 'subtle') return pair('transparent', 'var(--kw-red-bg)', 'var(--kw-red-fg)')
  if (isTone(color) && input.variant === 'light')
    return pair(`var(--kw-${color}-bg)`, `var(--kw-${color}-bg)`, `var(--kw-${color}-fg)`)
  if (isTone(color) && input.variant === 'filled')
    return pair(`var(--kw-${color}-fg)`, `var(--kw-${color}-fg)`, 'var(--kw-surface)')
  return defaultVariantColorsResolver(input)
}

const colours = {
  '--mantine-color-body': 'var(--kw-canvas)',
  '--mantine-color-text': 'var(--kw-ink)',
  '--mantine-color-bright': 'var(--kw-ink)',
  '--mantine-color-dimmed': 'var(--kw-ink-3)',
  '--mantine-color-placeholder': 'var(--kw-ink-3)',
  '--mantine-color-anchor': 'var(--kw-primary-text)',
  '--mantine-color-error': 'var(--kw-red-fg)',
  '--mantine-color-success': 'var(--kw-green-fg)',
  '--mantine-color-default': 'var(--kw-surface)',
  '--mantine-color-default-hover': 'var(--kw-hover)',
  '--mantine-color-default-color': 'var(--kw-ink)',
  '--mantine-color-default-border': 'var(--kw-line-strong)',
  '--mantine-color-disabled': 'var(--kw-sunken)',
  '--mantine-color-disabled-color': 'var(--kw-ink-3)',
  '--mantine-color-disabled-border': 'var(--kw-line)',
  '--mantine-primary-color-contrast': 'var(--kw-on-primary)',
  '--mantine-color-lake-filled': 'var(--kw-primary)',
  '--mantine-color-lake-filled-hover': 'var(--kw-primary-hover)',
  '--mantine-color-lake-light': 'var(--kw-primary-soft)',
  '--mantine-color-lake-light-color': 'var(--kw-primary-text)',
  '--mantine-color-lake-outline': 'var(--kw-primary-text)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: colours, dark: colours })

/** Controls of the default size follow the pointer: 40 px with a mouse, 44 px with a thumb (`--kw-control`). */
const controlHeight = (property: string) => (_theme: unknown, props: { size?: string }) =>
  props.size && props.size !== 'sm' ? {} : { [property]: 'var(--kw-control)' }

export const theme = createTheme({
  fontFamily: 'var(--kw-font)',
  fontFamilyMonospace: 'var(--kw-font-mono)',
  headings: {
    fontFamily: 'var(--kw-font)',
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--kw-fs-2xl)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--kw-fs-xl)', lineHeight: '1.25' },
      h3: { fontSize: 'var(--kw-fs-lg)', lineHeight: '1.3' },
      h4: { fontSize: 'var(--kw-fs-sm)', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'md',
  shadows: {
    sm: 'var(--kw-shadow-float)',
    md: 'var(--kw-shadow-float)',
    lg: 'var(--kw-shadow-dialog)',
    xl: 'var(--kw-shadow-dialog)',
  },
  black: '#172828',
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver,
  focusRing: 'auto',
  focusClassName: 'kw-focus',
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: {
    lake: [
      '#eef9fb',
      '#dbf2f5',
      '#b9e4e9',
      '#6dc5ca',
      '#64bac5',
      '#289daa',
      '#007e8b',
      '#005660',
      '#00454e',
      '#003036',
    ],
    green: [
      '#f1faf2',
      '#e0f3e4',
      '#c3e5cb',
      '#a2d2ae',
      '#7dbc8e',
      '#539f6a',
      '#34814e',
      '#245a36',
      '#174728',
      '#0c3119',
    ],
    amber: [
      '#fef5ec',
      '#fbead6',
      '#f4d5b1',
      '#e8bb88',
      '#d79e58',
      '#be7c1c',
      '#9d5e00',
      '#6e4200',
      '#583100',
      '#3f2100',
    ],
    red: ['#fff2f0', '#ffe3df', '#ffc9c1', '#ffaaa0', '#f5877b', '#dc5e55', '#ba3e38', '#822c27', '#691e1a', '#4b110f'],
    blue: [
      '#eff8ff',
      '#ddf0ff',
      '#bedffd',
      '#9acaf4',
      '#72b2e7',
      '#4493d0',
      '#2274af',
      '#19517b',
      '#0b3f63',
      '#042b47',
    ],
    violet: [
      '#f9f4fe',
      '#f2e8fb',
      '#e5d2f4',
      '#d2b8e7',
      '#bd9ad7',
      '#a179be',
      '#825b9e',
      '#5b3f6f',
      '#483059',
      '#32203f',
    ],
    gray: [
      '#f6f7f4',
      '#f0f2ee',
      '#e5e9e6',
      '#dce1dd',
      '#7a8885',
      '#6f7e7b',
      '#657673',
      '#556664',
      '#3e504e',
      '#172828',
    ],
    dark: [
      '#e9eeed',
      '#bcc7c6',
      '#99a6a6',
      '#677879',
      '#2b3738',
      '#1d282a',
      '#172021',
      '#0f1718',
      '#0a1112',
      '#050a0b',
    ],
  },
  components: {
    Button: {
      defaultProps: { variant: 'default' },
      vars: (theme: unknown, props: { size?: string }) => ({ root: controlHeight('--button-height')(theme, props) }),
    },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Input: {
      vars: (theme: unknown, props: { size?: string }) => ({
        wrapper: controlHeight('--input-height')(theme, props),
        input: {},
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Checkbox: { defaultProps: { iconColor: 'var(--kw-on-primary)', radius: 'xs' } },
    Radio: { defaultProps: { iconColor: 'var(--kw-on-primary)' } },
    Switch: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: { radius: 'xl', shadow: 'lg', overlayProps: { color: 'var(--kw-overlay)', backgroundOpacity: 1 } },
    },
    Menu: { defaultProps: { radius: 'lg', shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 300 } },
    SegmentedControl: { defaultProps: { size: 'sm', withItemsBorders: false, transitionDuration: 120 } },
  },
})
