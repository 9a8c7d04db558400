"""Colour spaces that the typesetter declares on every page, used or not."""

from pikepdf import Dictionary, Name, Pdf, Stream

_LAB = ("/lab-d50", "/lab-d65")


def drop_unused_lab(book: Pdf) -> None:
    """Take colour spaces out that nothing is painted in; a shop's check would count them."""
    for page in book.pages:
        page.contents_coalesce()
    pictures = [
        thing for thing in book.objects if isinstance(thing, Stream) and Name.Resources in thing
    ]
    painted = [page.obj.Contents for page in book.pages] + pictures
    unused = set(_LAB)
    for stream in painted:
        content = stream.read_bytes()
        unused -= {name for name in unused if name.encode() in content}
    for owner in [*(page.obj for page in book.pages), *pictures]:
        spaces = owner.Resources.get(Name.ColorSpace, Dictionary())
        for name in unused:
            if name in spaces:
                del spaces[name]
