"""What is read on the scales is the offset of the back, for every way to turn a sheet."""

import pytest

from mi_print.press.calibration.scales import MM, OffsetScale, behind, offset_scales

SHEETS = [(612.0, 792.0), (792.0, 612.0), (595.28, 841.89), (841.89, 595.28)]


def turned(
    point: tuple[float, float], sheet: tuple[float, float], *, over: bool
) -> tuple[float, float]:
    """Return where a point of a printed back is, seen through the front."""
    x, y = point
    return (sheet[0] - x, y) if over else (x, sheet[1] - y)


def read(scale: OffsetScale, seen: list[float]) -> float:
    """Return the number of the line that is nearest to one of the back."""
    return min(scale.front, key=lambda line: min(abs(line.at - at) for at in seen)).value


@pytest.mark.parametrize("kept", [(0.0, 0.0), (1.0, -2.5)])
@pytest.mark.parametrize("missed", [(0.0, 0.0), (1.3, -0.7), (-1.9, 0.2)])
@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_offset_is_read(
    sheet: tuple[float, float],
    missed: tuple[float, float],
    kept: tuple[float, float],
    *,
    over: bool,
) -> None:
    taken = (kept[0] * MM, kept[1] * MM)
    wrong = (kept[0] + missed[0], kept[1] + missed[1])
    scales = offset_scales(sheet, over=over, kept=taken)
    found = []
    for axis, scale in ((0, scales.level_vernier), (1, scales.upright_vernier)):
        seen = []
        for at in scale.back:
            point = (at, scale.beside) if axis == 0 else (scale.beside, at)
            x, y = behind(point, sheet, over=over, kept=taken)
            printed = (x + wrong[0] * MM, y + wrong[1] * MM)
            seen.append(turned(printed, sheet, over=over)[axis])
        found.append(read(scale, seen))
    assert found == pytest.approx(wrong)


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("sheet", SHEETS)
def test_all_scales_are_on_the_sheet_and_rulers_agree_with_verniers(
    sheet: tuple[float, float], *, over: bool
) -> None:
    scales = offset_scales(sheet, over=over)
    for axis, pair in ((0, (scales.level_ruler, scales.level_vernier)), (1, scales[1::2])):
        ways = set()
        for scale in pair:
            ends = (scale.front[0], scale.front[-1])
            assert all(12 * MM < end.at < sheet[axis] - 12 * MM for end in ends)
            assert 20 * MM < scale.beside < sheet[1 - axis] - 20 * MM
            ways.add(ends[0].value < ends[1].value)
        assert len(ways) == 1
