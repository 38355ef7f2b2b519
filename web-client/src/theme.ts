import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Warm neutrals instead of Mantine's bluish grey.
const gray: MantineColorsTuple = [
  '#faf8f4', '#f3efe8', '#e8e2d8', '#d8d0c3', '#c0b6a6', '#948a7b', '#6f675b', '#575047', '#3d3832', '#26231f',
];

const accent: MantineColorsTuple = [
  '#e8f4f2', '#cfe6e2', '#a5d0ca', '#77b8af', '#4a9d92', '#278377', '#0b6158', '#0a564e', '#084841', '#053732',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { gray, accent },
  black: '#26231f',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  spacing: { xs: '8px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.75rem', lineHeight: '1.2' }, h2: { fontSize: '1.25rem', lineHeight: '1.3' }, h3: { fontSize: '1.0625rem', lineHeight: '1.4' } } },
  components: {
    // 44 px high, comfortable for a thumb.
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
  },
});
