import Foundation
import Testing

@testable import Formats

/// Workbooks as they are written, read, and refused.
@Suite struct WorkbookTests {
    private func read(_ workbook: Workbook) throws -> [ReadSheet] {
        try ReadSheet.sheets(of: Data(try workbook.bytes()))
    }

    @Test("What is written is read, and texts stay texts")
    func roundTrip() throws {
        var sheet = Sheet("Biaya [2026]")
        let texts = ["=1+1", "+62", "-3", "@x", "Rp 16.800", "\"a\" & <b>", "é漢"]
        for (row, text) in texts.enumerated() { sheet[row, 0] = .text(text) }
        let share = SheetCell.Style().with { $0.format = .share }
        sheet[0, 1] = .number(0.125, share)
        sheet[1, 1] = .number(0.1 + 0.2, SheetCell.Style())
        sheet[2, 1] = SheetCell(.formula("B1*2", 0.25), share)
        sheet[3, 1] = .number(.nan, share)
        let found = try read(Workbook(title: "x", [sheet, Sheet("Kosong")]))
        #expect(found.map(\.name) == ["Biaya  2026 ", "Kosong"])
        for (row, text) in texts.enumerated() {
            #expect(found[0].cells[CellPlace(row, 0)] == .text(text))
        }
        #expect(found[0].cells[CellPlace(0, 1)] == .number(0.125, isPercentage: true))
        // The library writes 16 digits.
        #expect(found[0].cells[CellPlace(1, 1)] == .number(0.3, isPercentage: false))
        #expect(found[0].cells[CellPlace(2, 1)] == .number(0.25, isPercentage: true))
        #expect(found[0].cells[CellPlace(3, 1)] == .text("–"))
    }

    @Test("The same sheets give the same bytes")
    func sameBytes() throws {
        var sheet = Sheet("A")
        sheet[0, 0] = SheetCell(.text("a"), comment: "catatan")
        sheet.isProtected = true
        let workbook = Workbook(title: "x", [sheet])
        let first = try workbook.bytes()
        usleep(1_100_000)
        #expect(try workbook.bytes() == first)
    }

    @Test("Cells of all kinds, as other programs write them")
    func kinds() throws {
        let sheets = try ReadSheet.sheets(
            of: ZipFile.workbook(
                sheet: """
                    <x:worksheet xmlns:x="m"><x:sheetData>
                      <x:row><x:c t="s"><x:v>1</x:v></x:c><x:c s="1"><x:v>46023</x:v></x:c></x:row>
                      <x:row r="4">
                        <x:c r="B4" s="2"><x:v>46023.5</x:v></x:c>
                        <x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t> b</x:t></x:r>
                          </x:is></x:c>
                        <x:c t="e"><x:f>NA()</x:f><x:v>#N/A</x:v></x:c>
                        <x:c t="b"><x:v>1</x:v></x:c>
                        <x:c><x:f>SUM(A1:A2)</x:f></x:c>
                        <x:c t="str"><x:f>"u"</x:f><x:v>u</x:v></x:c>
                        <x:c s="3"><x:v>7</x:v></x:c>
                        <x:c s="4"><x:v>0.5</x:v></x:c>
                      </x:row>
                    </x:sheetData><x:mergeCells><x:mergeCell ref="A1:C2"/></x:mergeCells>
                    </x:worksheet>
                    """,
                styles: """
                    <styleSheet><numFmts>
                      <numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy"/>
                      <numFmt numFmtId="165" formatCode="&quot;hari&quot; #,##0\\d"/>
                    </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                    <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
                    <xf numFmtId="10"/></cellXfs></styleSheet>
                    """,
                texts: """
                    <sst><si><t>nol</t></si>
                    <si><r><t xml:space="preserve">satu </t></r><r><t>dua</t></r><rPh><t>x</t></rPh>
                    </si></sst>
                    """))
        let sheet = try #require(sheets.first)
        #expect(sheet.isHidden)
        #expect(sheet.cells[CellPlace(0, 0)] == .text("satu dua"))
        #expect(sheet.cells[CellPlace(0, 1)] == .date(year: 2026, month: 1, day: 1))
        let row = sheet.lines.first { $0.row == 3 }?.cells.map(\.content)
        #expect(
            row == [
                .date(year: 2026, month: 1, day: 1), .text("a b"), .error("#N/A"), .flag(true),
                .notComputed, .text("u"), .number(7, isPercentage: false),
                .number(0.5, isPercentage: true),
            ])
        #expect(sheet.merged.map(\.description) == ["A1:C2"])
        #expect(CellPlace(3, 701).description == "ZZ4")
        #expect(CellPlace("$ZZ$4") == CellPlace(3, 701))
    }

    @Test("Days as the calendar has them", arguments: [(1, 1899, 12, 31), (59, 1900, 2, 27)])
    func oldDays(_ serial: Int, _ year: Int, _ month: Int, _ day: Int) {
        #expect(WorkbookWords.day(serial) == (year, month, day))
    }

    @Test("Leap years")
    func leapYears() {
        #expect(WorkbookWords.day(45351) == (2024, 2, 29))
        #expect(WorkbookWords.day(45352) == (2024, 3, 1))
        #expect(WorkbookWords.day(73050) == (2099, 12, 31))
    }

    private func refusal(_ data: Data) -> WorkbookFault? {
        do throws(WorkbookFault) {
            _ = try ReadSheet.sheets(of: data)
            return nil
        } catch { return error }
    }

    @Test("Anything but a workbook is refused, and so is one that unfolds without end")
    func refused() throws {
        #expect(refusal(Data("kode,nilai\n".utf8)) == .notAWorkbook)
        #expect(refusal(Data()) == .notAWorkbook)
        #expect(refusal(Data([0xD0, 0xCF, 0x11, 0xE0, 1, 2])) == .olderOrLocked)
        #expect(refusal(try ZipFile.bytes([("a.txt", [65])])) == .notAWorkbook)
        let whole = try ZipFile.workbook(sheet: "<worksheet/>")
        #expect(refusal(whole) == nil)
        #expect(refusal(whole.prefix(whole.count / 2)) == .notAWorkbook)
        let broken = try ZipFile.workbook(sheet: "<worksheet><row></worksheet>")
        #expect(refusal(broken) == .damaged(part: "xl/sheets/a.xml"))
        let laughs = (1...9).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined()
        let bomb = try ZipFile.workbook(
            sheet:
                "<!DOCTYPE w [<!ENTITY l0 'ha'>\(laughs)]><worksheet><c><v>&l9;</v></c></worksheet>"
        )
        #expect(refusal(bomb) == .declaresEntities(part: "xl/sheets/a.xml"))
        let outside = try ZipFile.workbook(
            sheet:
                "<!DOCTYPE w [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><worksheet>&f;</worksheet>")
        #expect(refusal(outside) == .declaresEntities(part: "xl/sheets/a.xml"))
    }

    @Test("More cells than people fill in are refused")
    func manyCells() throws {
        let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 1000) + "</row>"
        func sheet(_ rows: Int) -> String {
            "<worksheet>" + String(repeating: row, count: rows) + "</worksheet>"
        }
        #expect(refusal(try ZipFile.workbook(sheet: sheet(20))) == nil)
        #expect(refusal(try ZipFile.workbook(sheet: sheet(1001))) == .tooLarge)
    }

    @Test("A small archive that inflates to hundreds of megabytes is refused")
    func zipBomb() throws {
        let blanks = String(repeating: " ", count: WorkbookArchive.sizeLimit)
        let bomb = try ZipFile.workbook(sheet: "<worksheet>\(blanks)</worksheet>")
        #expect(bomb.count < 1_000_000)
        #expect(refusal(bomb) == .tooLarge)
    }
}
