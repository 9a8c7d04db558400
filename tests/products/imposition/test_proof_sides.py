"""A proof says which page stands where, which way up, and where the sheet is folded."""

from mi_print.press.impose.plan import Imposition, Scheme, planned, with_blanks
from mi_print.press.impose.sheet import Flip, sides, spread
from mi_print.products.imposition.proof_sides import ProofSide, proof_sides

TRIM = (100.0, 140.0)


def planned_proof(wanted: Imposition, count: int, spine: float = 0.0) -> list[ProofSide]:
    grid = spread((500, 700), TRIM, wanted, bleed=9, spine=spine)
    flip = None if wanted.scheme is Scheme.FOLD_OVER else Flip.LONG_EDGE
    printed = []
    for sheet in planned(with_blanks(count, wanted), wanted):
        front, back = sides(sheet, grid, flip or Flip.LONG_EDGE, one_plate=wanted.one_plate)
        printed += [front] if flip is None or wanted.one_plate else [front, back]
    return proof_sides(printed, wanted, grid, flip)


def test_fronts_and_backs_take_turns_and_say_which_way_to_turn() -> None:
    front, back, *_ = planned_proof(Imposition(Scheme.SADDLE, 1, 2), 8)
    assert (front.name, front.caption) == ("1-front", "Sheet 1 of 2, front")
    assert (back.name, back.hint) == ("1-back", "turned over the long edge")
    assert [(label.number, label.middle[0] < 250) for label in front.labels] == [
        (1, False),
        (8, True),
    ]
    assert {label.number for label in back.labels} == {2, 7}
    assert front.blanks == ()


def test_pages_that_stand_head_down_and_blanks_are_seen() -> None:
    front, back = planned_proof(Imposition(Scheme.PERFECT, 2, 2, fold_rows=2), 6)
    turned = {label.number: label.turned for label in front.labels}
    assert turned == {1: False, 6: False, 4: True, 5: True}
    assert front.blanks == ()
    assert [line[0] == line[2] for line in front.folds] == [True, False]
    assert len(back.blanks) == 2


def test_a_spine_is_folded_at_both_edges_and_cards_are_not_folded() -> None:
    (front, _) = planned_proof(Imposition(Scheme.PERFECT, 1, 2), 4, spine=20)
    assert [line[0] for line in front.folds] == [240, 260]
    assert planned_proof(Imposition(Scheme.N_UP, 2, 2), 8)[0].folds == ()
    (one,) = planned_proof(Imposition(Scheme.FOLD_OVER, 2, 2), 4)
    assert (one.caption, one.hint) == ("Sheet 1 of 1, front", "")
    assert len(one.folds) == 1


def test_one_plate_is_printed_again_on_the_back() -> None:
    (one,) = planned_proof(Imposition(Scheme.WORK_AND_TURN, 2, 2), 4)
    assert one.caption == "Sheet 1 of 1, both sides"
    assert one.hint == "print it again on the back, turned over the long edge"
