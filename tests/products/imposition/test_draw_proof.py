"""Proofs are pictures of the sheets, with the plan over them."""

import io
from dataclasses import replace

import numpy as np
from PIL import Image

from mi_print.products.imposition.draw_proof import drawn_sides, proof_pictures
from mi_print.products.imposition.proof_sides import ProofLabel, ProofSide
from mi_print.products.output import PROOF, kind
from tests.press.impose.numbered_pages import numbered


def test_a_picture_shows_the_sheet_its_cells_and_its_pages() -> None:
    pdf = numbered(1, (400, 300), bleed=0)
    cell = (50.0, 50.0, 350.0, 250.0)
    label = ProofLabel(7, (200.0, 150.0), turned=False)
    side = ProofSide("1-front", "Sheet 1 of 1, front", "", (cell,), (label,), (), ())
    empty = replace(side, labels=())
    whole, plain = (
        np.asarray(Image.open(io.BytesIO(each)).convert("RGB"), dtype=int)[62:662, 28:828]
        for shown in (side, empty)
        for each in drawn_sides(pdf, [shown], (400, 300), 800)
    )
    assert (whole[300, 370] > 200).all()
    assert (plain[300, 370] < 120).all()
    edge = whole[150:450, 100:103].max(1)
    assert (edge[:, 0] > edge[:, 1] + 60).all()


def test_a_proof_is_known_as_ours_and_another_picture_is_not() -> None:
    side = ProofSide("1-front", "Sheet 1 of 1, front", "", (), (), (), ())
    (picture,) = proof_pictures(numbered(1, bleed=0), [side], (100, 140), 300)
    assert kind(picture) == PROOF
    other = io.BytesIO()
    Image.new("RGB", (4, 4)).save(other, "PNG")
    assert kind(other.getvalue()) is None
