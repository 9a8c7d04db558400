"""Which of very many records a check fits: those with the widest and the tallest texts.

Whether a record fits depends on how wide each of its texts is, whole and word by word, on how
high its letters reach, and on which others stand beside it.  So of records with the same
fields those with the widest texts are chosen, field by field and all fields together, and for
each letter beyond ASCII the widest text that has it.  A record that is not chosen has no wider
text, and no other letter, than some that are.  Widths are sums of the advances of letters.
"""

from collections.abc import Iterable, Sequence, Sized
from dataclasses import replace

from mi_print.products.variable_data.record_texts import RecordTexts
from mi_print.products.variable_data.stamp_series import StampedSeries

EXACT = 5_000
"""Up to so many records all are fitted."""
MOST = 1_000
"""Of more than that, so many."""


def widest(
    records: Iterable[RecordTexts], count: int, *, exact: int = EXACT, most: int = MOST
) -> Sequence[int]:
    """Return the numbers, in their order, of the records to fit; of a few all.

    Args:
        records: all of them, each with a text for the same fields, an empty one, or none.
        count: how many there are.
        exact: up to how many are a few.
        most: how many are fitted of more than that.
    """
    if count <= exact:
        return range(count)
    from mi_print.products.variable_data.record_ranks import highest  # noqa: PLC0415 - numpy, which few need

    return highest(list(records), most)


def spread(series: StampedSeries, chosen: Sequence[int], count: int) -> StampedSeries:
    """Return a series of chosen records, not written, as one of all, so that numbers are theirs."""
    texts = dict(zip(chosen, series.texts, strict=True))
    return replace(
        series,
        texts=tuple(texts.get(number, ()) for number in range(count)),
    )


def share_left(chosen: Sized, count: int, what: str) -> tuple[str, ...]:
    """Return what a check says that it left out, if anything."""
    return (f"{count - len(chosen)} of {count} {what}",) if len(chosen) < count else ()
