"""One fault a row: what is done to the clean file, and the one rule that must say so."""

from tests.preflight.faults_anywhere import ANYWHERE
from tests.preflight.faults_pdfx import PDFX
from tests.preflight.faults_press import PRESS
from tests.preflight.faults_sound import SOUND

FAULTS = PDFX | SOUND | ANYWHERE | PRESS
