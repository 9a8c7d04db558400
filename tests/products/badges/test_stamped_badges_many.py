"""Many badges by stamping: every code reads back, and an interrupted run leaves nothing."""

import os
import random
import signal
import string
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import zxingcpp

from mi_print.cli import main
from tests.products import sample_layouts
from tests.products.badges.test_stamped_badges_files import BODY, CSS, LAYOUT

Write = Callable[[dict[str, str]], Path]

CHANCE = random.Random(7)  # noqa: S311 - addresses, not secrets
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
LETTERS = string.ascii_letters + string.digits + "-_"


def addresses(count: int) -> list[str]:
    """Return addresses of many lengths, the same ones every time."""
    paths = ["".join(CHANCE.choices(LETTERS, k=CHANCE.randint(1, 45))) for _ in range(count)]
    return [f"https://example.org/{number}/{path}" for number, path in enumerate(paths)]


def project(write: Write, urls: list[str]) -> Path:
    rows = [f"S{number},Sample Person {number},{url}" for number, url in enumerate(urls)]
    people = "\n".join(["id,name,url", *rows]) + "\n"
    return write(sample_layouts.project(LAYOUT, BODY, people, CSS))


def test_every_code_of_500_badges_reads_back_at_150_dpi(write: Write) -> None:
    urls = addresses(500)
    folder = project(write, urls)
    assert main(["--project", str(folder), "badges", "--edition", "print"]) == 0
    unread = []
    with pypdfium2.PdfDocument(folder / "output" / "print" / "badges.pdf") as book:
        assert len(book) == 2 * len(urls)
        for number, url in enumerate(urls):
            back = book[2 * number + 1].render(scale=150 / 72, grayscale=True).to_numpy()
            codes = zxingcpp.read_barcodes(np.ascontiguousarray(back), formats=_QR)
            unread += [url] if url not in {code.text for code in codes} else []
    assert unread == []


def test_an_interrupted_run_leaves_nothing_and_says_so(write: Write) -> None:
    folder = project(write, addresses(6_000))
    mi_print = Path(sys.executable).with_name("mi-print")
    command = [str(mi_print), "--project", str(folder), "badges"]
    running = subprocess.Popen(  # noqa: S603 - our own
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(3)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of its processes
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, "", "interrupted\n")
    assert not (folder / "output").exists()
