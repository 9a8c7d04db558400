"""Interruptions that come where Python can raise nothing.

What a signal's handler raises is raised in whatever runs just then.  In a
finalizer, or in the callback of a weak reference, Python only prints it and
goes on: the run would not end.  Such an interruption comes again a moment later.
"""

import signal
import sys
from collections.abc import Callable
from types import FrameType

_MOMENT = 0.01  # seconds


def come_again(handler: Callable[[int, FrameType | None], None]) -> Callable[[], None]:
    """Let what the handler raises in vain be raised again; the result undoes that.

    Args:
        handler: raises KeyboardInterrupt or SystemExit; SIGALRM gets it too.
    """
    hook, alarm = sys.unraisablehook, signal.signal(signal.SIGALRM, handler)

    def heard(lost: "sys.UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt | SystemExit):
            signal.setitimer(signal.ITIMER_REAL, _MOMENT)
        else:
            hook(lost)

    def undo() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, alarm)
        sys.unraisablehook = hook

    sys.unraisablehook = heard
    return undo
