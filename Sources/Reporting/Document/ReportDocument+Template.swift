import Quantities

extension ReportDocument {
    /// Type, colours and the parts of a page; no words but the number of pages.
    static func template(_ language: Language) -> String {
        let isIndonesian = language == .indonesian
        return """
            #let ink = rgb("#1f2933")
            #let blue = rgb("#1f4e79")
            #let faint = rgb("#c9d1d9")
            #set document(date: none)
            #set text(
              font: ("Liberation Sans", "Arial", "Helvetica"), size: 9.5pt, fill: ink,
              lang: "\(isIndonesian ? "id" : "en")", hyphenate: true)
            #set page(
              paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2cm),
              footer: context align(right, text(8pt, fill: gray)[
                #counter(page).display("1 / 1", both: true)]))
            \(parts)
            """
    }

    private static let parts = """
        #set par(justify: false, leading: 0.62em)
        #let part(title) = block(above: 1.8em, below: 0.9em, sticky: true, {
          text(15pt, weight: "bold", fill: blue, title)
        })
        #let section(title) = block(above: 1.4em, below: 0.7em, sticky: true, {
          text(11pt, weight: "bold", title)
        })
        #let answer(body) = block(
          width: 100%, inset: (left: 10pt, y: 3pt), stroke: (left: 2pt + blue),
          text(11pt, body))
        #let letterhead(logo, lines) = block(
          width: 100%, inset: (bottom: 8pt), stroke: (bottom: 1pt + ink), grid(
            columns: (auto, 1fr), column-gutter: 12pt, align: horizon,
            if logo == none [] else { image(logo, height: 2cm) },
            stack(spacing: 5pt, ..lines.enumerate().map(((place, line)) =>
              if place == 0 { text(13pt, weight: "bold", line) } else { line }))))
        #let cover(title, regions, horizon, standing) = {
          v(1.2cm)
          text(24pt, weight: "bold", fill: blue, title)
          v(0.3cm)
          text(12pt, regions)
          linebreak()
          text(12pt, fill: gray, horizon)
          v(0.3cm)
          box(stroke: 0.6pt + blue, inset: (x: 8pt, y: 5pt), radius: 2pt, text(10pt, standing))
          v(0.6cm)
        }
        #let shown(name) = block(breakable: false, image(name, width: 100%))
        #let head(title) = text(weight: "bold", title)
        #let numbers(..rest) = block(width: 100%, text(8.2pt, table(
          stroke: (x, y) => (bottom: 0.4pt + if y == 0 { ink } else { faint }),
          inset: (x: 4pt, y: 3.2pt), ..rest)))
        #let turned(body) = page(flipped: true, body)
        #let card(..facts) = block(width: 100%, grid(
          columns: (auto, 1fr), column-gutter: 14pt, row-gutter: 6pt,
          ..facts.pos().enumerate().map(((place, fact)) =>
            if calc.even(place) { text(fill: gray, fact) } else { fact })))
        #let bar(share) = box(width: share, height: 0.7em, fill: blue)
        #let bars(..cells) = block(width: 100%, grid(
          columns: (auto, 1fr, auto), column-gutter: 8pt, row-gutter: 4pt, ..cells))
        """
}
