"""Writes the JSON Schemas of scenario files anew: `python -m tools.write_schemas`, after a change of their classes."""

import json
from pathlib import Path

from game.content.schema import FILES, schema_of

FOLDER = Path(__file__).resolve().parent.parent / "scenarios" / "schema"


def written(kind: str) -> str:
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in FILES:
        (FOLDER / f"{each}.json").write_text(written(each), encoding="utf-8", newline="\n")
