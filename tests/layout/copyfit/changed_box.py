"""A box for a text that is like another but for some of its attributes or those of its range."""

import dataclasses
from typing import Any

from mi_print.layout.copyfit.fit_box import FitBox, FitRange

_RANGE = {field.name for field in dataclasses.fields(FitRange)}


def but(box: FitBox, **changed: Any) -> FitBox:  # noqa: ANN401 - attributes of either
    """Return the box with these attributes."""
    fit = {name: changed.pop(name) for name in _RANGE & changed.keys()}
    return dataclasses.replace(box, fit=dataclasses.replace(box.fit, **fit), **changed)
