"""Draws the pictures of assets/art: python -m tools.draw_art [PART ...], where a part is one of PARTS.

Needs the group `assets` and the font named in assets/README.md. The same versions of both give the same files.
"""

import sys

from tools import icons, medallions, ornaments, papers, patterns, seals
from tools.printing import ART

PARTS = {
    "papers": papers.draw,
    "seals": seals.draw,
    "patterns": patterns.draw,
    "people": medallions.draw,
    "ornaments": ornaments.draw,
    "icons": icons.draw,
}
LARGEST = 4_000_000
"""Bytes of all the pictures."""


def main(names: list[str]) -> None:
    unknown = set(names) - PARTS.keys()
    if unknown:
        raise SystemExit(f"No part is named {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}.")
    ART.mkdir(parents=True, exist_ok=True)
    for name in names or PARTS:
        PARTS[name]()
    size = sum(path.stat().st_size for path in ART.rglob("*.*"))
    if size > LARGEST:
        raise SystemExit(f"The pictures take {size} bytes; at most {LARGEST} are wanted.")


if __name__ == "__main__":
    main(sys.argv[1:])
