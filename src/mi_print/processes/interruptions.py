"""Interruptions that come where Python can raise nothing.

What a signal's handler raises is raised in whatever runs just then.  In a
finalizer, or in the callback of a weak reference, Python only prints it and
goes on: the run would not end.  Such an interruption comes again a moment later.
"""

import signal
import sys
from collections.abc import Callable
from types import CodeType, FrameType

_MOMENT = 0.01  # seconds


def come_again(handler: Callable[[int, FrameType | None], None]) -> Callable[[], None]:
    """Let what the handler raises in vain be raised again; the result undoes that.

    Args:
        handler: raises KeyboardInterrupt or SystemExit; SIGALRM comes to it too.
    """
    hook, alarm = sys.unraisablehook, signal.getsignal(signal.SIGALRM)

    def heard(lost: "sys.UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt | SystemExit):
            signal.setitimer(signal.ITIMER_REAL, _MOMENT)
        else:
            hook(lost)

    def again(kind: int, frame: FrameType | None) -> None:
        if _within(heard.__code__, frame):  # the machine is slow: it would still be in vain
            signal.setitimer(signal.ITIMER_REAL, _MOMENT)
        else:
            handler(kind, frame)

    def undo() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, alarm)
        sys.unraisablehook = hook

    signal.signal(signal.SIGALRM, again)
    sys.unraisablehook = heard
    return undo


def _within(code: CodeType, frame: FrameType | None) -> bool:
    while frame and frame.f_code is not code:
        frame = frame.f_back
    return frame is not None
