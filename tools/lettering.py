"""The faces of all letters in the pictures: Source Serif and Noto Serif CJK, both under the Open Font License."""

from functools import cache
from importlib.resources import files

from PIL import ImageFont

CHINESE = "NotoSerifCJK-Bold.ttc"
TRADITIONAL = "Noto Serif CJK TC"


@cache
def serif(size: float, style: str = "Semibold") -> ImageFont.FreeTypeFont:
    """Source Serif, for Latin and Cyrillic letters."""
    return ImageFont.truetype(str(files("font_source_serif_pro") / "files" / f"SourceSerifPro-{style}.otf"), size)


@cache
def chinese(size: float) -> ImageFont.FreeTypeFont:
    """Noto Serif CJK, bold, in the forms of traditional characters."""
    for index in range(5):
        try:
            font = ImageFont.truetype(CHINESE, size, index=index)
        except OSError as error:
            raise SystemExit(f"{CHINESE} is not among the fonts of this system: see assets/README.md.") from error
        if font.getname()[0] == TRADITIONAL:
            return font
    raise SystemExit(f"{CHINESE} has no face named {TRADITIONAL}.")
