import Formats

/// How a document of HTML looks, on a screen in light and dark, and on A4.
enum ReportStyles {
    static let html: HTML = """
        <style>
        \(base)
        \(parts)
        \(paper)
        </style>
        """

    /// Colours and type.
    private static let base: HTML = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2933; --soft: #5b6670;
          --line: #d5dbe0; --accent: #1f4e79; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #171b1f; --ink: #eef1f3; --soft: #aeb8c1; --line: #38414a;
            --accent: #8fc1ea; }
        }
        * { box-sizing: border-box; }
        html { font: 16px/1.5 "Liberation Sans", system-ui, "Segoe UI", Arial, sans-serif; }
        body { margin: 0; background: var(--paper); color: var(--ink); }
        main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
        h1 { font-size: 2rem; line-height: 1.2; color: var(--accent); margin: 1rem 0 .5rem; }
        h2 { font-size: 1.3rem; color: var(--accent); margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
        p, ul { margin: .5rem 0; max-width: 72ch; }
        .places { font-size: 1.1rem; }
        .standing { border: 1px solid var(--accent); border-radius: 4px; padding: .35rem .75rem; }
        .soft, .unit { color: var(--soft); }
        .unit { font-size: .85em; font-weight: normal; }
        """

    /// What only some documents have, and tables.
    private static let parts: HTML = """
        .letterhead { display: flex; gap: 1rem; align-items: center; padding-bottom: .75rem;
          border-bottom: 1px solid var(--ink); }
        .letterhead img { height: 4.5rem; max-width: 9rem; }
        .letterhead p { margin: 0; }
        .letterhead p:first-child { font-size: 1.15rem; font-weight: bold; }
        .answer { border-left: 3px solid var(--accent); padding: .1rem 0 .1rem .9rem;
          font-size: 1.1rem; }
        figure { margin: 1rem 0; padding: .5rem; background: #ffffff; border: 1px solid var(--line);
          border-radius: 6px; }
        figure svg { display: block; width: 100%; height: auto; max-width: 52rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
          border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        thead th { vertical-align: bottom; border-bottom-color: var(--ink); }
        tbody th { font-weight: normal; }
        .number { text-align: right; }
        td.number { white-space: nowrap; }
        pre { font: .85rem/1.5 "Liberation Mono", ui-monospace, Consolas, monospace;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        dt { font-weight: bold; margin-top: .5rem; }
        dd { margin: 0; }
        """

    /// A4, always light.
    private static let paper: HTML = """
        @page { size: A4; margin: 2cm; }
        @media print {
          :root { color-scheme: light; --paper: #ffffff; --ink: #1f2933; --soft: #5b6670;
            --line: #d5dbe0; --accent: #1f4e79; }
          html { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          .scroll { overflow: visible; }
          table { font-size: 7.5pt; }
          th, td { padding: .15rem .35rem; }
          h2, h3 { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          thead { display: table-header-group; }
        }
        """
}
