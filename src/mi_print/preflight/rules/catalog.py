"""The names of all rules, each in one line: when a file keeps it.

X-* are ISO 15930-7 (PDF/X-4) and ISO 32000-1, X1A-* are ISO 15930-4
(PDF/X-1a:2003), R* are GWG 2022, MP-* are our own.
"""

RULES = {
    "X-READ": "the file, with its images, can be read to its end, undamaged (ISO 32000-1)",
    "X-ID": "the file says once, in its XMP, that it is PDF/X-4 (ISO 15930-7, 6.11)",
    "X-META": "titles, names and dates stand in the XMP and agree with Info (6.11)",
    "X-TRAP": "Trapped is the name True or False, in Info and XMP (6.9)",
    "X-TID": "the trailer has an ID of two strings (ISO 32000-1, 14.4)",
    "X-OI": "one output intent, with its condition and a sound printer profile of it (6.3)",
    "X-BOX": "each page has one TrimBox or ArtBox, within BleedBox, within MediaBox (6.12)",
    "X-FONT": "every font that is used is embedded, sound, and as wide as it says (6.5)",
    "X-COL": "device colours are those of the output intent (6.4)",
    "X-TRANS": "a page's transparency group names its colour space (6.20)",
    "X-GS": "no transfer functions, halftone phases or strange halftones (6.13)",
    "X-ANNOT": "annotations lie outside the bleed (6.17)",
    "X-ACT": "no actions, JavaScript or XFA forms (6.18)",
    "X-ENC": "no encryption (6.15)",
    "X-FILT": "no LZW compression (6.8)",
    "X-EXT": "no PostScript, OPI or pages and data of other files (6.7)",
    "X-OC": "layers don't switch themselves (no AS) (6.24)",
    "X1A-ID": "Info says PDF/X-1a, as a version and a conformance (ISO 15930-4, 6.2)",
    "X1A-VER": "the file is PDF 1.4 at most (ISO 15930-4, 6.1)",
    "X1A-COL": "only gray, CMYK and spot colours (ISO 15930-4, 6.4)",
    "X1A-TRANS": "no transparency (ISO 15930-4, 6.19)",
    "X1A-FILT": "no JBIG2 and JPEG 2000 (ISO 15930-4, 6.8)",
    "X1A-OC": "no layers (ISO 15930-4)",
    "R0002": "no UserUnit (GWG 2022)",
    "R0003": "the CropBox is the MediaBox (GWG 2022)",
    "R0004": "all pages have one trim size, and none is rotated (GWG 2022)",
    "R0005": "no page is empty (GWG 2022)",
    "R0007": "white text does not overprint (GWG 2022)",
    "R0008": "white paths don't overprint (GWG 2022)",
    "R0009": "small black text overprints (GWG 2022)",
    "R0010": "thin black lines overprint (GWG 2022)",
    "R0011": "small text is not DeviceGray (GWG 2022)",
    "R0012": "thin lines are not DeviceGray (GWG 2022)",
    "R0015": "black text is not laid on too many inks (GWG 2022)",
    "R0016": "white text is large enough to stay open (GWG 2022)",
    "R0017": "text of several inks is large enough for them to register (GWG 2022)",
    "R0018": "white lines are thick enough to stay open (GWG 2022)",
    "R0019": "lines of several inks are thick enough for them to register (GWG 2022)",
    "R0020": "no more spot inks than the shop prints (GWG 2022)",
    "R0024": "nothing is painted on all plates but marks (GWG 2022)",
    "R0027": "no RGB, Lab or calibrated colours (GWG 2022)",
    "R0030": "a page's transparency group blends in DeviceCMYK (GWG 2022)",
    "R0031": "photographs have enough pixels per inch (GWG 2022)",
    "R0032": "pictures of one bit have enough pixels per inch (GWG 2022)",
    "R0035": "the output intent is CMYK (GWG 2022)",
    "R0036": "all layers are on (GWG 2022)",
    "MP-PAGES": "a bound product has a number of pages that the shop can bind",
    "MP-SIZE": "the trim is what was ordered",
    "MP-FIT": "text and lines are as large as the shop prints, and not cut off",
    "MP-SPOT": "each spot ink has one name and one build, and is no process ink",
    "MP-GLYPH": "the font has a letter for everything that it shows",
}
"""Rules that are decided from the bytes."""

PICTURE_RULES = {
    "MP-BLEED": "art that touches the trim reaches the shop's bleed",
    "MP-SAFE": "text and codes stay inside the safe margin",
    "MP-QR": "QR codes decode to what they should, module and quiet zone are large enough",
    "MP-OVERPRINT": "black text on a colour does not knock out, on the plates",
    "MP-DRAW": "the page can be drawn at all",
    "R0026": "no place has more ink than the shop's paper takes (GWG 2022; 15 mm square)",
}
"""Rules that are decided on pictures and plates."""

ALL_RULES = RULES | PICTURE_RULES
_ORIGINS = {
    "X1A-": "It is one of PDF/X-1a:2003 (ISO 15930-4).",
    "X-": "It is one of PDF/X-4 (ISO 15930-7).",
    "R": "It is one of the Ghent Workgroup's specification of 2022.",
    "MP-": "It is one of mi-print's own.",
}


def origin(rule: str) -> str:
    """Return whose rule this is, as a sentence."""
    return next(said for prefix, said in _ORIGINS.items() if rule.startswith(prefix))
