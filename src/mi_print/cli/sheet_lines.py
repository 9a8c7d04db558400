"""What results say of pages on sheets."""

from mi_print.products.imposition.impose_request import ImposedFile
from mi_print.source.wording import counted
from mi_print.units import in_words

_NAMED = 12  # pages of a row of the creep


def sheet_lines(made: ImposedFile) -> list[str]:
    """Return how many sheets there are, and below that, indented, what is to be known of them."""
    width, height = made.size
    columns, rows = made.cells
    said = [
        "  ".join(
            (
                counted(made.pages, "page"),
                f"{counted(made.sheets, 'sheet')} of {in_words(width)} × {in_words(height)}",
                f"{columns} × {rows} on a side",
            )
        )
    ]
    if made.flip:
        said.append(f"    printed on both sides, turned over the {made.flip.replace('-', ' ')}")
    if made.blanks:
        first, last = made.blanks[0], made.blanks[-1]
        where = f"after page {first}" if first == last else f"after pages {first} to {last}"
        said.append(f"    {counted(len(made.blanks), 'blank page')} {where}")
    if made.spine:
        said.append(f"    {in_words(made.spine)} of spine between its back and its front")
    if made.proof:
        pictures = counted(len(made.proof), "picture")
        said.append(f"    {pictures} of its sides in {made.proof_folder}")
    if made.dropped:
        said.append(f"    without {', '.join(made.dropped)}: sheets have none")
    if made.creep:
        said.append("    toward the spine:")
    for row in made.creep:
        pages = ", ".join(map(str, row.pages[:_NAMED])) + (" …" if len(row.pages) > _NAMED else "")
        said.append(f"    {in_words(row.shift):>10}  pages {pages}")
    return said
