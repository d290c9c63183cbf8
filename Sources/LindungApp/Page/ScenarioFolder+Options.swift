import Formats
import Reading

extension ScenarioFolder {
    /// The scenarios of all folders as options of a list, each sending its folder too; see
    /// ``FormFields/withChoice``.
    static func options(_ folders: [ScenarioFolder], chosen: Entry) -> HTML {
        HTML.joined(
            folders.map { folder -> HTML in
                let options = folder.entries.map { other -> HTML in
                    """
                    <option value="\(folder.path)|\(other.stem)"\
                    \("selected", if: other.file == chosen.file)>\(other.name)</option>
                    """
                }
                return "<optgroup label=\"\(folder.shownName)\">\(options)</optgroup>"
            })
    }
}
