/** The mark: an open door. Decorative beside the name, so it is hidden from screen readers. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="var(--kw-primary)" />
      <path
        d="M8 23V8.5A1.5 1.5 0 0 1 9.5 7H18a2 2 0 0 1 2 2v14"
        fill="none"
        stroke="var(--kw-on-primary)"
        strokeWidth="1.75"
        opacity=".55"
      />
      <path d="M8 23V8.2L15.5 5.5V23z" fill="var(--kw-on-primary)" />
      <circle cx="13.2" cy="14.8" r="1.35" fill="var(--kw-accent)" />
      <path d="M5 23h18" stroke="var(--kw-on-primary)" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
