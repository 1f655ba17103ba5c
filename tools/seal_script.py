"""The four characters of Peking's seal in the manner of seal script: even strokes, squared and folded.

The forms are drawn for this game after the build of the characters, and are not copied from any seal of the time.
"""

from tools.figures import Line, points

SIDE = 16
"""Each character fills a square of so many units."""
FORMS = {
    "欽": """
        3.7,0 3.7,2.4 | 0,7.2 0,2.4 7.4,2.4 7.4,7.2 | 2,5.6 5.4,5.6 | 3.7,5.6 3.7,16 | 0,9.6 7.4,9.6
        0.9,12 0.9,13.8 | 6.5,12 6.5,13.8 | 0,16 7.4,16
        11.2,0 11.2,2.4 | 9.6,5 9.6,2.4 16,2.4 16,5.2 | 12.8,5 12.8,12.4 16,12.4 16,16 | 12.8,8.4 9.6,8.4 9.6,16
    """,
    "差": """
        4.6,0 4.6,2.2 | 11.4,0 11.4,2.2 | 1,2.2 15,2.2 | 2.6,4.9 13.4,4.9 | 0,7.6 16,7.6 | 8,2.2 8,7.6
        5.2,7.6 5.2,10.4 2.6,10.4 2.6,13.2 0,13.2 0,16 | 8,10.6 16,10.6 | 3,16 16,16 | 11.8,10.6 11.8,16
    """,
    "全": """
        8,0 8,2.4 | 0,10.4 0,5.2 4,5.2 4,2.4 12,2.4 12,5.2 16,5.2 16,10.4
        6,5.6 10,5.6 | 8,5.6 8,16 | 2.8,10.8 13.2,10.8 | 0,16 16,16
    """,
    "權": """
        2.7,0 2.7,16 | 0,2 0,5 5.4,5 5.4,2 | 0,16 0,8.2 5.4,8.2 5.4,16
        7.8,1.6 16,1.6 | 9.9,0 9.9,3.2 | 13.9,0 13.9,3.2 | 7.8,4.6 10.9,4.6 10.9,7 7.8,7 7.8,4.6
        12.9,4.6 16,4.6 16,7 12.9,7 12.9,4.6 | 7.8,9 16,9 | 9.2,9 9.2,16 | 9.2,11.3 16,11.3 | 9.2,13.6 16,13.6
        9.2,16 16,16 | 12.6,7.8 12.6,16
    """,
}


def strokes(character: str) -> list[Line]:
    """The strokes of *character*, each a broken line from 0 to SIDE."""
    parts = FORMS[character].replace("\n", "|").split("|")
    return [points(*(tuple(map(float, pair.split(","))) for pair in part.split())) for part in parts if part.strip()]
