"""Writes a file: the same pages give the same bytes, for its identifier is a digest of them."""

from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf


def saved(book: Pdf, version: str = "") -> bytes:
    """Return the file's bytes.

    Args:
        book: what to write.
        version: of PDF, as in "1.6", where it matters; else what the pages need.
    """
    buffer = BytesIO()
    book.save(
        buffer,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        force_version=version,
        fix_metadata_version=False,
    )
    return buffer.getvalue()
